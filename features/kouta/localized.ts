import { htmlToText } from "@/features/exchange/html-text";
import { withoutPeople } from "@/features/exchange/named-people";
import { languages } from "@/features/vocabularies/languages";
import type { LanguageMap } from "@/lib/language-map";
import type { Section, Texts } from "./record-schema";

/** Reads texts of one record: in the languages it is published in, as plain text, without people. */
export type ReadTexts = (texts: Texts) => LanguageMap | null;

/**
 * The languages of a record: those it is published in (kielivalinta) and has a title in. Texts in others are left over
 * from earlier versions. Empty where there is no title.
 */
export function languagesOf(title: Texts, published: readonly string[] | null | undefined): string[] {
  const titled = Object.keys(names(title) ?? {});
  const both = titled.filter((language) => published?.includes(language));
  return both.length > 0 ? both : titled;
}

/** Finnish, else the first language of the record in the order of the register. */
export function defaultLanguageOf(found: readonly string[]): string {
  return ["fi", "sv", "en"].find((language) => found.includes(language)) ?? found[0] ?? "fi";
}

export function textReader(found: readonly string[]): ReadTexts {
  return (texts) =>
    mapped(texts, (html, language) => (found.includes(language) ? withoutPeople(htmlToText(html)).text : ""));
}

/** Names of organisations, places and codes, and addresses: in every language there is, as they stand. */
export const names: ReadTexts = (texts) => mapped(texts, (text) => htmlToText(text));

function mapped(texts: Texts, read: (text: string, language: string) => string): LanguageMap | null {
  const found = Object.entries(texts ?? {}).flatMap(([language, value]): [string, string][] => {
    const text = languages.has(language) && value ? read(value, language) : "";
    return text === "" ? [] : [[language, text]];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}

/** Texts below one another, in each language that one of them has. */
export function joined(parts: readonly (LanguageMap | null)[], separator: string): LanguageMap | null {
  const result: Record<string, string> = {};
  for (const part of parts) {
    for (const [language, text] of Object.entries(part ?? {})) {
      result[language] = result[language] === undefined ? text : `${result[language]}${separator}${text}`;
    }
  }
  return Object.keys(result).length === 0 ? null : result;
}

/** Titles of sections (lisatiedot) in the register's list. */
export const SECTIONS = { content: "koulutuksenlisatiedot_12", outcomes: "koulutuksenlisatiedot_13" };

export function sectionText(
  sections: readonly Section[] | null | undefined,
  title: string,
  read: ReadTexts,
): LanguageMap | null {
  const wanted = (sections ?? []).filter(({ otsikko }) => otsikko?.koodiUri?.split("#")[0] === title);
  return joined(
    wanted.map(({ teksti }) => read(teksti)),
    "\n\n",
  );
}

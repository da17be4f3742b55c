import { languages } from "@/features/vocabularies/languages";
import type { LanguageMap } from "@/lib/language-map";
import type { Remark } from "./rule";

/** Characters of all texts of a record: more is a book, not an offer, and more than the search index takes. */
const MOST_TEXT = 200_000;

/** Texts of known languages that hold something, trimmed; null where none is left. */
export function knownTexts(map: LanguageMap | null, field: string, remark: Remark): LanguageMap | null {
  const kept = Object.entries(map ?? {}).flatMap(([language, text]) => {
    const trimmed = text.trim();
    if (trimmed === "") return [];
    if (languages.has(language)) return [[language, trimmed] as const];
    remark(
      "warn",
      field,
      "language-unknown",
      `"${language}" is not an ISO 639-1 language; the text in it was left out. Use a code such as "fi".`,
    );
    return [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

interface Named {
  defaultLanguage: string;
}

/** Title or name: there is one, and the default language is one of its languages. */
export function named<F extends string>(field: F) {
  return <C extends Named & Record<F, LanguageMap>>(content: C, remark: Remark): C => {
    const texts = knownTexts(content[field], field, remark);
    if (!texts) {
      remark("refuse", field, `${field}-missing`, `There is no ${field} in a known language. Give it one.`);
      return content;
    }
    const [first = "en"] = Object.keys(texts).sort();
    const defaultLanguage = texts[content.defaultLanguage] ? content.defaultLanguage : first;
    if (defaultLanguage !== content.defaultLanguage) {
      remark(
        "hint",
        field,
        "default-language",
        `It has no text in its default language "${content.defaultLanguage}"; "${defaultLanguage}" takes its place.`,
      );
    }
    return { ...content, [field]: texts, defaultLanguage };
  };
}

/** Other texts in languages: those of unknown languages and empty ones go. */
export function textsIn<F extends string>(...fields: F[]) {
  return <C extends Record<F, LanguageMap | null>>(content: C, remark: Remark): C => ({
    ...content,
    ...Object.fromEntries(fields.map((field) => [field, knownTexts(content[field], field, remark)])),
  });
}

export function isNotTooLong<C extends object>(content: C, remark: Remark): C {
  const length = charactersIn(content);
  if (length > MOST_TEXT) {
    remark(
      "refuse",
      "description",
      "record-too-long",
      `Its texts have ${length} characters, more than ${MOST_TEXT}. Keep to what a person needs to choose.`,
    );
  }
  return content;
}

function charactersIn(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + charactersIn(item), 0);
}

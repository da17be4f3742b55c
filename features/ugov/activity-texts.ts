import { withoutPeople } from "@/features/exchange/named-people";
import { childrenOf, type XmlElement } from "@/features/exchange/xml-reader";
import { parseLanguage } from "@/features/vocabularies/languages";
import type { LanguageMap } from "@/lib/language-map";
import { type Activity, field } from "./feed";

/**
 * Texts that a course has a place for. The others stay out, and out of the raw record: reading lists, office hours and
 * rules of the exam name the people who teach and their addresses.
 */
export const TEXT_TYPES = ["OBIETT_FORM", "PREREQ", "CONTENUTI"] as const;
export type TextType = (typeof TEXT_TYPES)[number];

export interface ActivityText {
  text: LanguageMap | null;
  /** True where a person was left out of it. */
  hadPeople: boolean;
  /** The partition whose text it is; null where it is the common one. */
  partition: string | null;
}

export type ActivityTexts = Readonly<Record<TextType, ActivityText>>;

/**
 * What an activity says of itself. Where its partitions write texts of their own, the block counts that states a text
 * in the most languages, the common one before the others: so both languages of a text come from one writer.
 */
export function activityTexts({ element, familyNames }: Activity): ActivityTexts {
  const blocks = childrenOf(element, "testi")
    .map((block) => ({ partition: field(block, "partStuCod"), texts: childrenOf(block, "testo") }))
    .sort((a, b) => Number(a.partition !== null) - Number(b.partition !== null));
  const read = (type: TextType): ActivityText => {
    let best: { found: Record<string, string>; partition: string | null } = { found: {}, partition: null };
    for (const { partition, texts } of blocks) {
      const found = inLanguages(texts.filter((text) => field(text, "tipoTestoCod") === type));
      if (Object.keys(found).length > Object.keys(best.found).length) best = { found, partition };
    }
    const cleaned = Object.entries(best.found).map(([language, text]) => ({
      language,
      ...withoutPeople(text, familyNames),
    }));
    return {
      text:
        cleaned.length === 0
          ? null
          : Object.fromEntries(cleaned.map(({ language, text }) => [language, text])),
      hadPeople: cleaned.some(({ hadPeople }) => hadPeople),
      partition: best.partition,
    };
  };
  return { OBIETT_FORM: read("OBIETT_FORM"), PREREQ: read("PREREQ"), CONTENUTI: read("CONTENUTI") };
}

function inLanguages(texts: readonly XmlElement[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const element of texts) {
    const language = parseLanguage(field(element, "linguaCod") ?? "");
    const text = field(element, "contenuto");
    // "=", "--" and "/" stand for nothing.
    if (language !== null && text !== null && /[\p{L}\p{N}]/u.test(text)) found[language] ??= text;
  }
  return found;
}

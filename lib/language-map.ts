/** A text in one or more languages: ISO 639-1 code -> text, in no order. `{en: "Welding", fi: "Hitsaus"}` */
export type LanguageMap = Readonly<Record<string, string>>;

export interface LocalText {
  text: string;
  /** ISO 639-1 code of `text`. */
  language: string;
  /** True where the reader's language was missing and another one is shown instead. */
  isFallback: boolean;
}

/** The text in the reader's language, else in the default one, else in the first by code; null where there is none. */
export function pickText(
  map: LanguageMap | null | undefined,
  reader: string,
  defaultLanguage: string,
): LocalText | null {
  if (!map) return null;
  for (const language of [reader, defaultLanguage, ...Object.keys(map).sort()]) {
    const text = map[language];
    if (text) return { text, language, isFallback: language !== reader };
  }
  return null;
}

import { type LanguageMap, pickText } from "@/lib/language-map";
import type { Name, Suggestion } from "./view";
import type { Wanted } from "./wanted";

interface Names {
  main: LanguageMap;
  others?: Readonly<Record<string, readonly string[]>>;
  defaultLanguage: string;
}

/**
 * The name to show a reader and, where that one does not say why it was found, the name that does: one in the reader's
 * language before others, a main name before others.
 */
export function shownName(
  locale: string,
  { main, others = {}, defaultLanguage }: Names,
  wanted: Wanted,
): Suggestion {
  const label = nameIn(locale, main, defaultLanguage);
  if (wanted.isIn(label.text)) return { label, matched: null };
  const all: Name[] = [
    ...Object.entries(main).map(([language, text]) => ({ text, language })),
    ...Object.entries(others).flatMap(([language, texts]) => texts.map((text) => ({ text, language }))),
  ];
  const found = all.filter(({ text }) => wanted.isIn(text));
  return { label, matched: found.find(({ language }) => language === locale) ?? found[0] ?? null };
}

/** A name in the reader's language or another that there is. */
export function nameIn(locale: string, names: LanguageMap, defaultLanguage: string): Name {
  const picked = pickText(names, locale, defaultLanguage);
  return { text: picked?.text ?? "", language: picked?.language ?? defaultLanguage };
}

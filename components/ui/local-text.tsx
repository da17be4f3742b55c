import { type LanguageMap, pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { InLanguage } from "./in-language";

interface Props {
  text: LanguageMap | null;
  /** The reader's. */
  locale: Locale;
  defaultLanguage: string;
  /** Where the text leads to, if it is a link. */
  href?: string;
}

/** A text of a record in the reader's language; where it has none, in another one that is named. */
export function LocalText({ text, locale, defaultLanguage, href }: Props) {
  const picked = pickText(text, locale, defaultLanguage);
  if (!picked) return null;
  return (
    <InLanguage locale={locale} language={picked.isFallback ? picked.language : null} href={href}>
      {picked.text}
    </InLanguage>
  );
}

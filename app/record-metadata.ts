import type { Metadata } from "next";
import { type LanguageMap, pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { pageMetadata } from "./page-metadata";

interface RecordTexts {
  title: LanguageMap;
  summary: LanguageMap | null;
  defaultLanguage: string;
  path: readonly string[];
}

// What search engines show of a description.
const DESCRIPTION_LENGTH = 160;

export function recordMetadata(
  locale: Locale,
  { title, summary, defaultLanguage, path }: RecordTexts,
): Metadata {
  return pageMetadata(locale, {
    title: pickText(title, locale, defaultLanguage)?.text ?? "",
    description: pickText(summary, locale, defaultLanguage)?.text.slice(0, DESCRIPTION_LENGTH),
    path,
  });
}

import type { LanguageMap } from "@/lib/language-map";
import { slugify } from "@/lib/slug";

/**
 * What a record's address is made from: its title in its default language; where that has no Latin letters (Greek,
 * Bulgarian), in another language, by code; where none has, the word for its kind.
 */
export function slugBase(kind: string, title: LanguageMap, defaultLanguage: string): string {
  for (const language of [defaultLanguage, ...Object.keys(title).sort()]) {
    const base = slugify(title[language] ?? "");
    if (base) return base;
  }
  return kind;
}

/** The n-th address made from a base: "welding", "welding-2", … */
export const numberedSlug = (base: string, n: number): string => (n === 1 ? base : `${base}-${n}`);

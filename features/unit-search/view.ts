import type { LanguageMap } from "@/lib/language-map";

/** A credential or a course that a person may say to hold. */
export interface UnitMatch {
  kind: "credential" | "course";
  slug: string;
  title: LanguageMap;
  defaultLanguage: string;
  /** Hundredths; null where it states none. */
  credits: number | null;
}

import { DEFAULT_LOCALE, LOCALES, type Locale } from "./locales";

/** The path of a page in one language; each segment is encoded. `pagePath("fi", "about", "trust")` -> "/fi/about/trust" */
export function pagePath(locale: Locale, ...segments: readonly string[]): string {
  return ["", locale, ...segments.map(encodeURIComponent)].join("/");
}

/** The same page in every language and, as `x-default`, in the default one; absolute, for hreflang. */
export function pageAlternates(origin: string, ...segments: readonly string[]): Record<string, string> {
  const addresses = LOCALES.map((locale): [string, string] => [
    locale,
    origin + pagePath(locale, ...segments),
  ]);
  return Object.fromEntries([...addresses, ["x-default", origin + pagePath(DEFAULT_LOCALE, ...segments)]]);
}

import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/locales";
import { pagePath } from "@/lib/urls";

interface Props {
  locale: Locale;
  path: readonly string[];
  query: string | undefined;
}

/** The same page in the other languages, each named in itself. */
export function LanguageSwitch({ locale, path, query }: Props) {
  return LOCALES.filter((other) => other !== locale).map((other) => (
    <li key={other}>
      <a href={pagePath(other, ...path) + (query ? `?${query}` : "")} lang={other} hrefLang={other}>
        {LOCALE_NAMES[other]}
      </a>
    </li>
  ));
}

import { InLanguage } from "@/components/ui/in-language";
import type { FoundOccupation } from "@/features/finding/view";
import type { SearchParams } from "@/features/search/schema";
import { toQueryString } from "@/features/search/url";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./found-occupations.module.css";

interface Props {
  locale: Locale;
  occupations: readonly FoundOccupation[];
  facetLimit: SearchParams["facetLimit"];
}

/** The occupations that the words name, each with the way to its courses. */
export function FoundOccupations({ locale, occupations, facetLimit }: Props) {
  const t = translator(locale);
  if (occupations.length === 0) return null;
  return (
    <ul className={styles.occupations} aria-label={t("search.occupations")}>
      {occupations.map(({ id, label, count, params }) => {
        const name = pickText(label, locale, "en");
        return (
          <li key={id}>
            {t.rich("search.occupation", {
              count,
              name: () =>
                name && (
                  <strong key="name">
                    <InLanguage locale={locale} language={name.isFallback ? name.language : null}>
                      {name.text}
                    </InLanguage>
                  </strong>
                ),
              link: (text) => (
                <a
                  key="link"
                  href={`${pagePath(locale, "search")}?${toQueryString({ ...params, facetLimit })}`}
                >
                  {text}
                </a>
              ),
            })}
          </li>
        );
      })}
    </ul>
  );
}

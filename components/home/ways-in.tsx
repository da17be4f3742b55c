import { facetLabel } from "@/components/filters/facet-label";
import { orderValues } from "@/components/filters/facet-order";
import type { Facet, FacetCount } from "@/features/search/engine";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./ways-in.module.css";

const WAYS = ["field", "level", "language"] as const;
const NO_NAMES = { provider: {}, skill: {}, "stacks-into": {}, occupation: null };

interface Props {
  locale: Locale;
  facets: Partial<Record<Facet, FacetCount[]>>;
}

/** Into the catalogue without a word to search for. */
export function WaysIn({ locale, facets }: Props) {
  const t = translator(locale);
  return (
    <section id="ways-in" className={styles.ways}>
      <h2>{t("home.ways-in")}</h2>
      <div className={styles.lists}>
        {WAYS.filter((facet) => (facets[facet]?.length ?? 0) > 0).map((facet) => (
          <section key={facet} aria-labelledby={`by-${facet}`} className={styles[facet]}>
            <h3 id={`by-${facet}`}>{t(`home.by.${facet}`)}</h3>
            <ul>
              {orderValues(facet, facets[facet] ?? [])
                .filter(({ value }) => value !== "not-stated")
                .map(({ value, count }) => (
                  <li key={value}>
                    <a href={`${pagePath(locale, "search")}?${facet}=${encodeURIComponent(value)}`}>
                      {facetLabel(locale, facet, value, NO_NAMES)}
                    </a>
                    <span className={styles.count}>
                      {formatNumber(locale, count)}
                      <span className="visually-hidden"> {t("search.courses-unit", { count })}</span>
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

import type { FacetLabels } from "@/components/filters/facet-label";
import type { NearMiss } from "@/features/near-misses/view";
import type { SearchParams } from "@/features/search/schema";
import { toQueryString } from "@/features/search/url";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { nearMissLabel } from "./near-miss-label";
import styles from "./near-misses.module.css";

interface Props {
  locale: Locale;
  nearest: readonly NearMiss[];
  labels: FacetLabels;
  facetLimit: SearchParams["facetLimit"];
  /** Id of what says what they are. */
  labelledBy: string;
}

/** Searches close by, each with how much it finds. */
export function NearMisses({ locale, nearest, labels, facetLimit, labelledBy }: Props) {
  const t = translator(locale);
  return (
    <ul className={styles.nearest} aria-labelledby={labelledBy}>
      {nearest.map(({ change, count, params }) => {
        const query = toQueryString({ ...params, facetLimit });
        return (
          <li key={query}>
            <a href={`${pagePath(locale, "search")}?${query}`}>{nearMissLabel(locale, change, labels)}</a>{" "}
            <span className={styles.count}>{t("search.results", { count })}</span>
          </li>
        );
      })}
    </ul>
  );
}

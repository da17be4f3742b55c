import type { FacetLabels } from "@/components/filters/facet-label";
import type { NearMiss } from "@/features/near-misses/view";
import type { SearchParams } from "@/features/search/schema";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { NearMisses } from "./near-misses";
import styles from "./nothing-found.module.css";

interface Props {
  locale: Locale;
  params: SearchParams;
  labels: FacetLabels;
  nearest: readonly NearMiss[];
}

/** What close by would find something, and the other ways into the catalogue. */
export function NothingFound({ locale, params, labels, nearest }: Props) {
  const t = translator(locale);
  return (
    <div className={styles.nothing}>
      {nearest.length > 0 && (
        <>
          <p id="close-by">{t("nothing.try")}</p>
          <NearMisses
            locale={locale}
            nearest={nearest}
            labels={labels}
            facetLimit={params.facetLimit}
            labelledBy="close-by"
          />
        </>
      )}
      {params.query !== "" && <p>{t("nothing.spelling")}</p>}
      <p>
        <a href={`${pagePath(locale)}#ways-in`}>{t("nothing.browse")}</a>
      </p>
      <p>
        <a href={pagePath(locale, "start")}>{t("nothing.guided")}</a>
      </p>
    </div>
  );
}

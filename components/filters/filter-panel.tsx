import type { Facet, FacetCount } from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";
import { chips } from "@/features/search/url";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { EctsBounds } from "./ects-bounds";
import type { ExpandedFacet } from "./expanded-facet";
import type { FacetLabels } from "./facet-label";
import { FILTER_GROUPS } from "./facet-order";
import { FilterDrawer } from "./filter-drawer";
import { FilterGroup } from "./filter-group";
import styles from "./filters.module.css";
import { SEARCH_FORM } from "./search-form-id";
import { ShowButton } from "./show-button";

interface Props {
  locale: Locale;
  params: SearchParams;
  facets: Partial<Record<Facet, FacetCount[]>>;
  labels: FacetLabels;
  expanded: ExpandedFacet | null;
}

const OPEN_AT_FIRST = 3;

export function FilterPanel({ locale, params, facets, labels, expanded }: Props) {
  const t = translator(locale);
  const chosen = chips(params).filter(({ kind }) => kind !== "query").length;
  const groups = FILTER_GROUPS.filter((facet) => (facets[facet]?.length ?? 0) > 0);
  return (
    <section aria-label={t("search.filters")}>
      <FilterDrawer
        summary={chosen > 0 ? t("search.filters-chosen", { count: chosen }) : t("search.filters")}
        title={t("search.filters")}
        close={t("search.close")}
        isOpen={expanded !== null}
      >
        {groups.map((facet, index) => (
          <FilterGroup
            key={facet}
            locale={locale}
            facet={facet}
            counts={facets[facet] ?? []}
            labels={labels}
            params={params}
            isOpen={index < OPEN_AT_FIRST || facet === expanded?.facet}
            expanded={facet === expanded?.facet ? expanded : null}
          >
            {facet === "ects" && <EctsBounds locale={locale} params={params} />}
          </FilterGroup>
        ))}
        <div className={styles.show}>
          <ShowButton
            form={SEARCH_FORM}
            countAddress="/api/v1/courses"
            locale={locale}
            labels={{ one: t("search.show.one"), other: t("search.show.other") }}
            plain={t("search.show.plain")}
          />
        </div>
      </FilterDrawer>
    </section>
  );
}

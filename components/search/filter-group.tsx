import type { ReactNode } from "react";
import type { Facet, FacetCount } from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";
import { isChosen } from "@/features/search/url";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { type FacetLabels, facetLabel } from "./facet-label";
import { orderValues } from "./facet-order";
import { FilterOption } from "./filter-option";
import styles from "./filters.module.css";
import { GroupSearch } from "./group-search";
import { LISTED_VALUES } from "./listed-values";
import { SEARCH_FORM } from "./search-form-id";

interface Props {
  locale: Locale;
  facet: Facet;
  counts: readonly FacetCount[];
  labels: FacetLabels;
  params: SearchParams;
  isOpen: boolean;
  /** More ways to narrow by the same thing. */
  children?: ReactNode;
}

// Folding away one or two would save nothing.
const SHOWN = 8;
const SPARED = 2;
const SEARCHABLE = 12;

export function FilterGroup({ locale, facet, counts, labels, params, isOpen, children }: Props) {
  const t = translator(locale);
  const chosen = params.selection[facet]?.length ?? 0;
  const options = orderValues(facet, counts).map(({ value, count }) => ({
    node: (
      <FilterOption
        key={value}
        name={facet}
        value={value}
        label={facetLabel(locale, facet, value, labels)}
        count={formatNumber(locale, count)}
        unit={t("search.courses-unit", { count })}
        isChosen={isChosen(params, facet, value)}
        depth={facet === "field" && /^\d{3,}$/.test(value) ? value.length - 2 : 0}
      />
    ),
    isChosen: isChosen(params, facet, value),
  }));
  const shown = options.length <= SHOWN + SPARED ? options.length : SHOWN;
  // A chosen value further down comes up, so that it is seen without opening the rest.
  const first = options.filter((option, index) => index < shown || option.isChosen);
  const rest = options.filter((option, index) => index >= shown && !option.isChosen);
  const name = t(`facets.names.${facet}`);
  return (
    <details className={styles.group} open={isOpen || chosen > 0}>
      <summary>
        {name}
        {chosen > 0 && <small>{t("search.chosen", { count: chosen })}</small>}
      </summary>
      <fieldset>
        <legend className="visually-hidden">{name}</legend>
        <GroupSearch
          label={t("search.within", { group: name })}
          found={t("search.values-left")}
          isOffered={options.length > SEARCHABLE}
          unlisted={
            options.length < LISTED_VALUES
              ? null
              : { facet, form: SEARCH_FORM, locale, unit: t("search.courses-unit", { count: 2 }) }
          }
        >
          {first.map(({ node }) => node)}
          {rest.length > 0 && (
            <details className={styles.more}>
              <summary>{t("search.more-values", { count: rest.length })}</summary>
              {rest.map(({ node }) => node)}
            </details>
          )}
        </GroupSearch>
        {children}
      </fieldset>
    </details>
  );
}

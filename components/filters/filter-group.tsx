import type { ReactNode } from "react";
import type { Facet, FacetCount } from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { isNested, orderedValues, toChoice } from "./choice";
import type { ExpandedFacet } from "./expanded-facet";
import type { FacetLabels } from "./facet-label";
import styles from "./filters.module.css";
import { GroupOptions } from "./group-options";
import { LISTED_VALUES } from "./listed-values";
import { SEARCH_FORM } from "./search-form-id";

interface Props {
  locale: Locale;
  facet: Facet;
  counts: readonly FacetCount[];
  labels: FacetLabels;
  params: SearchParams;
  isOpen: boolean;
  /** Set where all values of this facet were asked for. */
  expanded: ExpandedFacet | null;
  /** More ways to narrow by the same thing. */
  children?: ReactNode;
}

// Folding away one or two would save nothing.
const SHOWN = 8;
const SPARED = 2;
const SEARCHABLE = 12;

export function FilterGroup({ locale, facet, counts, labels, params, isOpen, expanded, children }: Props) {
  const t = translator(locale);
  const name = t(`facets.names.${facet}`);
  const chosen = params.selection[facet] ?? [];
  const all = orderedValues(facet, expanded?.counts ?? counts, params);
  // The broad fields are few and are the way to the others; a chosen value further down comes up.
  const isShort = expanded !== null || isNested(facet) || all.length <= SHOWN + SPARED;
  const shown = all.filter(({ value }, place) => isShort || place < SHOWN || chosen.includes(value));
  const hasMore = expanded === null && (isNested(facet) || shown.length < all.length);
  const label = isNested(facet)
    ? t("search.show-narrower")
    : all.length < LISTED_VALUES
      ? t("search.show-all", { count: all.length })
      : t("search.show-more");
  const search = pagePath(locale, "search");
  return (
    <details id={`facet-${facet}`} className={styles.group} open={isOpen || chosen.length > 0}>
      <summary>
        {name}
        {chosen.length > 0 && <small>{t("search.chosen", { count: chosen.length })}</small>}
      </summary>
      <fieldset>
        <legend className="visually-hidden">{name}</legend>
        {expanded && !expanded.isAll && (
          <noscript>
            <div className={styles.within}>
              <label htmlFor={`contains-${facet}`}>{t("search.within", { group: name })}</label>
              <input
                id={`contains-${facet}`}
                name="contains"
                form={SEARCH_FORM}
                defaultValue={expanded.contains}
                className={styles.field}
              />
              <button
                type="submit"
                form={SEARCH_FORM}
                name="facet"
                value={facet}
                formAction={`${search}#facet-${facet}`}
                className={styles.more}
              >
                {t("search.submit")}
              </button>
            </div>
          </noscript>
        )}
        <GroupOptions
          locale={locale}
          facet={facet}
          choices={shown.map((value) => toChoice(locale, facet, value, params, expanded?.labels ?? labels))}
          isNested={isNested(facet)}
          more={hasMore ? { label, page: search, address: `${search}/values` } : null}
          search={
            hasMore || all.length > SEARCHABLE
              ? { label: t("search.within", { group: name }), found: t("search.values-left") }
              : null
          }
          units={{
            one: t("search.courses-unit", { count: 1 }),
            other: t("search.courses-unit", { count: 2 }),
          }}
          partly={t("search.partly")}
        />
        {children}
      </fieldset>
    </details>
  );
}

import type { ExpandedFacet } from "@/components/filters/expanded-facet";
import type { FacetLabels } from "@/components/filters/facet-label";
import { FilterPanel } from "@/components/filters/filter-panel";
import wrap from "@/components/layout/wrap.module.css";
import { Notice } from "@/components/ui/notice";
import type { CourseSummary } from "@/features/courses/view";
import type { FoundOccupation, Why } from "@/features/finding/view";
import type { NearMiss } from "@/features/near-misses/view";
import type { Facet, FacetCount } from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";
import type { Reading } from "@/features/spelling/view";
import { formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { ActiveChips } from "./active-chips";
import { FoundOccupations } from "./found-occupations";
import { NearMisses } from "./near-misses";
import { NothingFound } from "./nothing-found";
import { ownWordCount } from "./own-word";
import { ReadingNote } from "./reading-note";
import { SearchBox } from "./search-box";
import styles from "./search-page.module.css";
import { SearchResults } from "./search-results";
import { SortControl } from "./sort-control";

interface Props {
  locale: Locale;
  params: SearchParams;
  /** What the address says and could not be used, as "name=value". */
  ignored: readonly string[];
  answer: {
    total: number;
    courses: readonly CourseSummary[];
    facets: Partial<Record<Facet, FacetCount[]>>;
    labels: FacetLabels;
    /** True where another engine answered than the one that the list began with. */
    degraded: boolean;
    reading: Reading;
    nearest: readonly NearMiss[];
    occupations: readonly FoundOccupation[];
    /** By course id. */
    why: Readonly<Record<string, Why>>;
  };
  /** All values of one facet, where they were asked for. */
  expanded: ExpandedFacet | null;
}

export function SearchPage({ locale, params, ignored, answer, expanded }: Props) {
  const t = translator(locale);
  const { total, courses, facets, labels, degraded, reading, nearest, occupations, why } = answer;
  const filters = nearest.filter(({ change }) => change.kind === "add");
  const more = nearest.filter(({ change }) => change.kind !== "add");
  const near = { locale, labels, facetLimit: params.facetLimit };
  const ownWords = total === 0 ? 0 : ownWordCount(params.selection, facets.trust);
  return (
    <>
      <div className={styles.find}>
        <div className={wrap.wrap}>
          <SearchBox locale={locale} query={params.query} occupation={params.occupation} />
        </div>
      </div>
      <div className={`${wrap.wrap} ${styles.grid}`}>
        <FilterPanel locale={locale} params={params} facets={facets} labels={labels} expanded={expanded} />
        <div className={styles.results}>
          <div className={styles.head}>
            <h1>{total === 0 ? t("nothing.heading") : t("search.results", { count: total })}</h1>
            {total > 1 && <SortControl locale={locale} sort={params.sort} />}
          </div>
          {degraded && (
            <Notice kind="information">
              <p>{t("search.degraded")}</p>
            </Notice>
          )}
          {ignored.length > 0 && (
            <Notice kind="information">
              <p>{t("search.ignored", { parts: formatList(locale, ignored) })}</p>
            </Notice>
          )}
          <ActiveChips locale={locale} params={params} labels={labels} />
          <ReadingNote locale={locale} params={params} reading={reading} />
          {filters.length > 0 && (
            <div className={styles.filters}>
              <p id="filters-for-words">{t("search.nearest.intended")}</p>
              <NearMisses {...near} nearest={filters} labelledBy="filters-for-words" />
            </div>
          )}
          <FoundOccupations locale={locale} occupations={occupations} facetLimit={params.facetLimit} />
          {ownWords > 0 && <p className={styles.aside}>{t("search.own-word", { count: ownWords })}</p>}
          {total === 0 ? (
            <NothingFound locale={locale} params={params} labels={labels} nearest={more} />
          ) : (
            <>
              <SearchResults locale={locale} params={params} total={total} courses={courses} why={why} />
              {more.length > 0 && (
                <section className={styles.more}>
                  <h2 id="more-close-by">{t("search.nearest.heading")}</h2>
                  <NearMisses {...near} nearest={more} labelledBy="more-close-by" />
                </section>
              )}
            </>
          )}
        </div>
      </div>
    </>
  );
}

import wrap from "@/components/layout/wrap.module.css";
import { Notice } from "@/components/ui/notice";
import type { CourseSummary } from "@/features/courses/view";
import type { Facet, FacetCount } from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";
import { formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { ActiveChips } from "./active-chips";
import type { FacetLabels } from "./facet-label";
import { FilterPanel } from "./filter-panel";
import { NothingFound } from "./nothing-found";
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
    /** True where a second engine stood in for the first. */
    degraded: boolean;
  };
}

export function SearchPage({ locale, params, ignored, answer }: Props) {
  const t = translator(locale);
  const { total, courses, facets, labels, degraded } = answer;
  return (
    <>
      <div className={styles.find}>
        <div className={wrap.wrap}>
          <SearchBox locale={locale} query={params.query} />
        </div>
      </div>
      <div className={`${wrap.wrap} ${styles.grid}`}>
        <FilterPanel locale={locale} params={params} facets={facets} labels={labels} />
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
          {total === 0 ? (
            <NothingFound locale={locale} params={params} labels={labels} />
          ) : (
            <SearchResults locale={locale} params={params} total={total} courses={courses} />
          )}
        </div>
      </div>
    </>
  );
}

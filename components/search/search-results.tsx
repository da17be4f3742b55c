import { CourseCard } from "@/components/courses/course-card";
import { Pagination } from "@/components/ui/pagination";
import type { CourseSummary } from "@/features/courses/view";
import type { Why } from "@/features/finding/view";
import { PAGED_RESULTS } from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";
import { toQueryString, withPage } from "@/features/search/url";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { MarkedTitle } from "./marked-title";
import styles from "./search-results.module.css";
import { needsReason, WhyFound } from "./why-found";

interface Props {
  locale: Locale;
  params: SearchParams;
  total: number;
  courses: readonly CourseSummary[];
  /** By course id; absent where nothing but filters found it. */
  why: Readonly<Record<string, Why>>;
}

export function SearchResults({ locale, params, total, courses, why }: Props) {
  const t = translator(locale);
  const search = pagePath(locale, "search");
  const all = toQueryString({ ...params, page: 1, pageSize: 20 });
  const lastPage = Math.ceil(Math.min(total, PAGED_RESULTS) / params.pageSize);
  return (
    <>
      {params.page > lastPage && <p>{t("search.past-last")}</p>}
      <ul className={styles.results}>
        {courses.map((course) => (
          <li key={course.id}>
            <FoundCourse locale={locale} course={course} why={why[course.id]} />
          </li>
        ))}
      </ul>
      <Pagination
        labels={{
          navigation: t("search.pages"),
          previous: t("search.previous"),
          next: t("search.next"),
          page: (page) => t("search.page", { page: formatNumber(locale, page) }),
        }}
        page={Math.min(params.page, lastPage + 1)}
        lastPage={lastPage}
        addressOf={(page) => `${search}?${toQueryString(withPage(params, page))}`}
      />
      <p className={styles.after}>{t("search.not-endorsed")}</p>
      <p className={styles.after}>
        <a href={`${search}/export?${all}`}>{t("search.export", { count: total })}</a>
      </p>
    </>
  );
}

function FoundCourse({ locale, course, why }: { locale: Locale; course: CourseSummary; why?: Why }) {
  if (!why) return <CourseCard locale={locale} course={course} heading="h2" />;
  return (
    <CourseCard
      locale={locale}
      course={course}
      heading="h2"
      title={<MarkedTitle locale={locale} course={course} why={why} />}
      why={needsReason(locale, course, why) && <WhyFound locale={locale} course={course} why={why} />}
    />
  );
}

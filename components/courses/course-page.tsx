import { CountsTowards } from "@/components/qualifications/counts-towards";
import { SourceNote } from "@/components/sources/source-note";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LocalText } from "@/components/ui/local-text";
import { Notice } from "@/components/ui/notice";
import record from "@/components/ui/record.module.css";
import type { CourseDetail } from "@/features/courses/view";
import type { CountsTowards as Towards } from "@/features/qualifications/view";
import { learningOpportunityTypes } from "@/features/vocabularies/learning-opportunity-types";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { CourseChain } from "./course-chain";
import { CourseFacts } from "./course-facts";
import { CourseLinks } from "./course-links";
import { CourseText } from "./course-text";
import { isAttendanceOnly } from "./leads-to";
import { NearestCourses } from "./nearest-courses";
import { OutcomeList } from "./outcome-list";
import { RunSections } from "./run-sections";

interface Props {
  locale: Locale;
  course: CourseDetail;
  towards: Towards;
}

export function CoursePage({ locale, course, towards }: Props) {
  const t = translator(locale);
  const { defaultLanguage, provider } = course;
  const providerHref = pagePath(locale, "providers", provider.slug);
  const providerName = pickText(provider.name, locale, provider.defaultLanguage)?.text ?? provider.slug;
  return (
    <article className={record.record}>
      <Breadcrumbs
        label={t("site.breadcrumbs")}
        steps={[
          { name: t("site.nav.search"), href: pagePath(locale, "search") },
          { name: providerName, href: providerHref },
        ]}
      />
      <div className={record.lead}>
        <div className={record.main}>
          <p className={record.kicker}>
            {course.type ? learningOpportunityTypes.label(course.type, locale) : t("course.kicker")}
          </p>
          <h1>
            <LocalText text={course.title} locale={locale} defaultLanguage={defaultLanguage} />
          </h1>
          <p>
            {t("course.by")}{" "}
            <LocalText
              href={providerHref}
              text={provider.name}
              locale={locale}
              defaultLanguage={provider.defaultLanguage}
            />
          </p>
          {course.status === "withdrawn" && (
            <Notice kind="caution">
              <p>{t("course.withdrawn")}</p>
            </Notice>
          )}
          {isAttendanceOnly(course) && (
            <Notice kind="caution">
              <p>{t("course.attendance-only")}</p>
            </Notice>
          )}
          {course.summary && (
            <p className={record.summary}>
              <LocalText text={course.summary} locale={locale} defaultLanguage={defaultLanguage} />
            </p>
          )}
          <NearestCourses locale={locale} courses={course.nearest} />
          <CourseLinks locale={locale} course={course} />
        </div>
        <CourseFacts locale={locale} course={course} />
        <div className={record.main}>
          <h2>{t("course.outcomes")}</h2>
          {course.outcomesInherited && <p className={record.quiet}>{t("course.outcomes-inherited")}</p>}
          <OutcomeList locale={locale} outcomes={course.outcomes} defaultLanguage={defaultLanguage} />
        </div>
      </div>
      <RunSections locale={locale} course={course} />
      <CourseText locale={locale} course={course} />
      <CourseChain locale={locale} course={course} />
      <CountsTowards locale={locale} slug={course.slug} towards={towards} />
      <SourceNote locale={locale} source={course.source} path={["courses", course.slug]} />
    </article>
  );
}

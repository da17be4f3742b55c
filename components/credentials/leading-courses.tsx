import { CourseCard } from "@/components/courses/course-card";
import record from "@/components/ui/record.module.css";
import type { CredentialDetail } from "@/features/credentials/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { type LeadingGroup, leadingGroups } from "./leading-groups";

/** The courses that lead here, and how many of them it takes. */
export function LeadingCourses({ locale, credential }: { locale: Locale; credential: CredentialDetail }) {
  const t = translator(locale);
  const groups = leadingGroups(credential.id, credential.courses);
  return (
    <section id="courses" className={record.section}>
      <h2>{t("leading.heading")}</h2>
      {groups.length === 0 && <p>{t("leading.none")}</p>}
      {groups.map(({ needs, neededCount, courses }) => (
        <div key={`${needs} ${neededCount}`} className={record.group}>
          <h3>
            {t(`leading.${headingOf(needs, neededCount, courses.length)}`, {
              count: courses.length,
              needed: neededCount ?? courses.length,
            })}
          </h3>
          <ul className={record.cards}>
            {courses.map((course) => (
              <li key={course.id}>
                <CourseCard locale={locale} course={course} heading="h4" />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Where more courses are needed than this catalogue lists, the heading says that too. */
function headingOf(needs: LeadingGroup["needs"], neededCount: number | null, listed: number) {
  return needs === "some" && neededCount !== null && neededCount > listed ? "some-unlisted" : needs;
}

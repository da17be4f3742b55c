import record from "@/components/ui/record.module.css";
import type { CourseSummary } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { CourseCard } from "./course-card";

/** What is still offered and nearest to a course that has ended. */
export function NearestCourses({ locale, courses }: { locale: Locale; courses: readonly CourseSummary[] }) {
  if (courses.length === 0) return null;
  return (
    <>
      <h2>{translator(locale)("course.nearest")}</h2>
      <ul className={record.cards}>
        {courses.map((course) => (
          <li key={course.id}>
            <CourseCard locale={locale} course={course} heading="h3" />
          </li>
        ))}
      </ul>
    </>
  );
}

import { Notice } from "@/components/ui/notice";
import record from "@/components/ui/record.module.css";
import type { CourseSummary } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { CourseCard } from "./course-card";

/** A course that has ended keeps its page, and shows the way to what is nearest and still offered. */
export function WithdrawnNotice({ locale, nearest }: { locale: Locale; nearest: readonly CourseSummary[] }) {
  const t = translator(locale);
  return (
    <>
      <Notice kind="caution">
        <p>{t("course.withdrawn")}</p>
      </Notice>
      {nearest.length > 0 && (
        <>
          <h2>{t("course.nearest")}</h2>
          <ul className={record.cards}>
            {nearest.map((course) => (
              <li key={course.id}>
                <CourseCard locale={locale} course={course} heading="h3" />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

import button from "@/components/ui/button.module.css";
import { ExternalLink } from "@/components/ui/external-link";
import type { CourseDetail } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** The way to the provider, where joining and paying happen. */
export function CourseLinks({ locale, course }: { locale: Locale; course: CourseDetail }) {
  const t = translator(locale);
  return (
    <>
      {course.status === "published" && course.allRuns.length > 0 && (
        <p>
          <a href="#runs" className={button.button}>
            {t("course.see-runs", { count: course.runs.length })}
          </a>
        </p>
      )}
      {course.homepage && (
        <p>
          <ExternalLink href={course.homepage}>{t("course.homepage")}</ExternalLink>
        </p>
      )}
    </>
  );
}

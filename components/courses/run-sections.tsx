import record from "@/components/ui/record.module.css";
import type { CourseDetail, RunView } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { RunTable } from "./run-table";
import styles from "./run-table.module.css";

/** Runs that can be joined or are under way; past ones stay, folded. */
export function RunSections({ locale, course }: { locale: Locale; course: CourseDetail }) {
  const t = translator(locale);
  const isOver = ({ state }: RunView) => course.status === "withdrawn" || state === "past";
  const current = course.allRuns.filter((run) => !isOver(run));
  const past = course.allRuns.filter(isOver);
  const table = { locale, defaultLanguage: course.defaultLanguage };
  return (
    <section id="runs" className={record.section}>
      <h2>{t("run.heading")}</h2>
      {course.status === "published" && course.runs.length === 0 && <p>{t("run.none-open-long")}</p>}
      {current.length > 0 && <RunTable {...table} runs={current} caption={t("run.current")} />}
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{t("run.past", { count: past.length })}</summary>
          <RunTable {...table} runs={past} caption={t("run.past-caption")} />
        </details>
      )}
    </section>
  );
}

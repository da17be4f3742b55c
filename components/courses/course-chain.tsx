import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { CourseDetail } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./course-chain.module.css";
import { LeadsTo } from "./leads-to";

/** From this course to its credential and on to the occupations whose essential skills it teaches. */
export function CourseChain({ locale, course }: { locale: Locale; course: CourseDetail }) {
  const t = translator(locale);
  return (
    <section className={record.section}>
      <h2>{t("chain.heading")}</h2>
      <ol className={styles.chain}>
        <li>
          <ChainStone />
          <h3>{t("chain.course")}</h3>
          <p>
            <LocalText text={course.title} locale={locale} defaultLanguage={course.defaultLanguage} />
          </p>
        </li>
        <li>
          <ChainStone />
          <h3>{t("chain.credential")}</h3>
          <LeadsTo locale={locale} course={course} />
        </li>
        <li>
          <ChainStone />
          <h3>{t("chain.occupations")}</h3>
          {course.occupations.length === 0 ? (
            <p>{t("chain.no-occupations")}</p>
          ) : (
            <>
              <ul className={styles.occupations}>
                {course.occupations.map(({ id, label, taught, essential }) => (
                  <li key={id}>
                    <LocalText text={label} locale={locale} defaultLanguage="en" />{" "}
                    <span className={record.quiet}>{t("chain.taught", { taught, essential })}</span>
                  </li>
                ))}
              </ul>
              <p className={record.quiet}>{t("chain.how")}</p>
            </>
          )}
        </li>
      </ol>
    </section>
  );
}

function ChainStone() {
  return (
    <svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true" className={styles.stone}>
      <path d="M1 11C1 5 6 2 13 1.5S26 4 27 10.5 22 19 16 19H9C4 19 1 16 1 11Z" />
    </svg>
  );
}

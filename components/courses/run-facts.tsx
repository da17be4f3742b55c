import { InLanguage } from "@/components/ui/in-language";
import type { CourseSummary } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./course-card.module.css";
import {
  describeLanguages,
  describeModes,
  describePlace,
  describePrice,
  describeStart,
} from "./describe-run";

/** The soonest open run in a few words, and how many more there are. */
export function RunFacts({ locale, course }: { locale: Locale; course: CourseSummary }) {
  const t = translator(locale);
  const [run, ...others] = course.runs;
  if (!run) return <li className={styles.unknown}>{t("card.no-open-run")}</li>;
  const start = describeStart(locale, run, course.defaultLanguage);
  const hasPlace = run.city !== null && !(run.modes.length === 1 && run.modes[0] === "online");
  return (
    <>
      <Fact text={describeModes(locale, run)} missing={t("card.mode-not-stated")} />
      {hasPlace && <li>{describePlace(locale, run)}</li>}
      <Fact text={describeLanguages(locale, run)} missing={t("card.language-not-stated")} />
      {start ? (
        <li>
          <InLanguage locale={locale} language={start.language}>
            {run.startKind === "dated" ? t("card.starts", { start: start.text }) : start.text}
          </InLanguage>
        </li>
      ) : (
        <Fact text={null} missing={t("card.start-not-stated")} />
      )}
      <Fact text={describePrice(locale, run)} missing={t("card.price-not-stated")} />
      {others.length > 0 && (
        <li className={styles.unknown}>{t("card.more-runs", { count: others.length })}</li>
      )}
    </>
  );
}

function Fact({ text, missing }: { text: string | null; missing: string }) {
  return <li className={text === null ? styles.unknown : undefined}>{text ?? missing}</li>;
}

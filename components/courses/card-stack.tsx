import { StackFigure } from "@/components/stack/stack-figure";
import type { CourseSummary } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./card-stack.module.css";
import { describeCredits } from "./describe-learning";

/** The stone that a course lets you lay: its credential, as wide as its credits. Attendance lays none. */
export function CardStack({ locale, course }: { locale: Locale; course: CourseSummary }) {
  const t = translator(locale);
  const credential = course.credentials.find(({ kind }) => kind !== "certificate-of-attendance");
  if (!credential || course.assessment === "attendance-only") return null;
  const credits = describeCredits(locale, credential.ectsHundredths) ?? t("card.credits-not-stated");
  return (
    <div className={styles.stack}>
      <StackFigure
        size="small"
        stones={[{ name: credential.slug, ectsHundredths: credential.ectsHundredths, kind: "counted" }]}
        description={t("stack.one-stone", { credits })}
      />
      <span aria-hidden="true">{credits}</span>
    </div>
  );
}

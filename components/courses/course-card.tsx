import type { ReactNode } from "react";
import { ClaimMark } from "@/components/claims/claim-mark";
import { LocalText } from "@/components/ui/local-text";
import type { CourseSummary } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { CardStack } from "./card-stack";
import styles from "./course-card.module.css";
import { describeCredits, describeHours, describeLevel } from "./describe-learning";
import { LeadsTo } from "./leads-to";
import { RunFacts } from "./run-facts";

interface Props {
  locale: Locale;
  course: CourseSummary;
  heading: "h2" | "h3" | "h4";
  /** Why it was found, where the title does not say it. */
  why?: ReactNode;
}

export function CourseCard({ locale, course, heading: Heading, why }: Props) {
  const t = translator(locale);
  const { defaultLanguage, provider } = course;
  const level = describeLevel(locale, course.level);
  const credits = describeCredits(locale, course.credits?.ectsHundredths ?? null);
  const hours = describeHours(locale, course.hours);
  return (
    <article className={styles.card}>
      <div className={styles.main}>
        <Heading className={styles.title}>
          <LocalText
            href={pagePath(locale, "courses", course.slug)}
            text={course.title}
            locale={locale}
            defaultLanguage={defaultLanguage}
          />
        </Heading>
        <p>
          <LocalText
            href={pagePath(locale, "providers", provider.slug)}
            text={provider.name}
            locale={locale}
            defaultLanguage={provider.defaultLanguage}
          />
        </p>
        <ul className={styles.facts}>
          {level && course.level ? (
            <li>
              <strong>{level}</strong> <ClaimMark locale={locale} status={course.level.status} />
            </li>
          ) : (
            <li className={styles.unknown}>{t("card.level-not-stated")}</li>
          )}
          {credits ? (
            <li>
              <strong>{credits}</strong> {hours && <span className={styles.unknown}>{hours}</span>}
            </li>
          ) : (
            <li className={styles.unknown}>{hours ?? t("card.credits-not-stated")}</li>
          )}
          <RunFacts locale={locale} course={course} />
        </ul>
        <LeadsTo locale={locale} course={course} />
        {course.stacksInto > 0 && <p>{t("stacking.card", { count: course.stacksInto })}</p>}
        {why && <p className={styles.why}>{why}</p>}
      </div>
      <CardStack locale={locale} course={course} />
    </article>
  );
}

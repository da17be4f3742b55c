import type { ReactNode } from "react";
import { TrustClaim } from "@/components/claims/trust-claim";
import { CreditsClaim, LevelClaim } from "@/components/claims/value-claim";
import { LocalText } from "@/components/ui/local-text";
import type { CourseSummary } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { CardStack } from "./card-stack";
import styles from "./course-card.module.css";
import { describeHours } from "./describe-learning";
import { LeadsTo } from "./leads-to";
import { RunFacts } from "./run-facts";

interface Props {
  locale: Locale;
  course: CourseSummary;
  heading: "h2" | "h3" | "h4";
  /** Instead of its plain title. */
  title?: ReactNode;
  /** Why it was found, where the title does not say it. */
  why?: ReactNode;
}

export function CourseCard({ locale, course, heading: Heading, title, why }: Props) {
  const t = translator(locale);
  const { defaultLanguage, provider, judgement } = course;
  const hours = describeHours(locale, course.hours);
  return (
    <article className={styles.card}>
      <div className={styles.main}>
        <Heading className={styles.title}>
          {title ?? (
            <LocalText
              href={pagePath(locale, "courses", course.slug)}
              text={course.title}
              locale={locale}
              defaultLanguage={defaultLanguage}
            />
          )}
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
          <li className={course.level ? undefined : styles.unknown}>
            {course.level ? (
              <LevelClaim locale={locale} judged={judgement} isInherited={course.level.inherited} />
            ) : (
              t("card.level-not-stated")
            )}
          </li>
          <li className={course.credits ? undefined : styles.unknown}>
            {course.credits ? (
              <CreditsClaim locale={locale} judged={judgement} isInherited={course.credits.inherited} />
            ) : (
              (hours ?? t("card.credits-not-stated"))
            )}
            {course.credits && hours && <span className={styles.unknown}>{hours}</span>}
          </li>
          <li>
            <span className={styles.unknown}>{t("card.trust")}</span>
            <TrustClaim locale={locale} judged={judgement} />
          </li>
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

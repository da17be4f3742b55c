import { InLanguage } from "@/components/ui/in-language";
import type { CourseSummary } from "@/features/courses/view";
import type { Segment, Why } from "@/features/finding/view";
import { languages } from "@/features/vocabularies/languages";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { MarkedText } from "./marked-text";
import styles from "./why-found.module.css";

interface Props {
  locale: Locale;
  course: CourseSummary;
  why: Why;
}

/** Whether the title, as it is shown, does not say all by itself why the course was found. */
export function needsReason(locale: Locale, course: CourseSummary, why: Why): boolean {
  return why.excerpt !== null || why.skill !== null || isOtherTitle(locale, course, why);
}

/** Why a course was found, where its title does not say it: its title in another language, a sentence, a skill. */
export function WhyFound({ locale, course, why }: Props) {
  const t = translator(locale);
  return (
    <span className={styles.reasons}>
      {isOtherTitle(locale, course, why) && (
        <span>
          {t.rich("search.why.title", {
            language: languages.label(why.title.language, locale),
            title: () => (
              <span key="title" lang={why.title.language}>
                <MarkedText segments={why.title.segments} />
              </span>
            ),
          })}
        </span>
      )}
      {why.excerpt && (
        <span>
          <Marked locale={locale} {...why.excerpt} />
        </span>
      )}
      {why.skill && (
        <span>
          {t.rich("search.why.skill", {
            skill: () => why.skill && <Marked key="skill" locale={locale} {...why.skill} />,
          })}
        </span>
      )}
    </span>
  );
}

function Marked({ locale, language, segments }: { locale: Locale; language: string; segments: Segment[] }) {
  return (
    <InLanguage locale={locale} language={language === locale ? null : language}>
      <MarkedText segments={segments} />
    </InLanguage>
  );
}

function isOtherTitle(locale: Locale, course: CourseSummary, { title }: Why): boolean {
  const shown = pickText(course.title, locale, course.defaultLanguage);
  return title.language !== shown?.language && title.segments.some(({ hit }) => hit);
}

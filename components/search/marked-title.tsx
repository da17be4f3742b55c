import { InLanguage } from "@/components/ui/in-language";
import type { CourseSummary } from "@/features/courses/view";
import type { Why } from "@/features/finding/view";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { pagePath } from "@/lib/urls";
import { MarkedText } from "./marked-text";

interface Props {
  locale: Locale;
  course: CourseSummary;
  why: Why;
}

/** The title as a list of courses shows it, with the words that were looked for marked. */
export function MarkedTitle({ locale, course, why }: Props) {
  const shown = pickText(course.title, locale, course.defaultLanguage);
  if (!shown) return null;
  return (
    <InLanguage
      locale={locale}
      language={shown.isFallback ? shown.language : null}
      href={pagePath(locale, "courses", course.slug)}
    >
      {why.title.language === shown.language ? <MarkedText segments={why.title.segments} /> : shown.text}
    </InLanguage>
  );
}

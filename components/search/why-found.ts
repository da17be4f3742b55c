import type { CourseSummary } from "@/features/courses/view";
import { words } from "@/lib/fold";
import { formatList } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

const SHOWN = 2;

/** The skills that carry words of the query which no title of the course has; null where titles have them all. */
export function whyFound(locale: Locale, query: string, course: CourseSummary): string | null {
  const titleWords = Object.values(course.title).flatMap(words);
  const missing = words(query).filter((word) => !titleWords.some((other) => other.startsWith(word)));
  if (missing.length === 0) return null;
  const skills = course.skills
    .filter(({ label }) =>
      Object.values(label)
        .flatMap(words)
        .some((word) => missing.some((wanted) => word.startsWith(wanted))),
    )
    .slice(0, SHOWN)
    .map(({ label }) => pickText(label, locale, "en")?.text ?? "");
  return skills.length > 0
    ? translator(locale)("search.teaches", { skills: formatList(locale, skills) })
    : null;
}

import type { CourseSummary } from "@/features/courses/view";
import type { LanguageMap } from "@/lib/language-map";

/** A credential or a course that a person may say to hold. */
export interface UnitMatch {
  kind: "credential" | "course";
  slug: string;
  title: LanguageMap;
  defaultLanguage: string;
  credits: number | null;
}

/** Of found courses what one holds after them: their credentials, else an assessed course itself. Attendance is nothing to hold. */
export function unitMatches(courses: readonly CourseSummary[]): UnitMatch[] {
  const found = new Map<string, UnitMatch>();
  for (const course of courses) {
    const { slug, title, defaultLanguage, credits } = course;
    const credentials = course.credentials.filter(({ kind }) => kind !== "certificate-of-attendance");
    for (const credential of credentials)
      found.set(`credential ${credential.slug}`, {
        kind: "credential",
        slug: credential.slug,
        title: credential.title,
        defaultLanguage: credential.defaultLanguage,
        credits: credential.ectsHundredths,
      });
    if (credentials.length === 0 && course.assessment === "assessed")
      found.set(`course ${slug}`, {
        kind: "course",
        slug,
        title,
        defaultLanguage,
        credits: credits?.ectsHundredths ?? null,
      });
  }
  return [...found.values()];
}

import { sampleEsco, samplePatterns, sampleProviders, sampleThemes } from "@/db/sample/catalogue";
import type { SampleCourse, SampleOutcome, SampleProvider, SampleTheme } from "@/db/sample/shapes";
import type { Outcome } from "@/features/courses/schema";

const providers = new Map(sampleProviders.map((provider) => [provider.key, provider]));
const themes = new Map(sampleThemes.map((theme) => [theme.key, theme]));
const courses = new Map(
  sampleThemes.flatMap((theme) => theme.courses.map((course) => [course.key, { theme, course }] as const)),
);
const plans = new Map(Object.entries(samplePatterns.plans));
const exams = new Map(Object.entries(samplePatterns.exams));
const skillIds = new Map(sampleEsco.skills.map(({ en, id }) => [en, id]));

/** Of the sample's tables; a key that is not there is a slip in the data and throws. */
export const providerOf = (key: string): SampleProvider => entry("provider", providers, key);
export const themeOf = (key: string): SampleTheme => entry("theme", themes, key);
export const courseOf = (key: string): { theme: SampleTheme; course: SampleCourse } =>
  entry("course", courses, key);
export const planOf = (key: string) => entry("plan", plans, key);
export const examOf = (key: string) => entry("exam", exams, key);

/** A text of one of the small tables: a grant, a kind of quality assurance, a validity. */
export function textOf(table: "grants" | "qualityAssurance" | "validity", key: string | null) {
  return key === null ? null : entry(table, new Map(Object.entries(samplePatterns[table])), key);
}

export function toOutcome({ text, skills }: SampleOutcome): Outcome {
  const links = skills.map((label) => ({
    skillId: entry("skill", skillIds, label),
    method: "stated" as const,
  }));
  return { text, skills: links.sort((a, b) => (a.skillId < b.skillId ? -1 : 1)) };
}

function entry<T>(table: string, entries: ReadonlyMap<string, T>, key: string): T {
  const found = entries.get(key);
  if (found === undefined) throw new Error(`The sample catalogue has no ${table} "${key}"`);
  return found;
}

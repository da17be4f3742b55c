import { createHash } from "node:crypto";
import { countedValues } from "@/features/courses/counted-values";
import { isOpen, lastDayToJoin } from "@/features/courses/openness";
import { priceBand, priceInEuroCents } from "@/features/courses/price-band";
import type { Run } from "@/features/courses/schema";
import type { CourseParts } from "@/features/courses/summary";
import type { SearchFacts } from "@/features/judgements/search-facts";
import { stacksOn, turningDays } from "@/features/stack-windows/stacks";
import { iscedParents } from "@/features/vocabularies/isced-f";
import { addDays, type Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";
import type { Facet, RUN_FACETS } from "./engine";
import { durationBand, ectsBand } from "./facet-values";

type RunFacet = (typeof RUN_FACETS)[number];
type CourseFacet = Exclude<Facet, RunFacet>;

/** Where a word can stand, dearest first; the names of skills are those of ESCO in every language that was imported. */
export const TEXT_FIELDS = ["title", "skills", "provider", "body"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** What a search knows of a published course on the days from `freshFrom` (null: ever) to the one before `changesOn` (null: never). */
export interface SearchDocument {
  courseId: string;
  /** The course's own values; several only where a course can have several. */
  values: Readonly<Record<CourseFacet, readonly string[]>> & { readonly provider: readonly [string] };
  /** The values of its open runs, equal runs once. Never empty: without an open run there is one that states nothing. */
  runs: readonly Readonly<Record<RunFacet, readonly string[]>>[];
  /** What words are looked for in, in every language of the record. */
  texts: Readonly<Record<TextField, readonly string[]>>;
  /** What results are sorted by; null: not known, sorted last. */
  startOn: Day | null;
  ectsHundredths: number | null;
  euroCents: number | null;
  publishedAt: Date;
  freshFrom: Day | null;
  changesOn: Day | null;
}

/** The names of a skill, by which a course that teaches it is found. */
export interface SkillNames {
  label: LanguageMap;
  altLabels: Readonly<Record<string, readonly string[]>>;
}

export function toSearchDocument(
  parts: CourseParts,
  skillNames: ReadonlyMap<string, SkillNames>,
  today: Day,
  facts: SearchFacts,
): SearchDocument {
  const { course, provider, runs } = parts;
  const counted = countedValues(parts);
  const skillIds = taughtSkills(counted.outcomes);
  const open = runs.filter((run) => isOpen(run, today));
  return {
    courseId: course.id,
    values: {
      level: [facts.eqf === null ? "not-stated" : String(facts.eqf)],
      ects: [ectsBand(facts.ectsHundredths)],
      trust: [facts.tier],
      confirmed: facts.confirmed,
      assessment: [counted.assessment === "unknown" ? "not-stated" : counted.assessment],
      credential: credentialValues(parts),
      duration: [durationBand(course.durationDays)],
      field: orNotStated(course.fields.flatMap((code) => [code, ...iscedParents(code)])),
      provider: [provider.slug],
      skill: skillIds,
      "stacks-into": stacksOn(parts.stacks, today),
    },
    runs: open.length === 0 ? [noOpenRun(provider.country)] : distinct(open.map(valuesOf(provider.country))),
    texts: {
      title: textsOf(course.title),
      skills: skillIds.flatMap((id) => namesOf(skillNames.get(id))),
      provider: textsOf(provider.legalName),
      body: [course.summary, ...counted.outcomes.map((outcome) => outcome.text), course.description].flatMap(
        textsOf,
      ),
    },
    startOn: least(open.map((run) => run.startOn)),
    ectsHundredths: facts.ectsHundredths,
    euroCents: least(open.map(priceInEuroCents)),
    publishedAt: course.publishedAt ?? course.createdAt,
    ...unchangedSpan([...closingDays(runs), ...turningDays(parts.stacks), ...facts.turningDays], today),
  };
}

/** Equal documents have equal hashes. Changes with what makes documents only where that changes what they say. */
export function hashOf(document: SearchDocument): string {
  return createHash("sha256").update(JSON.stringify(document)).digest("base64url").slice(0, 22);
}

/** Skills of links that count, each once. */
export function taughtSkills(outcomes: CourseParts["outcomes"]): string[] {
  const links = outcomes.flatMap((outcome) => outcome.skills);
  return unique(
    links.filter(({ method }) => method === "stated" || method === "accepted").map(({ id }) => id),
  );
}

function credentialValues({ course, links }: CourseParts): string[] {
  const kinds = links
    .filter(({ credential }) => credential.status === "published")
    .map(({ credential: { kind } }) =>
      kind === "micro-credential" || kind === "not-stated" ? kind : "other",
    );
  if (kinds.length > 0) return unique(kinds);
  return [course.hasNoCredential ? "none" : "not-stated"];
}

const valuesOf = (providerCountry: string) => (run: Run) => ({
  start: [startValue(run)],
  mode: orNotStated(run.modes),
  price: [priceBand(run)],
  country: [run.country ?? providerCountry],
  language: orNotStated(run.languages),
});

const noOpenRun = (country: string) => ({
  start: ["no-open-run"],
  mode: ["not-stated"],
  price: ["not-stated"],
  country: [country],
  language: ["not-stated"],
});

function startValue({ startKind, startOn }: Run): string {
  if (startKind === "standing") return "anytime";
  return startOn === null ? "not-stated" : startOn.slice(0, 7);
}

/** The first day on which each run can no longer be joined. */
const closingDays = (runs: readonly Run[]): Day[] =>
  runs.flatMap((run) => lastDayToJoin(run) ?? []).map((last) => addDays(last, 1));

/** The span of days around `today` on which nothing changes by itself, given the days on which something does. */
function unchangedSpan(days: readonly Day[], today: Day): Pick<SearchDocument, "freshFrom" | "changesOn"> {
  return {
    freshFrom:
      days
        .filter((day) => day <= today)
        .sort()
        .at(-1) ?? null,
    changesOn: days.filter((day) => day > today).sort()[0] ?? null,
  };
}

function distinct<T>(runs: readonly T[]): T[] {
  return [...new Map(runs.map((run) => [JSON.stringify(run), run])).values()];
}

/** Sorted, so that lists with the same values are equal. */
const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();

const orNotStated = (values: readonly string[]): string[] =>
  values.length > 0 ? unique(values) : ["not-stated"];

const textsOf = (map: LanguageMap | null): string[] => Object.values(map ?? {});

const namesOf = (skill: SkillNames | undefined): string[] =>
  skill ? [...textsOf(skill.label), ...Object.values(skill.altLabels).flat()] : [];

function least<T extends string | number>(values: readonly (T | null)[]): T | null {
  return values.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
}

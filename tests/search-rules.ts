import type { CourseRecord, Run } from "@/features/courses/schema";
import type { CredentialRecord } from "@/features/credentials/schema";
import type { ProviderRecord } from "@/features/providers/schema";
import type { Sort } from "@/features/search/engine";
import { toEuroCents } from "@/features/vocabularies/currencies";
import { words } from "@/lib/fold";
import { judgeTrust, type OracleRecord } from "./search-trust-rules";

/** A course with all that a search may look at. */
export interface OracleCourse {
  record: CourseRecord;
  provider: ProviderRecord;
  credentials: readonly { needs: string; record: CredentialRecord }[];
  /** What some qualification grants to it, in the words of the programmes. */
  stacks: readonly Stack[];
  fieldsOfCredential: (id: string) => readonly string[];
  /** Names of skills by id. */
  skillNames: ReadonlyMap<string, readonly string[]>;
  /** All that is recorded about anything in the catalogue. */
  evidence: readonly OracleRecord[];
}

/** A qualification lets a credential count that it names, or whatever lies in a field; between two days, both included. */
export interface Stack {
  slug: string;
  credential: string | null;
  field: string | null;
  from: string | null;
  to: string | null;
}

/** Facet values, several only where a course or a run can have several. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** What the rules say of a course on one day. */
export interface Judged {
  id: string;
  own: Values;
  /** Of its open runs, or of the one that stands for none. */
  runs: readonly Values[];
  words: readonly string[];
  ects: number | null;
  order: Readonly<Record<Sort, string | number | null>>;
}

/** Written from the words of the design, not from the engine. */
export function judge(course: OracleCourse, today: string): Judged {
  const { record, provider, skillNames } = course;
  const { content } = record;
  const offered = course.credentials.filter((credential) => credential.record.status === "published");
  const sole = offered.length === 1 && offered[0]?.needs === "this-course" ? offered[0].record.content : null;

  const { tier, confirmed, eqf: level, ects } = judgeTrust(course, today);
  const assessment = content.assessment === "unknown" ? (sole?.assessment ?? "unknown") : content.assessment;
  const outcomes = content.outcomes.length > 0 ? content.outcomes : (sole?.outcomes ?? []);
  const taught = outcomes
    .flatMap(({ skills }) => skills)
    .filter(({ method }) => method === "stated" || method === "accepted")
    .map(({ skillId }) => skillId);

  const ofCourse: Values = {
    level: [level === null ? "not-stated" : `${level}`],
    ects: [ects === null ? "not-stated" : band(ects / 100, [0, 1, 3, 6, 15, 30], "30-plus")],
    trust: [tier],
    confirmed,
    assessment: [assessment === "unknown" ? "not-stated" : assessment],
    credential: leadsTo(course),
    duration: [lasting(content.durationDays)],
    field: content.fields.length === 0 ? ["not-stated"] : content.fields.flatMap(withBroader),
    provider: [provider.slug],
    skill: taught,
    "stacks-into": course.stacks
      .filter(({ from, to }) => (from === null || from <= today) && (to === null || today <= to))
      .filter((stack) => countsIn(course, stack))
      .map(({ slug }) => slug),
  };
  const open = content.runs.filter((run) => canBeJoined(run, today));
  const ofRuns: Values[] = open.map((run) => ({
    start: [
      run.startOn === null
        ? run.startKind === "standing"
          ? "anytime"
          : "not-stated"
        : run.startOn.slice(0, 7),
    ],
    mode: run.modes.length === 0 ? ["not-stated"] : run.modes,
    price: [priced(run)],
    country: [run.country ?? provider.content.country],
    language: run.languages.length === 0 ? ["not-stated"] : run.languages,
  }));
  if (ofRuns.length === 0) {
    const [mode, price, language] = [["not-stated"], ["not-stated"], ["not-stated"]];
    ofRuns.push({ start: ["no-open-run"], mode, price, language, country: [provider.content.country] });
  }
  return {
    id: record.id,
    own: ofCourse,
    runs: ofRuns,
    words: [
      content.title,
      content.summary ?? {},
      content.description ?? {},
      provider.content.legalName,
      ...outcomes.map(({ text }) => text),
    ]
      .flatMap((map) => Object.values(map))
      .concat(taught.flatMap((id) => skillNames.get(id) ?? []))
      .flatMap(words),
    ects,
    order: {
      relevance: null,
      start: lowest(open.map((run) => run.startOn)),
      ects,
      price: lowest(open.map(euros)),
      newest: record.publishedAt?.getTime() ?? null,
    },
  };
}

/**
 * By a credential it leads to; by itself where it is assessed and leads to none. A certificate of attendance, or what ends
 * in attendance alone, is no credential here. A credential that states no field has those of its courses.
 */
function countsIn(
  { record, credentials, fieldsOfCredential }: OracleCourse,
  { credential, field }: Stack,
): boolean {
  const real = credentials
    .map((link) => link.record)
    .filter(({ status, content }) => status === "published" && content.kind !== "certificate-of-attendance");
  const isIn = (fields: readonly string[]) => field !== null && fields.some((code) => code.startsWith(field));
  if (real.length === 0) {
    return record.content.assessment === "assessed" && isIn(record.content.fields);
  }
  return real
    .filter(({ content }) => content.assessment !== "attendance-only")
    .some(({ id }) => id === credential || isIn(fieldsOfCredential(id)));
}

/** Apply-by today or later; with none stated: start today or later (of a month: all of it), standing, or not stated. */
function canBeJoined({ applyBy, startOn, startPrecision }: Run, today: string): boolean {
  if (applyBy !== null) return applyBy >= today;
  if (startOn === null) return true;
  if (startPrecision === "month") return startOn.slice(0, 7) >= today.slice(0, 7);
  return startOn >= today;
}

function leadsTo({ record, credentials }: OracleCourse): string[] {
  const kinds = credentials
    .filter((credential) => credential.record.status === "published")
    .map((credential) => credential.record.content.kind);
  if (kinds.length === 0) return [record.content.hasNoCredential ? "none" : "not-stated"];
  return kinds.map((kind) => (kind === "micro-credential" || kind === "not-stated" ? kind : "other"));
}

/** The name "low-high" of the band a number is in, the lower bound included. */
function band(value: number, bounds: readonly number[], last: string): string {
  const next = bounds.findIndex((bound) => value < bound);
  return next < 0 ? last : `${bounds[next - 1]}-${bounds[next]}`;
}

function lasting(days: number | null): string {
  if (days === null) return "not-stated";
  if (days < 7) return "under-1-week";
  if (days <= 4 * 7) return "1-4-weeks";
  if (days <= 31 + 31 + 30) return "1-3-months";
  return days <= 31 + 31 + 30 + 31 + 30 + 31 ? "3-6-months" : "over-6-months";
}

const withBroader = (code: string) =>
  [2, 3, 4].filter((length) => length <= code.length).map((length) => code.slice(0, length));

function euros({ priceKind, priceCents, currency }: Run): number | null {
  if (priceKind === "free") return 0;
  return priceCents === null || currency === null ? null : toEuroCents(priceCents, currency);
}

function priced(run: Run): string {
  const cents = euros(run);
  if (cents === null) return "not-stated";
  if (run.priceKind === "free") return "free";
  return cents < 10_000 ? "under-100" : cents > 50_000 ? "over-500" : "100-500";
}

function lowest<T extends string | number>(values: readonly (T | null)[]): T | null {
  const known = values.filter((value) => value !== null);
  return known.reduce<T | null>((least, value) => (least === null || value < least ? value : least), null);
}

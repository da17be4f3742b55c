import type { credentials } from "@/db/schema/credentials";
import type { Price } from "@/features/courses/price-band";
import type { Needs, Run } from "@/features/courses/schema";
import type { Facts, Unit } from "@/features/pathways/unit";

type CredentialRow = typeof credentials.$inferSelect;

/** What a credential and a course both say that a unit is made of. */
export interface LearningRow
  extends Pick<
    CredentialRow,
    | "id"
    | "fields"
    | "ectsHundredths"
    | "eqf"
    | "nqf"
    | "cycle"
    | "assessment"
    | "assessmentTypes"
    | "hoursMax"
    | "supervision"
  > {
  /** URIs of stated and accepted skills. */
  teaches: string[];
}

export interface UnitCourse extends LearningRow {
  providerId: string;
  /** Of the provider: where a run without a place is. */
  country: string;
  durationDays: number | null;
}

export interface UnitCredential extends LearningRow {
  isOutsideFramework: boolean;
  awardingBodies: string[];
}

export interface UnitLink {
  courseId: string;
  credentialId: string;
  needs: Needs;
  neededCount: number | null;
}

export type UnitRun = Price &
  Pick<
    Run,
    | "startKind"
    | "startOn"
    | "startPrecision"
    | "endOn"
    | "applyBy"
    | "modes"
    | "languages"
    | "country"
    | "region"
  > & { courseId: string };

/** A published course that leads to a credential, and what it does for it. */
export interface Leading {
  course: UnitCourse;
  needs: Needs;
  neededCount: number | null;
}

/**
 * A credential as a unit. What it does not state itself is that of its course, where exactly one leads to it and alone
 * suffices; fields and providers, which several may share, those of all its courses.
 */
export function factsOfCredential(credential: UnitCredential, leading: readonly Leading[]): Facts {
  const [only, ...more] = leading;
  const sole = only?.needs === "this-course" && more.length === 0 ? only.course : null;
  const { isOutsideFramework, awardingBodies } = credential;
  const courses = leading.map(({ course }) => course);
  return {
    ...factsOf(credential, isOutsideFramework ? withoutLevel(sole) : sole),
    fields:
      credential.fields.length > 0
        ? [...credential.fields]
        : distinct(courses.flatMap(({ fields }) => fields)),
    providers:
      awardingBodies.length > 0 ? awardingBodies : distinct(courses.map(({ providerId }) => providerId)),
  };
}

/** A course as a unit; of the one credential that it leads to alone, if any, comes what it does not state. */
export function factsOfCourse(course: UnitCourse, sole: UnitCredential | null): Facts {
  return { ...factsOf(course, sole), fields: [...course.fields], providers: [course.providerId] };
}

const withoutLevel = (row: LearningRow | null): LearningRow | null =>
  row && { ...row, eqf: null, nqf: null, cycle: null };

function factsOf(own: LearningRow, other: LearningRow | null): Omit<Facts, "fields" | "providers"> {
  const statesLevel = own.eqf !== null || own.nqf !== null || own.cycle !== null;
  const assessed = own.assessment === "unknown" ? (other ?? own) : own;
  return {
    unit: own.id,
    credits: own.ectsHundredths ?? other?.ectsHundredths ?? null,
    eqf: statesLevel ? own.eqf : (other?.eqf ?? null),
    teaches: own.teaches.length > 0 ? own.teaches : (other?.teaches ?? []),
    tags: [],
    quality: null,
    assessment: [...assessed.assessmentTypes],
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** Whether it is checked who is assessed; null where that is not stated. */
function identityVerified({ supervision }: Pick<LearningRow, "supervision">): boolean | null {
  if (supervision === "not-stated") return null;
  return supervision === "supervised-id" || supervision === "unsupervised-id";
}

/** A unit as rules and selectors see it: nothing in it depends on the day. */
export const bareUnit = (facts: Facts & { unit: string }): Unit => ({
  ...facts,
  hours: null,
  priceCents: null,
  prerequisite: null,
  corequisites: [],
  offerings: [],
});

/** A unit with what it is made of. */
export interface UnitRecord {
  kind: "credential" | "course";
  facts: Facts & { unit: string };
  /** Hours that the record itself states: those of a range at most. */
  hours: number | null;
  identityVerified: boolean | null;
  /** Courses that lead to it, or the course itself. */
  leading: readonly Leading[];
}

/** Null for what ends in attendance alone. */
export function credentialUnit(credential: UnitCredential, leading: readonly Leading[]): UnitRecord | null {
  if (credential.assessment === "attendance-only") return null;
  return {
    kind: "credential",
    facts: { ...factsOfCredential(credential, leading), unit: credential.id },
    hours: credential.hoursMax,
    identityVerified: identityVerified(credential),
    leading,
  };
}

/** Null for a course that is not assessed, or that leads to a credential and is not asked for by name. */
export function courseUnit(
  course: UnitCourse,
  ledTo: readonly { needs: Needs; credential: UnitCredential }[],
  isNamed: boolean,
): UnitRecord | null {
  if (ledTo.length > 0 && !isNamed) return null;
  const [only, ...more] = ledTo;
  const sole = only?.needs === "this-course" && more.length === 0 ? only.credential : null;
  const assessment = course.assessment === "unknown" ? (sole?.assessment ?? "unknown") : course.assessment;
  if (assessment !== "assessed") return null;
  return {
    kind: "course",
    facts: { ...factsOfCourse(course, sole), unit: course.id },
    hours: course.hoursMax,
    identityVerified: identityVerified(course),
    leading: [{ course, needs: "this-course", neededCount: null }],
  };
}

import type { CREDENTIAL_STATUSES } from "@/db/schema/credentials";
import type { CourseContent, LearningFacts, Needs } from "./schema";

type LevelFacts = Pick<LearningFacts, "eqf" | "nqf" | "cycle">;
type OwnFacts = LevelFacts & Pick<CourseContent, "ectsHundredths" | "assessment" | "assessmentTypes">;

/** A course with what it leads to; `O` is an outcome in whatever shape the caller holds it. */
export interface CourseWithCredentials<O> {
  course: OwnFacts;
  outcomes: readonly O[];
  links: readonly {
    link: { needs: Needs };
    credential: OwnFacts & { isOutsideFramework: boolean; status: (typeof CREDENTIAL_STATUSES)[number] };
    outcomes: readonly O[];
  }[];
}

export interface CountedValues<O> extends OwnFacts {
  /** The counted level is: declared as not placed in any qualifications framework. */
  isOutsideFramework: boolean;
  outcomes: readonly O[];
  /** What the course does not state itself and has from its credential. */
  inherited: { level: boolean; credits: boolean; assessment: boolean; outcomes: boolean };
}

/**
 * Which value counts: the course's own; else that of the credential, where the course leads to exactly one (withdrawn
 * ones aside) and alone suffices for it; else none. EQF, national level and cycle are one value, never mixed from two
 * records; so are an assessment and its types.
 */
export function countedValues<O>({ course, outcomes, links }: CourseWithCredentials<O>): CountedValues<O> {
  const sufficient = soleCredential(links);
  const own = { ...course, isOutsideFramework: false };
  const other = sufficient?.credential ?? own;
  const inherited = {
    level: !statesLevel(own) && statesLevel(other),
    credits: own.ectsHundredths === null && other.ectsHundredths !== null,
    assessment: own.assessment === "unknown" && other.assessment !== "unknown",
    outcomes: outcomes.length === 0 && sufficient !== null && sufficient.outcomes.length > 0,
  };
  const { eqf, nqf, cycle, isOutsideFramework } = inherited.level ? other : own;
  const { assessment, assessmentTypes } = inherited.assessment ? other : own;
  return {
    eqf,
    nqf,
    cycle,
    isOutsideFramework,
    ectsHundredths: own.ectsHundredths ?? other.ectsHundredths,
    assessment,
    assessmentTypes,
    outcomes: inherited.outcomes && sufficient ? sufficient.outcomes : outcomes,
    inherited,
  };
}

/** The credential whose values count for a course that states none: the only one that it leads to, if it alone suffices. */
export function soleCredential<
  Link extends { link: { needs: Needs }; credential: { status: (typeof CREDENTIAL_STATUSES)[number] } },
>(links: readonly Link[]): Link | null {
  const [only, ...more] = links.filter(({ credential }) => credential.status === "published");
  return only?.link.needs === "this-course" && more.length === 0 ? only : null;
}

const statesLevel = (facts: LevelFacts & { isOutsideFramework: boolean }): boolean =>
  facts.eqf !== null || facts.nqf !== null || facts.cycle !== null || facts.isOutsideFramework;

import type { Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";
import type { Prerequisite } from "./unit";

/** Credits in hundredths of an ECTS credit: 250 is 2.5 ECTS. Every sum and comparison of this feature is in integers. */
export type Hundredths = number;

/**
 * Names a record of the catalogue: a unit (credential or course), a provider, a body. In a programme that was read from
 * a file it is a reference key (`ref.ts`); whoever loads a programme from the database may put record ids in its place.
 */
export type RecordId = string;

/** How sure it is that something counts, best first. `possible` is never summed into what counts. */
export const CERTAINTIES = ["designed", "agreement", "precedent", "possible"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** 1 (designed) to 4 (possible). */
export const tierOf = (certainty: Certainty): number => CERTAINTIES.indexOf(certainty) + 1;

export const QUALITY_TIERS = [
  "external-review-esg",
  "national-authorisation",
  "recognised-label",
  "self-declared",
] as const;
export type QualityTier = (typeof QUALITY_TIERS)[number];

/** Which units are meant. All stated parts must hold; a list holds where one of its values does; `{}` holds for all. */
export interface Selector {
  anyOf?: Selector[];
  allOf?: Selector[];
  not?: Selector;
  units?: RecordId[];
  /** ISCED-F codes, 2 to 4 digits; a broad field includes its narrow ones. */
  fields?: string[];
  eqfMin?: number;
  eqfMax?: number;
  providers?: RecordId[];
  tags?: string[];
  /** ESCO skill URIs. */
  teaches?: string[];
  quality?: QualityTier[];
}

/** A grade is compared only with one on the same scale; `best` says which end of the scale is the better one. */
export interface MinGrade {
  scale: string;
  value: number;
  best: "highest" | "lowest";
}

interface Node {
  /** Unique within the programme version and kept from one version to the next where the part is the same. */
  id: string;
  title: LanguageMap;
}

export type AllOf = Node & { kind: "all"; of: Requirement[] };
export type AtLeast = Node & { kind: "atLeast"; k: number; of: Requirement[] };
export type CreditPool = Node & {
  kind: "credits";
  minCredits: Hundredths;
  /** Nothing counts here beyond this. Credits are indivisible: a unit that would pass it does not count here. */
  maxCredits?: Hundredths;
  from: Selector;
  /**
   * Certainty of a unit that fits `from` without being named in `from.units`: `designed` where the document admits
   * every such unit, `possible` (the default) where someone would have to be asked.
   */
  fits?: "designed" | "possible";
  minItems?: number;
  /** Counted units must come from at least so many different fields (as stated on the units). */
  distinctFields?: number;
};
export type NamedItem = Node & { kind: "item"; unit: RecordId; minGrade?: MinGrade };
/** Met by any unit that counts in another part and teaches the skill (at `minLevel` or above), or by a rule that leads here. */
export type Outcome = Node & { kind: "outcome"; skill: string; minLevel?: number };
/** Language, age, work experience, an interview: only `checkedBy` can say; never met by a computation. */
export type Manual = Node & { kind: "manual"; text: LanguageMap; checkedBy: RecordId };

export type Leaf = CreditPool | NamedItem | Outcome | Manual;
export type Requirement = AllOf | AtLeast | Leaf;

/**
 * May one unit count both within node A and within node B? `between: [A, A]` speaks of any two leaves within A. The most
 * specific declaration that covers a pair of leaves decides; a pair that none covers is `forbid`. A shared unit's credits
 * count in both leaves and once towards totals. `upTo` allows so many credits (the units' own) to be shared.
 */
export type Sharing =
  | { between: [string, string]; mode: "forbid" | "allow" }
  | { between: [string, string]; mode: "upTo"; credits: Hundredths };

export interface Policy {
  /** At least so many counted credits at this EQF level or above. */
  levelMinima: { eqf: number; credits: Hundredths }[];
  residency: {
    /** Counted credits that come from an awarding body of the qualification. */
    minFromAwardingBody?: Hundredths;
    /** Counted credits that come from anyone else. */
    maxRecognised?: Hundredths;
    /** The same as a share of the programme's total, in hundredths: 50 is half. Rounded down. */
    maxRecognisedPercent?: number;
  };
  providerMaxima: { provider: RecordId; credits: Hundredths }[];
  /** How old an achievement may be on the day of application or of the award. The first override that matches decides. */
  recency: {
    maxAgeMonths: number;
    countFrom: "award" | "application";
    overrides: { selector: Selector; months: number }[];
  } | null;
  sharing: Sharing[];
  /** Counted credits that are already used for another award. Absent: no limit. */
  maxSharedWithOtherAwards?: Hundredths;
  /** Overlapping content: of these units at most `maxCount` may be held and counted or newly taken. */
  exclusions: { units: RecordId[]; maxCount: number }[];
}

export interface RuleSource {
  url: string;
  title: string;
  retrievedOn: Day;
  /** The sentence that says so, word for word. */
  quote?: string;
  licence?: string;
}

export interface RuleConditions {
  minGrade?: MinGrade;
  maxAgeMonths?: number;
  /** One of these assessment types must be among those of the achievement. */
  assessment?: string[];
  identityVerified?: boolean;
  quality?: QualityTier[];
}

/** A published statement that A counts towards B, by whom, under which conditions, until when. */
export interface RecognitionRule {
  id: string;
  from: Selector;
  /** A leaf of the tree, or a unit: then it counts wherever the programme names that unit. */
  to: { node: string } | { unit: RecordId };
  credits: "same" | Hundredths;
  conditions: RuleConditions;
  certainty: Certainty;
  decisionBody: RecordId;
  evidenceRequired: LanguageMap[];
  validFrom: Day;
  /** Last day in force; null: until revoked. */
  validTo: Day | null;
  source: RuleSource;
}

/** Units that stand for one another, both ways. At most one of a group counts; any of them meets a prerequisite. */
export interface EquivalenceGroup {
  id: string;
  units: RecordId[];
  certainty: Certainty;
  decisionBody: RecordId;
  source: RuleSource;
}

export interface UnitPrerequisite {
  unit: RecordId;
  requires: Prerequisite;
}

/** One version of what a qualification asks for. A published version never changes: a new one says what changed. */
export interface ProgrammeVersion {
  /** The credential that this is a version of. */
  qualification: RecordId;
  version: string;
  title: LanguageMap;
  /** More than one for a joint award. The first decides where a rule names nobody. */
  awardingBodies: [RecordId, ...RecordId[]];
  eqf: number | null;
  totalCredits: Hundredths;
  validFrom: Day;
  validTo: Day | null;
  /** What is different from the version before; null for the first. */
  changes: LanguageMap | null;
  root: Requirement;
  policy: Policy;
  rules: RecognitionRule[];
  equivalences: EquivalenceGroup[];
  /** What units ask for before they can be taken; absent: nothing is said. */
  prerequisites?: UnitPrerequisite[];
  source: RuleSource;
}

export const NO_POLICY: Policy = {
  levelMinima: [],
  residency: {},
  providerMaxima: [],
  recency: null,
  sharing: [],
  exclusions: [],
};

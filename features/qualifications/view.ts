import type { RULE_REFUSALS } from "@/db/schema/pathways";
import type { SourceRef } from "@/features/courses/view";
import type { CredentialKind, CredentialStatus } from "@/features/credentials/schema";
import type {
  Certainty,
  Hundredths,
  MinGrade,
  QualityTier,
  RuleConditions,
  RuleSource,
  Sharing,
} from "@/features/pathways/programme";
import type { NamedRecord } from "@/features/record-names/view";
import type { Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";

/** A credential that has a programme in force. */
export interface QualificationSummary {
  id: string;
  slug: string;
  title: LanguageMap;
  defaultLanguage: string;
  kind: CredentialKind;
  eqf: number | null;
  totalCredits: Hundredths;
  /** The first decides where a rule names nobody. */
  awardingBodies: readonly NamedRecord[];
  /** Name of the version in force. */
  version: string;
  /** Credentials and courses that count towards it, "possible" left out. */
  countedUnits: number;
  isSample: boolean;
  updatedAt: Date;
}

export interface VersionRef {
  version: string;
  validFrom: Day;
  validTo: Day | null;
  /** The one that is in force today, past, or to come. */
  state: "current" | "past" | "to-come";
  /** What is different from the version before; null for the first. */
  changes: LanguageMap | null;
  publishedAt: Date;
}

/** `QualificationDetail` is of one version: the one in force, unless another was asked for. */
export interface QualificationDetail extends QualificationSummary {
  status: CredentialStatus;
  description: LanguageMap | null;
  shown: VersionRef;
  /** Newest first, the shown one among them. */
  versions: readonly VersionRef[];
  root: PartView;
  policy: PolicyView;
  rules: readonly RuleView[];
  equivalences: readonly EquivalenceView[];
  prerequisites: readonly { unit: NamedRecord; requires: PrerequisiteView }[];
  /** Of the programme. */
  programmeSource: RuleSource;
  /** Of the credential's record. */
  source: SourceRef;
}

/** A part of the tree. `children` is empty for a leaf; `counting` is null for a part that only has children. */
export interface PartView {
  id: string;
  title: LanguageMap;
  requirement: RequirementView;
  children: readonly PartView[];
  counting: PartCounting | null;
}

export type RequirementView =
  | { kind: "all"; of: number }
  | { kind: "atLeast"; k: number; of: number }
  | {
      kind: "credits";
      minCredits: Hundredths;
      maxCredits: Hundredths | null;
      minItems: number | null;
      distinctFields: number | null;
      from: SelectorView;
      /** How sure it is that a unit counts that fits without being named. */
      fits: "designed" | "possible";
    }
  | { kind: "item"; unit: NamedRecord; minGrade: MinGrade | null }
  | { kind: "outcome"; skill: SkillName; minLevel: number | null }
  | { kind: "manual"; text: LanguageMap; checkedBy: NamedRecord };

export interface SkillName {
  uri: string;
  /** Null where the skill is not known here. */
  label: LanguageMap | null;
}

/** A selector with its records by name; what is not asked for is absent. `{}` admits everything. */
export interface SelectorView {
  anyOf?: readonly SelectorView[];
  allOf?: readonly SelectorView[];
  not?: SelectorView;
  units?: readonly NamedRecord[];
  /** ISCED-F codes. */
  fields?: readonly string[];
  eqfMin?: number;
  eqfMax?: number;
  providers?: readonly NamedRecord[];
  tags?: readonly string[];
  teaches?: readonly SkillName[];
  quality?: readonly QualityTier[];
}

/** Up to `COUNTING_SHOWN` units of each kind, by certainty and title, with how many there are in all. */
export interface PartCounting {
  counted: readonly CountingUnit[];
  countedTotal: number;
  possible: readonly CountingUnit[];
  possibleTotal: number;
}

/** On what ground something counts. `rule` holds the rule's id, or that of the equivalence group. */
export interface Ground {
  basis: "named" | "fits" | "equivalent" | "rule";
  rule: string | null;
  certainty: Certainty;
  decider: NamedRecord;
  source: RuleSource;
  /** Last day on which the ground holds; null: no end is known. */
  until: Day | null;
}

export interface CountingUnit extends Ground {
  unit: NamedRecord;
  /** Null where the unit states none. */
  credits: Hundredths | null;
  eqf: number | null;
}

export interface RuleView {
  id: string;
  from: SelectorView;
  to: { part: { id: string; title: LanguageMap } } | { unit: NamedRecord };
  /** "same": as many as the unit has. */
  credits: "same" | Hundredths;
  conditions: RuleConditions;
  certainty: Certainty;
  decider: NamedRecord;
  evidenceRequired: readonly LanguageMap[];
  validFrom: Day;
  validTo: Day | null;
  state: "in-force" | "expired" | "to-come";
  source: RuleSource;
}

/** What is to be held or taken before a unit. */
export type PrerequisiteView =
  | { kind: "unit"; unit: NamedRecord }
  | { kind: "all"; of: readonly PrerequisiteView[] }
  | { kind: "atLeast"; k: number; of: readonly PrerequisiteView[] }
  | { kind: "manual"; text: string };

export interface EquivalenceView {
  id: string;
  units: readonly NamedRecord[];
  certainty: Certainty;
  decider: NamedRecord;
  source: RuleSource;
}

export interface PolicyView {
  levelMinima: readonly { eqf: number; credits: Hundredths }[];
  minFromAwardingBody: Hundredths | null;
  maxRecognised: Hundredths | null;
  maxRecognisedPercent: number | null;
  providerMaxima: readonly { provider: NamedRecord; credits: Hundredths }[];
  recency: {
    maxAgeMonths: number;
    countFrom: "award" | "application";
    overrides: readonly { selector: SelectorView; months: number }[];
  } | null;
  /** Ids of parts. */
  sharing: readonly Sharing[];
  maxSharedWithOtherAwards: Hundredths | null;
  exclusions: readonly { units: readonly NamedRecord[]; maxCount: number }[];
}

export interface QualificationRef {
  id: string;
  slug: string;
  title: LanguageMap;
  defaultLanguage: string;
  eqf: number | null;
  totalCredits: Hundredths;
}

interface TowardsPart {
  qualification: QualificationRef;
  version: string;
  /** Titles from below the root to the part. */
  part: { id: string; titles: readonly LanguageMap[] };
  /** The credential by which a course counts; null where the unit counts itself. */
  via: NamedRecord | null;
}

/** One row of "Counts towards" on a course or credential page: the best ground for one part. */
export interface CountsTowardsRow extends TowardsPart, Ground {
  credits: Hundredths | null;
  evidenceRequired: readonly LanguageMap[];
}

/** One row of "Not towards X, because". */
export interface NotTowardsRow extends TowardsPart {
  because: "rule-expired" | "rule-to-come" | (typeof RULE_REFUSALS)[number];
  /** Day on which the rule ended or begins; null for the other reasons. */
  day: Day | null;
  rule: string;
  decider: NamedRecord;
  source: RuleSource;
}

export interface CountsTowards {
  /** Counted ones first, by certainty; then possible ones. */
  towards: readonly CountsTowardsRow[];
  notTowards: readonly NotTowardsRow[];
  /** Grounds beside these that are not shown: the surest come first. */
  more: number;
}

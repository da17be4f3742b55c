import type { COURSE_STATUSES, LEARNING_SETTINGS } from "@/db/schema/courses";
import type { NEEDS } from "@/db/schema/credentials";
import type { ASSESSMENTS, CYCLES, MODES, SUPERVISIONS } from "@/db/schema/learning";
import type { PRICE_KINDS, SCHEDULES, START_KINDS, START_PRECISIONS } from "@/db/schema/runs";
import type { LinkMethod } from "@/features/outcomes/view";
import type { Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";

export type CourseStatus = (typeof COURSE_STATUSES)[number];
export type LearningSetting = (typeof LEARNING_SETTINGS)[number];
export type Assessment = (typeof ASSESSMENTS)[number];
export type Supervision = (typeof SUPERVISIONS)[number];
export type Cycle = (typeof CYCLES)[number];
export type Mode = (typeof MODES)[number];
export type Schedule = (typeof SCHEDULES)[number];
export type StartKind = (typeof START_KINDS)[number];
export type StartPrecision = (typeof START_PRECISIONS)[number];
export type PriceKind = (typeof PRICE_KINDS)[number];
export type Needs = (typeof NEEDS)[number];

/** What a course and a credential both state about the learning. Null, "unknown", "not-stated" and [] mean: not stated. */
export interface LearningFacts {
  /** ISCED-F 2013 codes of 2 to 4 digits. */
  fields: readonly string[];
  /** Credits in hundredths: 2.5 ECTS is 250. */
  ectsHundredths: number | null;
  /** Hours of work; both null or both set; equal unless the source gives a range. */
  hoursMin: number | null;
  hoursMax: number | null;
  /** 1 to 8. Never derived from a title. */
  eqf: number | null;
  /** URI `http://data.europa.eu/snb/qdr/c_…` of the national level. */
  nqf: string | null;
  cycle: Cycle | null;
  assessment: Assessment;
  /** Codes of features/vocabularies/assessment-types. */
  assessmentTypes: readonly string[];
  supervision: Supervision;
  prerequisites: LanguageMap | null;
}

export interface SkillLink {
  /** ESCO skill: the uuid that ends its URI. */
  skillId: string;
  method: LinkMethod;
}

export interface Outcome {
  text: LanguageMap;
  skills: readonly SkillLink[];
}

export interface Run {
  /** Names the run within its course and source; our own counting where the source has no id. */
  externalId: string;
  startKind: StartKind;
  /** With precision `month` the first of the month. Set exactly when startKind is `dated`. */
  startOn: Day | null;
  startPrecision: StartPrecision | null;
  startText: LanguageMap | null;
  endOn: Day | null;
  applyBy: Day | null;
  modes: readonly Mode[];
  /** ISO 639-1 codes of the languages of teaching. */
  languages: readonly string[];
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** NUTS code. */
  region: string | null;
  city: string | null;
  priceKind: PriceKind;
  /** Hundredths of the currency's unit, more than 0; null unless priceKind is `paid`. */
  priceCents: number | null;
  /** ISO 4217; null unless priceKind is `paid`. */
  currency: string | null;
  priceNote: LanguageMap | null;
  seats: number | null;
  schedules: readonly Schedule[];
  hoursPerWeek: number | null;
  applyUrl: string | null;
}

export interface CredentialLink {
  /** In a draft the external id of the credential in the same source, in a record our id. */
  credential: string;
  needs: Needs;
  /** With `some`: how many of the courses that lead there suffice; else null. */
  neededCount: number | null;
}

/** All that a course says, without where it came from. */
export interface CourseContent extends LearningFacts {
  /** In a draft the external id of the provider in the same source, in a record our id. */
  provider: string;
  defaultLanguage: string;
  title: LanguageMap;
  summary: LanguageMap | null;
  description: LanguageMap | null;
  durationDays: number | null;
  /** Codes of features/vocabularies/target-groups. */
  targetGroups: readonly string[];
  learningSetting: LearningSetting;
  /** Code of features/vocabularies/learning-opportunity-types. */
  type: string | null;
  homepage: string | null;
  /** The provider's word that it leads to no credential. */
  hasNoCredential: boolean;
  outcomes: readonly Outcome[];
  runs: readonly Run[];
  credentials: readonly CredentialLink[];
}

/** Where a record came from and how it stands here; the same for courses, credentials and providers. */
export interface Provenance {
  id: string;
  slug: string;
  sourceId: string;
  externalId: string;
  sourceUrl: string | null;
  /** The day its source was last read and said this. */
  retrievedOn: Day;
  isSample: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface CourseRecord extends Provenance {
  kind: "course";
  status: CourseStatus;
  publishedAt: Date | null;
  content: CourseContent;
}

import type { CREDENTIAL_KINDS } from "@/db/schema/credentials";
import type { ClaimStatus } from "@/features/claims/claim";
import type { OfferJudgement } from "@/features/judgements/view";
import type { OutcomeView } from "@/features/outcomes/view";
import type { TrustBody, TrustMark } from "@/features/trust-words/tiers";
import type { Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";
import type { Assessment, CourseStatus, LearningFacts, LearningSetting, Mode, Run } from "./schema";

export type PriceBand = "free" | "under-100" | "100-500" | "over-500" | "not-stated";

export interface ProviderRef {
  id: string;
  slug: string;
  name: LanguageMap;
  defaultLanguage: string;
  country: string;
}

export interface SourceRef {
  name: string;
  format: string;
  licence: string | null;
  /** Address of the record at its source, where it has one. */
  url: string | null;
  retrievedOn: Day;
}

/** How well a value is known, where there is one. */
export type ValueStatus = Exclude<ClaimStatus, "not-stated">;

/**
 * A level with where it comes from: of values that contradict each other the authority's. `inherited`: the course states
 * none, the one credential that it alone leads to does.
 */
export interface LevelView {
  eqf: number | null;
  nqf: string | null;
  cycle: string | null;
  outsideFramework: boolean;
  status: ValueStatus;
  inherited: boolean;
  source: string;
  asOf: Day;
}

export interface CreditsView {
  ectsHundredths: number;
  status: ValueStatus;
  inherited: boolean;
}

/** What the evidence comes to; the body is named where its record is what counts. */
export interface TrustView extends Omit<TrustMark, "body"> {
  body: { role: TrustBody["role"]; provider: ProviderRef | null } | null;
}

export interface CredentialRef {
  id: string;
  slug: string;
  title: LanguageMap;
  defaultLanguage: string;
  kind: (typeof CREDENTIAL_KINDS)[number];
  needs: "this-course" | "all" | "some";
  neededCount: number | null;
  isAssessed: boolean;
  ectsHundredths: number | null;
}

export interface RunView extends Omit<Run, "priceKind"> {
  state: "open" | "under-way" | "past";
  priceKind: Run["priceKind"];
  priceBand: PriceBand;
}

/** What a result card, the JSON list and saved lists show of a course. */
export interface CourseSummary {
  id: string;
  slug: string;
  status: CourseStatus;
  title: LanguageMap;
  summary: LanguageMap | null;
  defaultLanguage: string;
  provider: ProviderRef;
  level: LevelView | null;
  credits: CreditsView | null;
  trust: TrustView;
  /** The verdicts behind level, credits and trust, with their reasons. */
  judgement: OfferJudgement;
  hours: { min: number; max: number } | null;
  durationDays: number | null;
  assessment: Assessment;
  fields: readonly string[];
  credentials: readonly CredentialRef[];
  /** The provider says that the course leads to no credential. */
  hasNoCredential: boolean;
  /** Open runs, soonest first. */
  runs: readonly RunView[];
  /** Stated and accepted links only, in the order of the outcomes, each skill once. */
  skills: readonly { id: string; uri: string; label: LanguageMap }[];
  /** Qualifications towards which it counts today, itself or by a credential; "possible" left out. */
  stacksInto: number;
  isSample: boolean;
  updatedAt: Date;
}

/** The whole course page. */
export interface CourseDetail extends CourseSummary {
  description: LanguageMap | null;
  facts: LearningFacts;
  outcomes: readonly OutcomeView[];
  /** True where outcomes are those of the one credential that the course alone leads to. */
  outcomesInherited: boolean;
  assessmentTypes: readonly string[];
  targetGroups: readonly string[];
  learningSetting: LearningSetting;
  type: string | null;
  homepage: string | null;
  /** Every run: open, under way, past. */
  allRuns: readonly RunView[];
  /** Occupations for which a taught skill is essential, most such skills first; at most 8. */
  occupations: readonly { id: string; label: LanguageMap; taught: number; essential: number }[];
  /** For a withdrawn course: the nearest still offered (same field, then same provider); else []. */
  nearest: readonly CourseSummary[];
  source: SourceRef;
  modes: readonly Mode[];
}

import type { EvidenceKind, Label } from "@/features/evidence/schema";
import type { Day } from "@/lib/dates";

/** A value in a sentence that the page turns into words: a day, a provider's name, a word of ours. */
export type ReasonValue =
  | string
  | number
  | { day: Day }
  | { provider: string }
  /** Hundredths of a credit. */
  | { credits: number }
  | { eqf: number }
  /** From, to; one number where they are the same. */
  | { range: readonly [number, number] }
  | { evidence: EvidenceKind; label: Label | null }
  | { word: ReasonWord };

export const REASON_WORDS = [
  "no-start",
  "no-end",
  "number",
  "end-date",
  "yes",
  "no",
  "outside-frameworks",
  "this-offer",
  "another-body",
] as const;
export type ReasonWord = (typeof REASON_WORDS)[number];

/** Why a record counts. */
export const COUNTING_CODES = [
  "counts-programme",
  "counts-institution",
  "counts-through-partner",
  "counts-voluntary",
  "counts-register",
  "counts-annex-iv",
  "counts-vet-system",
  "counts-label",
  "counts-certificate",
  "counts-endorsed",
  "counts-statement",
  "counts-own-word",
] as const;
export type CountingCode = (typeof COUNTING_CODES)[number];

/** What is to be said beside a record that counts. */
export const ASIDE_CODES = [
  "covers-provider-only",
  "endorser-vouched",
  "with-conditions",
  "low-flag",
  "six-years",
  "two-ends",
  "open-end",
] as const;
export type AsideCode = (typeof ASIDE_CODES)[number];

/** Why a record does not count. */
export const REFUSAL_CODES = [
  "negative",
  "high-flag",
  "identifier-of-another",
  "not-in-register",
  "expired",
  "not-yet-valid",
  "no-dates",
  "dates-impossible",
  "closed-by-negative",
  "informs-only",
  "listed",
  "other-activity",
  "obligation-not-given",
  "covers-other-programmes",
  "names-no-provider",
  "names-no-offer",
  "third-party-register",
  "level-missing",
  "certificate-incomplete",
  "label-not-recognised",
  "endorser-unknown",
  "endorser-not-vouched",
  "assurer-unknown",
  "assurer-not-reviewed",
  "developed-alone",
  "developer-not-stated",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What is said where nothing counts. */
export const NEUTRAL_CODES = [
  "out-of-scope-level",
  "out-of-scope-provider",
  "listed-no-report",
  "not-listed",
] as const;

export const LEVEL_CODES = [
  "level-not-stated",
  "level-outside-frameworks",
  "level-stated",
  "level-from-nqf",
  "level-from-cycle",
  "level-fits-nqf",
  "level-differs-from-nqf",
  "level-nqf-unsure",
  "level-nqf-unknown",
  "level-nqf-without-eqf",
  "level-nqf-historic",
  "level-differs-from-cycle",
  "level-confirmed",
  "level-checked",
  "level-from-register",
  "level-contradicted",
  "level-contradicts-stated",
  "level-third-party-differs",
  "level-authority-differs",
  "level-not-comparable",
  "level-record-ended",
] as const;

export const CREDITS_CODES = [
  "credits-not-stated",
  "credits-stated",
  "credits-confirmed",
  "credits-checked",
  "credits-from-register",
  "credits-contradicted",
  "credits-contradicts-stated",
  "credits-third-party-differs",
  "credits-authority-differs",
  "credits-record-ended",
  "hours-usual",
  "hours-unusual",
  "hours-outlier",
  "hours-national",
  "hours-only",
  "credits-of-a-year",
] as const;

export const AWARDING_CODES = [
  "awarding-not-stated",
  "awarding-stated",
  "awarding-confirmed",
  "awarding-checked",
  "awarding-from-register",
  "awarding-contradicted",
  "awarding-contradicts-stated",
  "awarding-third-party-differs",
  "awarding-authority-differs",
  "awarding-record-ended",
] as const;

export const REASON_CODES = [
  ...COUNTING_CODES,
  ...ASIDE_CODES,
  ...REFUSAL_CODES,
  ...NEUTRAL_CODES,
  ...LEVEL_CODES,
  ...CREDITS_CODES,
  ...AWARDING_CODES,
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** A finding as data: reason-message.ts turns it into the name of a sentence and the values in it. */
export interface Reason<Code extends ReasonCode = ReasonCode> {
  code: Code;
  /** Id of the evidence that it rests on; null where it rests on what the offer itself says, or on nothing. */
  record: string | null;
  link: string | null;
  params: Readonly<Record<string, ReasonValue>>;
}

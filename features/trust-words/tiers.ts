import type { Day } from "@/lib/dates";
import type { Reason } from "./reason";

/** From the most to the least; the last two say nothing for or against. */
export const TIERS = [
  "external-review-esg",
  "national-authorisation",
  "recognised-label",
  "self-declared",
  "out-of-scope",
  "not-stated",
] as const;
export type Tier = (typeof TIERS)[number];

/** What evidence can establish, the best first: the first that holds is the verdict. */
export const LINES = [
  { tier: "external-review-esg", subStatus: "programme" },
  { tier: "external-review-esg", subStatus: "institution" },
  { tier: "external-review-esg", subStatus: "through-partner" },
  { tier: "external-review-esg", subStatus: "voluntary" },
  { tier: "national-authorisation", subStatus: "register" },
  { tier: "national-authorisation", subStatus: "vet-system" },
  { tier: "recognised-label", subStatus: "label" },
  { tier: "recognised-label", subStatus: "certificate" },
  { tier: "recognised-label", subStatus: "endorsed" },
  { tier: "self-declared", subStatus: null },
] as const satisfies readonly { tier: Tier; subStatus: string | null }[];
export type Line = (typeof LINES)[number];
export type LineName = NonNullable<Line["subStatus"]> | "self-declared";

export const SUB_STATUSES = [
  ...LINES.flatMap(({ subStatus }) => (subStatus === null ? [] : [subStatus])),
  "listed-no-report" as const,
  "not-listed" as const,
];
export type SubStatus = (typeof SUB_STATUSES)[number];

const lineName = ({ subStatus }: Line): LineName => subStatus ?? "self-declared";
const RANKS: ReadonlyMap<LineName, number> = new Map(LINES.map((line, rank) => [lineName(line), rank]));
const LINE_BY_NAME: ReadonlyMap<LineName, Line> = new Map(LINES.map((line) => [lineName(line), line]));

/** 0 is the best line. */
export const rankOf = (name: LineName): number => RANKS.get(name) ?? LINES.length;
export const tierOf = (name: LineName): Tier => LINE_BY_NAME.get(name)?.tier ?? "not-stated";

/** The two upper tiers: a body that has one may lend its word to another. */
export const isVouched = (name: LineName): boolean =>
  tierOf(name) === "external-review-esg" || tierOf(name) === "national-authorisation";

/** The three upper tiers: what `confirmed=trust` keeps. */
export const isConfirmedTier = (tier: Tier): boolean => TIERS.indexOf(tier) < TIERS.indexOf("self-declared");

export const BODY_ROLES = ["own", "provider", "awarding-body", "assuring-body"] as const;

/** Whose evidence it is. */
export interface TrustBody {
  /** `own`: the record is about the offer itself, or about the provider that was asked for. */
  role: (typeof BODY_ROLES)[number];
  /** Our id of the provider; null for an offer's own evidence. */
  id: string | null;
}

export interface TrustMark {
  tier: Tier;
  /** Null for `self-declared` and `out-of-scope`. */
  subStatus: SubStatus | null;
  /** The decision that it rests on was made with conditions. */
  conditions: boolean;
  body: TrustBody | null;
  /** First later day with another tier, sub-status or conditions mark if no record is added; null if there is none. */
  changesOn: Day | null;
}

export interface TrustVerdict extends TrustMark {
  /** What counts first, the best first; then each record that does not count, and why. Never empty. */
  reasons: readonly Reason[];
}

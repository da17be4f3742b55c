import type { Day } from "@/lib/dates";
import type { Hundredths, QualityTier, RecordId } from "./programme";

/** What selectors and rules ask of a unit or of an achievement. Unknown is null or an empty list, never 0. */
export interface Facts {
  /** The unit of the catalogue; null for one typed by hand. */
  unit: RecordId | null;
  credits: Hundredths | null;
  eqf: number | null;
  fields: string[];
  /** Who teaches and awards it; several for a joint one. */
  providers: RecordId[];
  teaches: string[];
  tags: string[];
  quality: QualityTier | null;
  assessment: string[];
}

/** Something a person holds. */
export interface Achievement extends Facts {
  id: string;
  /** Typed by hand: then it counts as `possible` at most, whatever rule there is. */
  isOwn: boolean;
  /** A month alone is read as its first day. Null: not stated, and every recency rule is unmet. */
  awardedOn: Day | null;
  /** Last day of validity; null: it does not expire, or that is not known. */
  expiresOn: Day | null;
  grade: { scale: string; value: number } | null;
  identityVerified: boolean | null;
  usedForOtherAward: boolean;
}

/** What must be held or taken before a unit. */
export type Prerequisite =
  | { kind: "all"; of: Prerequisite[] }
  | { kind: "atLeast"; k: number; of: Prerequisite[] }
  | { kind: "unit"; unit: RecordId }
  | { kind: "manual"; text: string };

export interface Offering {
  /** Null: can be started at any time (a standing offer). */
  start: Day | null;
  end: Day | null;
  /** Last day to apply. */
  deadline: Day | null;
  /** Weeks it takes, for a standing offer. Null: not stated. */
  weeks: number | null;
  modes: string[];
  languages: string[];
  country: string | null;
  region: string | null;
}

/** Something that can be taken: a credential with the courses that suffice for it, or an assessed course alone. */
export interface Unit extends Facts {
  unit: RecordId;
  /** Study hours in all; null: not stated, and never computed from credits. */
  hours: number | null;
  /** In cents of the currency that all units of one call share (the caller converts); null: unknown, never 0. */
  priceCents: number | null;
  prerequisite: Prerequisite | null;
  /** To be taken together with these. */
  corequisites: RecordId[];
  offerings: Offering[];
}

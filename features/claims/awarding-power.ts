import type { Evidence } from "@/features/evidence/schema";
import { type EvidenceBook, evidenceBook, providerKey } from "@/features/standing/book";
import { daysOfChange, firstChange } from "@/features/standing/period";
import type { Reason } from "@/features/trust-words/reason";
import type { Day } from "@/lib/dates";
import { assertionsOf, type ClaimStatus, decideClaim, type Relation } from "./claim";
import { claimReasons } from "./claim-reason";

export interface AwardingVerdict {
  /** Whether it may itself award full degrees or recognised qualifications; null: nobody says. */
  value: boolean | null;
  status: ClaimStatus;
  record: string | null;
  reasons: readonly Reason[];
  changesOn: Day | null;
}

export interface AwardingQuestion {
  /** Ids of the provider. */
  about: readonly string[];
  /** What the provider says of itself; null: nothing. Its kind in the catalogue says nothing of it. */
  stated: boolean | null;
  at: Day;
}

/** How well it is known on a day whether a provider may award by itself. */
export const awardingPowerOf = ({
  records,
  knownOn,
  ...question
}: AwardingQuestion & { records: readonly Evidence[]; knownOn?: Day }): AwardingVerdict =>
  awardingPowerIn(evidenceBook(records, knownOn ?? question.at), question);

export function awardingPowerIn(
  book: EvidenceBook,
  { about, stated, at }: AwardingQuestion,
): AwardingVerdict {
  const assertions = assertionsOf(
    about.flatMap((id) => book.standings(providerKey(id))),
    assertedPower,
  );
  const claimOn = (day: Day) => decideClaim(stated, assertions, equal, day);
  const claim = claimOn(at);
  const days = assertions.flatMap(({ periods }) => daysOfChange(periods));
  return {
    value: claim.shown?.value ?? null,
    status: claim.status,
    record: claim.shown?.record?.id ?? null,
    reasons: claimReasons("awarding", claim, assertions, (value) => ({ word: value ? "yes" : "no" }), at),
    changesOn: firstChange(at, days, (day) => {
      const later = claimOn(day);
      return `${later.status} ${later.shown?.value}`;
    }),
  };
}

/** DEQAR's two kinds of provider: an institution of higher education has degree-awarding power, another provider has none. */
function assertedPower({ kind, listedAs, asserts }: Evidence): boolean | null {
  if (asserts.awardingPower !== null) return asserts.awardingPower;
  return kind === "deqar-listing" && listedAs !== null ? listedAs === "higher-education" : null;
}

const equal = (a: boolean, b: boolean): Relation => (a === b ? "same" : "different");

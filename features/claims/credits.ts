import type { Evidence } from "@/features/evidence/schema";
import { type EvidenceBook, evidenceBook } from "@/features/standing/book";
import { daysOfChange, firstChange } from "@/features/standing/period";
import type { Reason } from "@/features/trust-words/reason";
import type { Day } from "@/lib/dates";
import { assertionsOf, type ClaimStatus, decideClaim, type Relation } from "./claim";
import { claimReasons } from "./claim-reason";
import { offerStandings } from "./level";
import { type StatedWorkload, workloadRemarks } from "./workload";

export type { StatedWorkload } from "./workload";

export interface CreditsVerdict {
  ectsHundredths: number | null;
  status: ClaimStatus;
  /** The record that the value shown comes from; null: it is what the offer states. */
  record: string | null;
  source: { name: string; asOf: Day } | null;
  /** Contradicted: the other values, the offer's own first (record null). */
  beside: readonly { value: number; record: string | null }[];
  reasons: readonly Reason[];
  changesOn: Day | null;
}

export interface CreditsQuestion {
  /** Ids of the course or credential, and of the one credential whose values count for a course. */
  about: readonly string[];
  stated: StatedWorkload;
  at: Day;
}

/** How well the credits of a course or a credential are known on a day. Hours are a remark, never a check. */
export const creditsOf = ({
  records,
  knownOn,
  ...question
}: CreditsQuestion & { records: readonly Evidence[]; knownOn?: Day }): CreditsVerdict =>
  creditsIn(evidenceBook(records, knownOn ?? question.at), question);

export function creditsIn(book: EvidenceBook, { about, stated, at }: CreditsQuestion): CreditsVerdict {
  const assertions = assertionsOf(offerStandings(book, about), ({ asserts }) => asserts.ectsHundredths);
  const claimOn = (day: Day) => decideClaim(stated.ectsHundredths, assertions, equal, day);
  const claim = claimOn(at);
  const { status, shown, differing } = claim;
  const days = assertions.flatMap(({ periods }) => daysOfChange(periods));
  return {
    ectsHundredths: shown?.value ?? null,
    status,
    record: shown?.record?.id ?? null,
    source: shown?.record ? { name: shown.record.source.name, asOf: shown.record.retrievedOn } : null,
    beside:
      status === "contradicted"
        ? differing.map(({ value, record }) => ({ value, record: record?.id ?? null }))
        : [],
    reasons: [
      ...claimReasons("credits", claim, assertions, (credits) => ({ credits }), at),
      ...workloadRemarks(stated, shown?.value ?? null),
    ],
    changesOn: firstChange(at, days, (day) => {
      const later = claimOn(day);
      return `${later.status} ${later.shown?.value}`;
    }),
  };
}

const equal = (a: number, b: number): Relation => (a === b ? "same" : "different");

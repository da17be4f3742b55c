import type { Evidence } from "@/features/evidence/schema";
import { type EvidenceBook, evidenceBook } from "@/features/standing/book";
import { daysOfChange, firstChange } from "@/features/standing/period";
import type { Reason } from "@/features/trust-words/reason";
import type { Day } from "@/lib/dates";
import { assertionsOf, type ClaimStatus, decideClaim, type Word } from "./claim";
import { levelReasons } from "./level-reason";
import { eqfOf, type LevelValue, levelOrNull, relationOf } from "./level-value";
import { nqfLevel } from "./nqf";

export type OfferedLevel = LevelValue;

export interface LevelVerdict extends LevelValue {
  status: ClaimStatus;
  /** The record that the value shown comes from; null: it is what the offer states. */
  record: string | null;
  /** Where and when that record was read; null: the offer's own source. */
  source: { name: string; asOf: Day } | null;
  /** Contradicted: the other values, the offer's own first (record null). */
  beside: readonly { value: LevelValue; record: string | null }[];
  reasons: readonly Reason[];
  /** First later day with another value or status if no record is added. */
  changesOn: Day | null;
}

export interface LevelQuestion {
  /** Ids of the course or credential, and of the one credential whose values count for a course. */
  about: readonly string[];
  /** What counts as stated (counted-values.ts). */
  stated: LevelValue;
  at: Day;
}

/** How well the level of a course or a credential is known on a day. */
export const levelOf = ({
  records,
  knownOn,
  ...question
}: LevelQuestion & { records: readonly Evidence[]; knownOn?: Day }): LevelVerdict =>
  levelIn(evidenceBook(records, knownOn ?? question.at), question);

export function levelIn(book: EvidenceBook, { about, stated, at }: LevelQuestion): LevelVerdict {
  const assertions = assertionsOf(offerStandings(book, about), ({ asserts }) =>
    levelOrNull({ eqf: asserts.eqf, nqf: asserts.nqf, cycle: asserts.cycle, isOutsideFramework: false }),
  );
  const claimOn = (day: Day) => decideClaim(levelOrNull(stated), assertions, relationOf, day);
  const answerOn = (day: Day): LevelValue & { status: ClaimStatus } => {
    const { status, shown, agreeing } = claimOn(day);
    const value = shown ? completed(shown, status === "confirmed" ? agreeing : []) : NOWHERE;
    const isChecked = status === "stated" && fitsItsNqf(value);
    return { ...value, eqf: eqfOf(value), status: isChecked ? "checked" : status };
  };
  const claim = claimOn(at);
  const record = claim.shown?.record ?? null;
  const days = assertions.flatMap(({ periods }) => daysOfChange(periods));
  return {
    ...answerOn(at),
    record: record?.id ?? null,
    source: record && { name: record.source.name, asOf: record.retrievedOn },
    beside: claim.status === "contradicted" ? claim.differing.map(besideOf) : [],
    reasons: levelReasons(claim, assertions, at),
    changesOn: firstChange(at, days, (day) => JSON.stringify(answerOn(day))),
  };
}

/** What speaks about an offer: under either kind, since ids are of one kind only. */
export const offerStandings = (book: EvidenceBook, about: readonly string[]) =>
  about.flatMap((id) => [...book.standings(`course:${id}`), ...book.standings(`credential:${id}`)]);

const NOWHERE: LevelValue = { eqf: null, nqf: null, cycle: null, isOutsideFramework: false };

/** A confirmed value takes what it leaves open from the words that agree with it. */
function completed({ value }: Word<LevelValue>, others: readonly Word<LevelValue>[]): LevelValue {
  const words = [value, ...others.map((word) => word.value)];
  return {
    eqf: firstOf(words.map(({ eqf }) => eqf)),
    nqf: firstOf(words.map(({ nqf }) => nqf)),
    cycle: firstOf(words.map(({ cycle }) => cycle)),
    isOutsideFramework: value.isOutsideFramework,
  };
}

const firstOf = <T>(values: readonly (T | null)[]): T | null =>
  values.find((value) => value !== null) ?? null;

function fitsItsNqf({ eqf, nqf }: LevelValue): boolean {
  const row = nqf === null ? null : nqfLevel(nqf);
  return row?.confidence === "A" && row.eqf !== null && row.eqf === eqf;
}

const besideOf = ({ value, record }: Word<LevelValue>): LevelVerdict["beside"][number] => ({
  value: { ...value, eqf: eqfOf(value) },
  record: record?.id ?? null,
});

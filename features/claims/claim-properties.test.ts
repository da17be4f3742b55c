import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evidence } from "@/features/evidence/schema";
import { day, FIRST, LAST, records } from "@/features/trust/random-evidence.fixture";
import { isConfirmedTier, TIERS } from "@/features/trust-words/tiers";
import { addDays, type Day } from "@/lib/dates";
import { CLAIM_STATUSES, type Claim, decideClaim, isConfirmedClaim, type Relation, voiceOf } from "./claim";
import { type LevelQuestion, type LevelVerdict, levelOf } from "./level";

type Rule = (question: LevelQuestion & { records: readonly Evidence[]; knownOn?: Day }) => LevelVerdict;

const stated = fc
  .constantFrom(5, 6, 7, null)
  .map((eqf) => ({ eqf, nqf: null, cycle: null, isOutsideFramework: false }));
/** All about one credential, so that they meet. */
const asserting = records.map((all) =>
  all.map((one) => ({ ...one, subject: { kind: "credential" as const, id: "credential" } })),
);
const about = ["credential"];
const words = ({ eqf, status }: LevelVerdict) => `${eqf} ${status}`;
const isCurrent = ({ validFrom, validTo, registerEnd }: Evidence, at: Day) =>
  (validFrom === null || validFrom <= at) && [validTo, registerEnd].every((end) => end === null || at <= end);

const PROMISES: Readonly<Record<string, (rule: Rule) => fc.IProperty<[typeof UNSTATED, Evidence[], Day]>>> = {
  "a level changes first on its day of change": (rule) =>
    fc.property(stated, asserting, day, (own, given, at) => {
      const question = { about, stated: own, records: given, knownOn: FIRST };
      const now = rule({ ...question, at });
      let first: Day | null = null;
      for (let next = addDays(at, 1); next <= LAST && first === null; next = addDays(next, 1)) {
        if (words(rule({ ...question, at: next })) !== words(now)) first = next;
      }
      return now.changesOn === first || (first === null && (now.changesOn ?? "") > LAST);
    }),
  "a level above stated rests on a current record, and names it": (rule) =>
    fc.property(stated, asserting, day, (own, given, at) => {
      const { status, reasons } = rule({ about, stated: own, records: given, at, knownOn: FIRST });
      if (status === "stated" || status === "not-stated") return true;
      const named = reasons.filter(({ code }) => code !== "level-record-ended").map(({ record }) => record);
      return given.some((one) => named.includes(one.id) && isCurrent(one, at) && one.asserts.eqf !== null);
    }),
  "a level is contradicted only where an authority has another value": (rule) =>
    fc.property(stated, asserting, day, (own, given, at) => {
      const { status, eqf, beside } = rule({ about, stated: own, records: given, at, knownOn: FIRST });
      const isAuthority = given.some(
        (one) => voiceOf(one) === "authority" && one.asserts.eqf === eqf && isCurrent(one, at),
      );
      const differ =
        beside.length > 0 && beside.every(({ value }) => value.eqf !== eqf && value.eqf !== null);
      return status === "contradicted" ? isAuthority && differ : beside.length === 0;
    }),
  "the order of the records is irrelevant to a level": (rule) =>
    fc.property(stated, asserting, day, (own, given, at) => {
      const ask = (all: readonly Evidence[]) =>
        words(rule({ about, stated: own, records: all, at, knownOn: FIRST }));
      return ask(given) === ask([...given].reverse());
    }),
};
const UNSTATED = { eqf: null as number | null, nqf: null, cycle: null, isOutsideFramework: false };

const FAULTS: Readonly<Record<keyof typeof PROMISES, Rule>> = {
  "a level changes first on its day of change": (question) => ({ ...levelOf(question), changesOn: null }),
  "a level above stated rests on a current record, and names it": (question) =>
    levelOf({
      ...question,
      records: question.records.map((one) => ({ ...one, validTo: null, registerEnd: null })),
    }),
  "a level is contradicted only where an authority has another value": (question) =>
    levelOf({
      ...question,
      records: question.records.map((one) => ({ ...one, source: { ...one.source, class: "authoritative" } })),
    }),
  "the order of the records is irrelevant to a level": (question) =>
    levelOf({ ...question, records: question.records.slice(0, 1) }),
};

describe.each(Object.entries(PROMISES))("%s", (name, promise) => {
  it("holds", { timeout: 60_000 }, () => fc.assert(promise(levelOf), { numRuns: 200 }));

  it("is broken by a faulty rule", { timeout: 60_000 }, () => {
    const fault = FAULTS[name];
    const check = fault && fc.check(promise(fault), { numRuns: 3_000, endOnFailure: true, seed: 7 });
    expect(check?.failed).toBe(true);
  });
});

describe("a claim", () => {
  const equal = (a: number, b: number): Relation => (a === b ? "same" : "different");
  const decided = (own: number | null): Claim<number> => decideClaim(own, [], equal, FIRST);

  it("is not stated where nobody says anything, and stated where only the offer does", () => {
    expect(decided(null)).toMatchObject({ status: "not-stated", shown: null });
    expect(CLAIM_STATUSES.filter(isConfirmedClaim)).toEqual(["checked", "confirmed"]);
    expect(TIERS.filter(isConfirmedTier)).toEqual(TIERS.slice(0, 3));
    expect(decided(300)).toMatchObject({ status: "stated", shown: { value: 300, record: null } });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evidence } from "@/features/evidence/schema";
import { activityOf, decisionDays, routeOf } from "@/features/standing/closing";
import { isOwnWord, subjectKey } from "@/features/standing/knowledge";
import type { TrustMark } from "@/features/trust-words/tiers";
import { addDays, type Day } from "@/lib/dates";
import {
  checked,
  counts,
  isNeutral,
  markOf,
  type PromiseOfRule,
  withRecords,
  withVerdict,
  worth,
} from "./faulty-rule.fixture";
import { naiveChange, naiveTrust } from "./naive-trust.fixture";
import { DAYS, day, FIRST, LAST, record, records, subjects } from "./random-evidence.fixture";
import { trustOf } from "./verdict";

const decidedOn = decisionDays([]);
const contradicts = ({ decision, answer }: Evidence): boolean =>
  decision === "negative" || answer === "other-name";
/** A negative decision that is no longer in date is forgotten. */
const forgetful = withRecords((all, { at }) =>
  all.filter(({ decision, validTo }) => decision !== "negative" || validTo === null || validTo >= at),
);

const PROMISES: readonly PromiseOfRule[] = [
  {
    name: "more evidence never lowers it, unless it is negative or contradicting",
    of: (rule) =>
      checked(
        fc.property(subjects, records, record("more"), day, (subject, given, more, at) => {
          fc.pre(!contradicts(more));
          const question = { subject, at, knownOn: FIRST };
          const before = rule({ ...question, records: given });
          const after = rule({ ...question, records: [...given, more] });
          return worth(after) <= worth(before);
        }),
      ),
    faults: {
      "the last record alone speaks": withRecords((all) => all.slice(-1)),
      "an expired record spoils the rest": withRecords((all, { at }) =>
        all.some(({ validTo }) => validTo !== null && validTo < at) ? [] : [...all],
      ),
    },
  },
  {
    name: "time alone never raises it, except on the first day of a record",
    of: (rule) =>
      checked(
        fc.property(subjects, records, (subject, given) =>
          DAYS.slice(1).every((at) => {
            const question = { subject, records: given, knownOn: FIRST };
            const isRaised =
              worth(rule({ ...question, at })) < worth(rule({ ...question, at: addDays(at, -1) }));
            return !isRaised || given.some(({ validFrom }) => validFrom === at);
          }),
        ),
      ),
    faults: {
      "a negative decision lapses with its dates": forgetful,
      "it counts only from its second day": withRecords((all) =>
        all.map((one) => ({ ...one, validFrom: one.validFrom && addDays(one.validFrom, 1) })),
      ),
    },
  },
  {
    name: "a negative decision ends only by a newer one of the same activity",
    of: (rule) =>
      checked(
        fc.property(subjects, records, day, (subject, given, at) => {
          const { reasons } = rule({ subject, records: given, at, knownOn: FIRST });
          const counting = given.filter((one) =>
            reasons.some(({ code, record }) => record === one.id && counts(code) && !isOwnWord(one)),
          );
          const isIdentified = ({ subjectIdentifier }: Evidence) => subjectIdentifier !== null;
          return given
            .filter(({ decision, answer }) => decision === "negative" && answer === "found")
            .filter((no) => !isIdentified(no) && decidedOn(no) <= at)
            .every((no) => {
              const same = (one: Evidence) =>
                subjectKey(one.subject) === subjectKey(no.subject) && routeOf(one) === routeOf(no);
              const isNewer = (one: Evidence) =>
                one.validFrom !== null && one.validFrom > decidedOn(no) && one.validFrom <= at;
              const isReplaced = given.some(
                (one) => same(one) && isNewer(one) && activityOf(one) === activityOf(no),
              );
              return counting.filter(same).every((one) => isNewer(one) && isReplaced);
            });
        }),
      ),
    faults: {
      "a negative decision lapses with its dates": forgetful,
      "any newer decision will do": withRecords((all) =>
        all.filter(
          (no) =>
            no.decision !== "negative" ||
            !all.some((one) => one.decision === "positive" && decidedOn(one) > decidedOn(no)),
        ),
      ),
    },
  },
  {
    name: "every verdict above the neutral ones names a record that counts",
    of: (rule) =>
      checked(
        fc.property(subjects, records, day, (subject, given, at) => {
          const verdict = rule({ subject, records: given, at, knownOn: FIRST });
          const named = verdict.reasons.filter(({ code }) => counts(code)).map((reason) => reason.record);
          return isNeutral(verdict) || given.some(({ id }) => named.includes(id));
        }),
      ),
    faults: {
      "a verdict without its evidence": withVerdict(() => ({ reasons: [] })),
      "a verdict that names what does not count": withVerdict(({ reasons }) => ({
        reasons: reasons.filter(({ code }) => !counts(code)),
      })),
    },
  },
  {
    name: "the day of change is the first one with another answer, and no day before it has one",
    of: (rule) =>
      checked(
        fc.property(subjects, records, day, (subject, given, at) => {
          const question = { subject, records: given, knownOn: at };
          const { changesOn, ...now } = rule({ ...question, at });
          const answer = (mark: TrustMark) => JSON.stringify(markOf(mark));
          let first: Day | null = null;
          for (let next = addDays(at, 1); next <= LAST && first === null; next = addDays(next, 1)) {
            if (answer(rule({ ...question, at: next })) !== answer({ ...now, changesOn })) first = next;
          }
          return changesOn === first || (first === null && changesOn !== null && changesOn > LAST);
        }),
      ),
    faults: {
      "a day late": withVerdict(({ changesOn }) => ({ changesOn: changesOn && addDays(changesOn, 1) })),
      "the first end of any record": withVerdict((_, { records, at }) => ({
        changesOn:
          records
            .flatMap(({ validTo }) => (validTo === null ? [] : [addDays(validTo, 1)]))
            .filter((end) => end > at)
            .sort()[0] ?? null,
      })),
      never: withVerdict(() => ({ changesOn: null })),
    },
  },
  {
    name: "the order of the records is irrelevant",
    of: (rule) =>
      checked(
        fc.property(
          subjects,
          records.chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
          ),
          day,
          (subject, [given, shuffled], at) => {
            const question = { subject, at, knownOn: FIRST };
            const [one, other] = [given, shuffled].map((all) => rule({ ...question, records: all }));
            return JSON.stringify(one) === JSON.stringify(other);
          },
        ),
      ),
    faults: {
      "the first record of a subject speaks": withRecords((all) =>
        all.filter((one, index) => all.findIndex(({ subject }) => subject.id === one.subject.id) === index),
      ),
    },
  },
  {
    name: "negative, flagged and ended records never count and are always given",
    of: (rule) =>
      checked(
        fc.property(records, day, (given, at) => {
          const subject = { kind: "provider", id: "provider", providerKind: "unknown" } as const;
          const { reasons } = rule({ subject, records: given, at, knownOn: FIRST });
          return given
            .filter((one) => one.subject.kind === "provider" && one.subject.id === "provider")
            .filter(
              ({ decision, flag, validTo }) =>
                decision === "negative" || flag === "high" || (validTo !== null && validTo < at),
            )
            .every(({ id }) => {
              const codes = reasons.filter((reason) => reason.record === id).map(({ code }) => code);
              return codes.length > 0 && !codes.some(counts);
            });
        }),
      ),
    faults: {
      "what does not count is left out": withVerdict(({ reasons }) => ({
        reasons: reasons.filter(({ code }) => counts(code)),
      })),
      "a high-level flag is overlooked": withRecords((all) => all.map((one) => ({ ...one, flag: "none" }))),
    },
  },
  {
    name: "a correction that is still to come is not seen",
    of: (rule) =>
      checked(
        fc.property(subjects, records, record("fix"), day, day, (subject, given, fix, at, on) => {
          fc.pre(at < on && given.length > 0);
          const corrected = given.map((one) =>
            one.id === "e0" ? { ...one, supersededBy: "fix", supersededOn: on } : one,
          );
          const correction = { ...fix, supersedes: "e0", enteredOn: on };
          const seen = rule({ subject, at, records: [...corrected, correction] });
          return JSON.stringify(seen) === JSON.stringify(rule({ subject, at, records: given }));
        }),
      ),
    faults: {
      "what is known in the end is known from the start": (question) =>
        trustOf({ ...question, knownOn: LAST }),
    },
  },
  {
    name: "it is what the table says, read line by line for one day",
    of: (rule) =>
      checked(
        fc.property(subjects, records, day, (subject, given, at) => {
          const verdict = rule({ subject, records: given, at, knownOn: FIRST });
          expect(markOf(verdict)).toEqual(naiveTrust(subject, given, at));
          const change = naiveChange(subject, given, at, LAST);
          expect(verdict.changesOn !== null && verdict.changesOn <= LAST ? verdict.changesOn : null).toBe(
            change,
          );
        }),
      ),
    faults: {
      "conditions are forgotten": withVerdict(() => ({ conditions: false })),
      "a contested identifier is overlooked": withRecords((all) =>
        all.filter(({ answer }) => answer !== "other-name"),
      ),
    },
  },
];

describe.each(PROMISES)("$name", ({ of, faults }) => {
  it("holds", { timeout: 60_000 }, () => {
    of(trustOf).assert();
  });

  it.each(Object.keys(faults))("catches: %s", { timeout: 60_000 }, (name) => {
    const fault = faults[name];
    expect(fault && of(fault).isBroken()).toBe(true);
  });
});

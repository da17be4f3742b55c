import type { Evidence } from "@/features/evidence/schema";
import { isOwnWord } from "@/features/standing/knowledge";
import { FIRST_DAY, holdsOn, type Period } from "@/features/standing/period";
import type { Standing } from "@/features/standing/standing";
import type { Day } from "@/lib/dates";

export const CLAIM_STATUSES = ["not-stated", "stated", "checked", "confirmed", "contradicted"] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** What `confirmed=level` and `confirmed=credits` keep. */
export const isConfirmedClaim = (status: ClaimStatus): boolean =>
  status === "checked" || status === "confirmed";

/** How two values stand to each other; `incomparable`: neither the same nor in conflict. */
export type Relation = "same" | "different" | "incomparable";

/** A value that a record asserts, on the days on which the record stands. */
export interface Assertion<V> {
  value: V;
  record: Evidence;
  periods: readonly Period[];
}

/** A value and whose word it is; `record` is null for what the offer itself states. */
export interface Word<V> {
  value: V;
  record: Evidence | null;
}

export interface Claim<V> {
  status: ClaimStatus;
  /** Null exactly where nothing is stated and nothing recorded. */
  shown: Word<V> | null;
  /** The provider's word, from the offer or from a record that only repeats it. */
  stated: Word<V> | null;
  /** Other words that say the same as what is shown. */
  agreeing: readonly Word<V>[];
  /** Words that say something else than what is shown. */
  differing: readonly Word<V>[];
  incomparable: readonly Word<V>[];
}

type Voice = "authority" | "third-party" | "own";

/** DEQAR is an authority whoever passes its records on; somebody's own word is none. */
export function voiceOf(record: Evidence): Voice {
  if (isOwnWord(record)) return "own";
  const isDeqar = record.kind === "deqar-report" || record.kind === "deqar-listing";
  if (record.source.class === "authoritative" || isDeqar) return "authority";
  return record.source.class === "third-party" ? "third-party" : "own";
}

const SILENCED = new Set(["negative", "high-flag", "identifier-of-another", "not-in-register"]);

/** What the records assert, each on the days on which it is in date and no negative decision stands in the way. */
export const assertionsOf = <V>(
  standings: readonly Standing[],
  assertedBy: (record: Evidence) => V | null,
): Assertion<V>[] =>
  standings.flatMap(({ record, judgement, open }) => {
    if (SILENCED.has(judgement.code)) return [];
    const value = assertedBy(record);
    return value === null ? [] : [{ value, record, periods: open }];
  });

/** What follows on a day from what is stated and what is asserted (the table of trust-rules: level, credits, awarding power). */
export function decideClaim<V>(
  own: V | null,
  assertions: readonly Assertion<V>[],
  relation: (a: V, b: V) => Relation,
  day: Day,
): Claim<V> {
  const current = assertions.filter(({ periods }) => holdsOn(periods, day)).sort(newestFirst);
  const by = (voice: Voice): Word<V>[] => current.filter(({ record }) => voiceOf(record) === voice);
  const stated = own === null ? (by("own")[0] ?? null) : { value: own, record: null };
  const authorities = by("authority");
  const registers = [...authorities, ...by("third-party")];
  const words = stated ? [stated, ...registers] : registers;
  const standing = (word: Word<V>, to: Relation): Word<V>[] =>
    words.filter((other) => other !== word && relation(word.value, other.value) === to);
  const claim = (status: ClaimStatus, shown: Word<V> | null): Claim<V> => ({
    status,
    shown,
    stated,
    agreeing: shown ? standing(shown, "same") : [],
    differing: shown ? standing(shown, "different") : [],
    incomparable: shown ? standing(shown, "incomparable") : [],
  });

  const contradicted = authorities.find((authority) => standing(authority, "different").length > 0);
  if (contradicted) return claim("contradicted", contradicted);
  if (!stated) {
    const [first] = registers;
    if (!first) return claim("not-stated", null);
    return claim(authorities.length > 0 ? "confirmed" : "checked", first);
  }
  const same = standing(stated, "same");
  if (same.some((word) => authorities.includes(word))) return claim("confirmed", stated);
  return claim(same.length > 0 ? "checked" : "stated", stated);
}

/** Newer decisions first, undated ones last; by id among equals. */
const newestFirst = <V>(a: Assertion<V>, b: Assertion<V>): number => {
  const [one, other] = [a.record.validFrom ?? FIRST_DAY, b.record.validFrom ?? FIRST_DAY];
  if (one !== other) return one > other ? -1 : 1;
  return a.record.id < b.record.id ? -1 : 1;
};

import { describe, expect, it } from "vitest";
import { TODAY } from "@/features/evidence/evidence.fixture";
import type { Evidence } from "@/features/evidence/schema";
import type { TrustSubject } from "@/features/standing/subject";
import type { ReasonCode } from "@/features/trust-words/reason";
import type { TrustMark } from "@/features/trust-words/tiers";
import type { Day } from "@/lib/dates";
import { trustOf } from "./verdict";

const UNSTATED = { eqf: null, nqf: null, cycle: null };

export const course = (given: Partial<Extract<TrustSubject, { kind: "course" }>> = {}): TrustSubject => ({
  kind: "course",
  id: "course",
  provider: "provider",
  credential: "credential",
  awardingBodies: ["body"],
  providerKind: "higher-education",
  level: { ...UNSTATED, eqf: 6 },
  ...given,
});
export const credential = (
  given: Partial<Extract<TrustSubject, { kind: "credential" }>> = {},
): TrustSubject => ({
  kind: "credential",
  id: "credential",
  awardingBodies: ["body"],
  providerKind: "higher-education",
  level: { ...UNSTATED, eqf: 6 },
  ...given,
});
export const provider = (
  providerKind: TrustSubject["providerKind"] = "higher-education",
  id = "provider",
): TrustSubject => ({ kind: "provider", id, providerKind });
export const withoutLevel = { level: UNSTATED };

/** One row of a table: what is given, what follows, and why in a sentence. */
export interface TrustCase {
  why: string;
  /** Whose trust; the course if not said. */
  of?: TrustSubject;
  given: readonly Evidence[];
  /** TODAY if not said. */
  at?: Day;
  /** "tier", "tier sub-status" or "tier sub-status with-conditions". */
  is: string;
  /** "role id"; "own" for an offer's own evidence. */
  body?: string | null;
  changesOn?: Day | null;
  /** Codes that must be given, each with the record: "code record" or "code" for one without a record. */
  says?: readonly string[];
  /** Where the rules leave two readings: the one that was taken. */
  reading?: string;
}

export const written = ({ tier, subStatus, conditions }: TrustMark): string =>
  [tier, subStatus, conditions ? "with-conditions" : null].filter((part) => part !== null).join(" ");

const bodyOf = ({ body }: TrustMark): string | null =>
  body && [body.role, body.id].filter((part) => part !== null).join(" ");

const said = ({ code, record }: { code: ReasonCode; record: string | null }): string =>
  record === null ? code : `${code} ${record}`;

export function describeTrust(noun: string, cases: readonly TrustCase[]): void {
  describe(noun, () => {
    it.each(cases)("$why", ({ of = course(), given, at = TODAY, is, body, changesOn, says = [] }) => {
      const verdict = trustOf({ subject: of, records: given, at });
      expect(written(verdict)).toBe(is);
      if (body !== undefined) expect(bodyOf(verdict)).toBe(body);
      if (changesOn !== undefined) expect(verdict.changesOn).toBe(changesOn);
      expect(verdict.reasons.map(said)).toEqual(expect.arrayContaining([...says]));
    });
  });
}

import fc from "fast-check";
import type { Evidence } from "@/features/evidence/schema";
import { COUNTING_CODES } from "@/features/trust-words/reason";
import { LINES, type TrustMark, type TrustVerdict } from "@/features/trust-words/tiers";
import { type TrustQuestion, trustOf } from "./verdict";

export type Rule = (question: TrustQuestion) => TrustVerdict;

/** 0 is best; the two neutral tiers are worth the same. */
export const worth = ({ tier, subStatus }: TrustMark): number => {
  const rank = LINES.findIndex((line) => line.tier === tier && line.subStatus === subStatus);
  return rank === -1 ? LINES.length : rank;
};
export const isNeutral = ({ tier }: TrustMark): boolean => tier === "not-stated" || tier === "out-of-scope";
export const markOf = ({ tier, subStatus, conditions }: TrustMark) => ({ tier, subStatus, conditions });
export const counts = (code: string): boolean => COUNTING_CODES.some((known) => known === code);

interface Checked {
  assert: () => void;
  isBroken: () => boolean;
}
export const checked = <Values>(property: fc.IProperty<Values>): Checked => ({
  assert: () => fc.assert(property, { numRuns: 200 }),
  isBroken: () => fc.check(property, { numRuns: 3_000, endOnFailure: true, seed: 7 }).failed,
});

/** A promise about a rule, and a faulty rule that must be caught breaking it. */
export interface PromiseOfRule {
  name: string;
  of: (rule: Rule) => Checked;
  faults: Readonly<Record<string, Rule>>;
}

export const withRecords =
  (change: (records: readonly Evidence[], question: TrustQuestion) => Evidence[]): Rule =>
  (question) =>
    trustOf({ ...question, records: change(question.records, question) });
export const withVerdict =
  (change: (verdict: TrustVerdict, question: TrustQuestion) => Partial<TrustVerdict>): Rule =>
  (question) => {
    const verdict = trustOf(question);
    return { ...verdict, ...change(verdict, question) };
  };

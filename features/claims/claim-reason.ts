import type { Reason, ReasonCode, ReasonValue } from "@/features/trust-words/reason";
import type { Day } from "@/lib/dates";
import { type Assertion, type Claim, voiceOf, type Word } from "./claim";

export type ClaimNoun = "level" | "credits" | "awarding";

/** The reasons that level, credits and awarding power have in common; `say` turns a value into one of a sentence. */
export function claimReasons<V>(
  noun: ClaimNoun,
  claim: Claim<V>,
  assertions: readonly Assertion<V>[],
  say: (value: V) => ReasonValue,
  day: Day,
): Reason[] {
  const { status, shown, stated, agreeing, differing } = claim;
  const about = (code: ReasonCode, word: Word<V>): Reason => wordReason(code, word, say);
  const ended = assertions
    .filter(({ periods }) => periods.length > 0 && periods.every(({ to }) => to < day))
    .map((word) => about(`${noun}-record-ended`, word));
  if (!shown) return [{ code: `${noun}-not-stated`, record: null, link: null, params: {} }, ...ended];
  const isContradicted = status === "contradicted";
  const isContested = stated !== null && differing.includes(stated);
  return [
    ...(isContradicted ? [about(`${noun}-contradicted`, shown)] : []),
    ...(stated ? [about(isContested ? `${noun}-contradicts-stated` : `${noun}-stated`, stated)] : []),
    ...(stated || isContradicted ? [] : [about(`${noun}-from-register`, shown)]),
    ...agreeing
      .filter((word) => word !== stated)
      .map((word) => about(isAuthority(word) ? `${noun}-confirmed` : `${noun}-checked`, word)),
    ...differing
      .filter((word) => word !== stated)
      .map((word) =>
        about(isAuthority(word) ? `${noun}-authority-differs` : `${noun}-third-party-differs`, word),
      ),
    ...ended,
  ];
}

const isAuthority = ({ record }: Word<unknown>): boolean =>
  record !== null && voiceOf(record) === "authority";

export const wordReason = <V>(
  code: ReasonCode,
  { value, record }: Word<V>,
  say: (value: V) => ReasonValue,
): Reason => ({
  code,
  record: record?.id ?? null,
  link: record?.link ?? null,
  params: {
    value: say(value),
    ...(record ? { issuer: record.issuer.name, retrieved: { day: record.retrievedOn } } : {}),
  },
});

import { holdsOn } from "@/features/standing/period";
import type { Standing } from "@/features/standing/standing";
import type { RefusalCode } from "@/features/trust-words/reason";
import type { Day } from "@/lib/dates";

/** Why a record does not count on a day. What it is comes first, then its dates, then what it lacks. */
export function refusalOf({ judgement, validity, open, record }: Standing, at: Day): RefusalCode {
  if (judgement.line === null && GRAVE.has(judgement.code)) return judgement.code;
  const { period, fault } = validity;
  if (period === null) return fault ?? "no-dates";
  if (at > period.to) return "expired";
  if (at < period.from) return "not-yet-valid";
  if (judgement.line === null) return judgement.code;
  if (judgement.line === "listed") return "listed";
  if (!holdsOn(open, at)) return "closed-by-negative";
  return record.kind === "endorsement" ? "endorser-not-vouched" : "assurer-not-reviewed";
}

const GRAVE: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  "negative",
  "high-flag",
  "identifier-of-another",
  "not-in-register",
]);

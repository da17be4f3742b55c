import type { Evidence } from "@/features/evidence/schema";
import { addDays, type Day } from "@/lib/dates";
import { isOwnWord } from "./knowledge";
import { FIRST_DAY, LAST_DAY, type Period, without } from "./period";

const REVIEWS_OF_A_PROGRAMME = new Set(["programme", "joint-programme"]);
const REVIEWS_OF_AN_INSTITUTION = new Set(["institutional", "institutional-programme"]);

/** The way by which a record may count; a negative decision about a subject closes the one it is on. */
export function routeOf({ kind, activity, label, issuer }: Evidence): string {
  if (kind === "deqar-report") {
    if (REVIEWS_OF_A_PROGRAMME.has(activity)) return "review of a programme";
    return REVIEWS_OF_AN_INSTITUTION.has(activity) ? "review of an institution" : "review";
  }
  if (kind === "label" || kind === "iso-certificate") return `label ${label}`;
  return kind === "endorsement" ? `endorsement ${issuer.id ?? issuer.name}` : kind;
}

/** Only a review has an activity in this sense: elsewhere the route says it. */
export const activityOf = ({ kind, activity }: Evidence): string => (kind === "deqar-report" ? activity : "");

/** The day of a decision; of two the later one is newer. */
export type DecisionDay = (record: Evidence) => Day;

/**
 * An undated negative decision is as new as the day on which it first came in, which no later reading and no correction of
 * something else moves; anything else undated is older than all. `records` are all rows, superseded ones too.
 */
export function decisionDays(records: readonly Evidence[]): DecisionDay {
  const rows = new Map(records.map((record) => [record.id, record]));
  const cameIn = ({ supersedes, enteredOn }: Evidence): Day => {
    const before = supersedes === null ? undefined : rows.get(supersedes);
    return before && isUndatedNegative(before) ? cameIn(before) : enteredOn;
  };
  return (record) => record.validFrom ?? (isUndatedNegative(record) ? cameIn(record) : FIRST_DAY);
}

const isUndatedNegative = ({ decision, validFrom }: Evidence): boolean =>
  decision === "negative" && validFrom === null;

/**
 * The days of `period` on which no negative decision of the route stands in the way. `siblings` are the records about the
 * same subject on the same route. What is not newer than a negative decision is closed for good; what is newer, but of
 * another activity, is closed until a newer decision of the same activity as the negative one.
 */
export function openPeriods(
  record: Evidence,
  period: Period,
  siblings: readonly Evidence[],
  decidedOn: DecisionDay,
): Period[] {
  let open = [period];
  for (const negative of siblings) {
    if (!isNegative(negative) || negative === record) continue;
    const closedFrom = decidedOn(negative);
    if (decidedOn(record) <= closedFrom) {
      open = without(open, { from: closedFrom, to: LAST_DAY });
    } else if (activityOf(record) !== activityOf(negative)) {
      const end = endOf(negative, siblings, decidedOn);
      open = without(open, { from: closedFrom, to: end === null ? LAST_DAY : addDays(end, -1) });
    }
  }
  return open;
}

/** The day of the first newer decision of the same activity that can end a negative one. */
function endOf(negative: Evidence, siblings: readonly Evidence[], decidedOn: DecisionDay): Day | null {
  const days = siblings
    .filter((other) => activityOf(other) === activityOf(negative) && isDecision(other))
    .map(decidedOn)
    .filter((day) => day > decidedOn(negative))
    .sort();
  return days[0] ?? null;
}

const isNegative = ({ decision, answer }: Evidence): boolean => decision === "negative" && answer === "found";

const isDecision = (record: Evidence): boolean =>
  (record.decision === "positive" || record.decision === "with-conditions") &&
  record.flag !== "high" &&
  record.answer === "found" &&
  !isOwnWord(record);

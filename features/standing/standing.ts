import type { Evidence } from "@/features/evidence/schema";
import type { Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import { activityOf, type DecisionDay, openPeriods, routeOf } from "./closing";
import { type Judgement, judge } from "./line";
import { type Period, type Validity, validityOf } from "./period";

/** A record with what follows from it and its siblings, on every day. */
export interface Standing {
  record: Evidence;
  judgement: Judgement;
  validity: Validity;
  /** The days on which it is in date and no negative decision stands in the way, whatever it may establish. */
  open: readonly Period[];
  /** The days on which it counts, as far as the subject's own records say. */
  counts: readonly Period[];
  hasConditions: boolean;
  decidedOn: Day;
  /** Decisions of one series: the newest that counts says whether there are conditions. */
  series: string;
}

/** `records` are all that speak about one subject. */
export function standingsOf(records: readonly Evidence[], decidedOn: DecisionDay): Standing[] {
  const contested = contestedIdentifiers(records);
  const isContested = ({ subjectIdentifier }: Evidence): boolean =>
    subjectIdentifier !== null && contested.has(subjectIdentifier);
  const routes = groupBy(
    records.filter((record) => !isContested(record)),
    routeOf,
  );
  return records.map((record) => {
    const judgement = isContested(record) ? CONTESTED : judge(record);
    const validity = validityOf(record);
    const route = routeOf(record);
    const open = validity.period
      ? openPeriods(record, validity.period, routes.get(route) ?? [], decidedOn)
      : [];
    return {
      record,
      judgement,
      validity,
      open,
      counts: judgement.line === null ? [] : open,
      hasConditions: record.decision === "with-conditions",
      decidedOn: decidedOn(record),
      series: `${route} ${activityOf(record)}`,
    };
  });
}

const CONTESTED: Judgement = { line: null, code: "identifier-of-another" };

/**
 * Identifiers of which the newest answer says that they belong to somebody else; of one day, that answer is heard. To read
 * an answer again is no newer answer.
 */
function contestedIdentifiers(records: readonly Evidence[]): ReadonlySet<string> {
  const newest = new Map<string, Evidence>();
  for (const record of records) {
    const { subjectIdentifier: identifier, answer, enteredOn } = record;
    if (identifier === null || answer === "not-found") continue;
    const known = newest.get(identifier);
    const isNewer = known === undefined || known.enteredOn < enteredOn;
    if (isNewer || (known.enteredOn === enteredOn && answer === "other-name")) {
      newest.set(identifier, record);
    }
  }
  return new Set(
    [...newest].flatMap(([identifier, { answer }]) => (answer === "other-name" ? [identifier] : [])),
  );
}

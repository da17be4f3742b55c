import type { Day } from "@/lib/dates";
import { daysOfChange, FIRST_DAY, holdsOn, type Period } from "./period";
import type { Standing } from "./standing";

/** What a record establishes, and when. */
export interface Grant {
  /** Of its line; lower is better. */
  rank: number;
  standing: Standing;
  periods: readonly Period[];
  hasConditions: boolean;
  /** The body whose own standing it rests on, where it assures or endorses. */
  lender: string | null;
  /** Of one series the newest decision speaks. */
  series: string;
}

export interface Segment {
  /** First day; it lasts until the next segment. */
  from: Day;
  best: Grant | null;
}

export const activeOn = (grants: readonly Grant[], day: Day): Grant[] =>
  grants.filter(({ periods }) => holdsOn(periods, day));

/** The last day of the periods of the grant that hold on `day`. */
export function endsOn({ periods }: Grant, day: Day): Day {
  let last: Day = FIRST_DAY;
  for (const { from, to } of periods) if (from <= day && day <= to && to > last) last = to;
  return last;
}

/** The best of one subject on a day: the best line; within it the newest of each series, one without conditions first. */
export function bestOn(grants: readonly Grant[], day: Day): Grant | null {
  const active = activeOn(grants, day);
  const rank = Math.min(...active.map((grant) => grant.rank));
  const newest = new Map<string, Grant>();
  for (const grant of active) {
    if (grant.rank !== rank) continue;
    const known = newest.get(grant.series);
    if (known === undefined || speaksBefore(grant, known, day)) newest.set(grant.series, grant);
  }
  return [...newest.values()].sort((a, b) => byWorth(a, b, day))[0] ?? null;
}

/** Within a series: the newer decision; of one day, the one with conditions. */
function speaksBefore(a: Grant, b: Grant, day: Day): boolean {
  const [one, other] = [a.standing.decidedOn, b.standing.decidedOn];
  if (one !== other) return one > other;
  if (a.hasConditions !== b.hasConditions) return a.hasConditions;
  return byWorth(a, b, day) < 0;
}

/** For sorting, the best first: line, then without conditions, then the longest, then by id so that the order is one. */
export function byWorth(a: Grant, b: Grant, day: Day): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.hasConditions !== b.hasConditions) return a.hasConditions ? 1 : -1;
  const [one, other] = [endsOn(a, day), endsOn(b, day)];
  if (one !== other) return one > other ? -1 : 1;
  const [first, second] = [nameOf(a), nameOf(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}

const nameOf = ({ standing, lender }: Grant): string => `${standing.record.id} ${lender ?? ""}`;

/** What is best on every day there is. */
export function timelineOf(grants: readonly Grant[]): Segment[] {
  const days = [FIRST_DAY, ...grants.flatMap(({ periods }) => daysOfChange(periods))];
  const segments: Segment[] = [];
  for (const from of [...new Set(days)].sort()) {
    const best = bestOn(grants, from);
    if (segments.length === 0 || segments.at(-1)?.best !== best) segments.push({ from, best });
  }
  return segments;
}

/** What is best on a day. */
export function bestAt(timeline: readonly Segment[], day: Day): Grant | null {
  for (let index = timeline.length - 1; index >= 0; index--) {
    const segment = timeline[index];
    if (segment && segment.from <= day) return segment.best;
  }
  return null;
}

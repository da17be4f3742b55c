import type { Evidence } from "@/features/evidence/schema";
import { addDays, type Day } from "@/lib/dates";

/** First and last day, both counted. */
export interface Period {
  from: Day;
  to: Day;
}

/** Before and after every day that is written down. */
export const FIRST_DAY = "0001-01-01";
export const LAST_DAY = "9999-12-31";
export const ALWAYS: Period = { from: FIRST_DAY, to: LAST_DAY };

/** DEQAR: a report without an end counts six years from its first day. */
const YEARS_OF_A_REPORT = 6;

export interface Validity {
  /** Null where there is no day on which it holds. */
  period: Period | null;
  /** The end that is stated, else that of the six years; null where there is none. */
  ownEnd: Day | null;
  isSixYears: boolean;
  /** Why there is no period. */
  fault: "no-dates" | "dates-impossible" | null;
}

/**
 * From its first to its last day. A missing end is six years for a DEQAR report and no end for anything else; where the
 * register states its own end, the earlier one counts.
 */
export function validityOf({ kind, validFrom, validTo, registerEnd }: Evidence): Validity {
  const isReport = kind === "deqar-report";
  const isSixYears = isReport && validTo === null && validFrom !== null;
  const ownEnd = isSixYears ? yearsAfter(validFrom, YEARS_OF_A_REPORT) : validTo;
  if (isReport && ownEnd === null && registerEnd === null) {
    return { period: null, ownEnd, isSixYears, fault: "no-dates" };
  }
  const period = {
    from: validFrom ?? FIRST_DAY,
    to: earlier(ownEnd ?? LAST_DAY, registerEnd ?? LAST_DAY),
  };
  return period.from <= period.to
    ? { period, ownEnd, isSixYears, fault: null }
    : { period: null, ownEnd, isSixYears, fault: "dates-impossible" };
}

/** The same day of a later year; 29 February becomes 28 February where there is none. */
function yearsAfter(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, "0");
  const same = year + day.slice(4);
  const isLeap = addDays(`${year}-02-28`, 1) === `${year}-02-29`;
  return day.endsWith("-02-29") && !isLeap ? `${year}-02-28` : same;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

export const holdsOn = (periods: readonly Period[], day: Day): boolean =>
  periods.some(({ from, to }) => from <= day && day <= to);

/** The days that are in both. */
export function common(some: readonly Period[], others: readonly Period[]): Period[] {
  return some
    .flatMap((a) => others.map((b) => ({ from: later(a.from, b.from), to: earlier(a.to, b.to) })))
    .filter(({ from, to }) => from <= to);
}

/** The periods without the days of `gap`. */
export const without = (periods: readonly Period[], gap: Period): Period[] =>
  periods.flatMap((period) => {
    if (gap.to < period.from || period.to < gap.from) return [period];
    return [
      ...(period.from < gap.from ? [{ from: period.from, to: addDays(gap.from, -1) }] : []),
      ...(gap.to < period.to ? [{ from: addDays(gap.to, 1), to: period.to }] : []),
    ];
  });

/** The days on which something begins, and those after something has ended. */
export const daysOfChange = (periods: readonly Period[]): Day[] =>
  periods.flatMap(({ from, to }) => (to === LAST_DAY ? [from] : [from, addDays(to, 1)]));

/** The first of the days after `at` on which `answer` is another; null if there is none. */
export function firstChange(at: Day, days: readonly Day[], answer: (day: Day) => string): Day | null {
  const later = [...new Set(days)].filter((day) => day > at).sort();
  if (later.length === 0) return null;
  const now = answer(at);
  return later.find((day) => answer(day) !== now) ?? null;
}

import { addMonths } from "@/features/pathways/months";
import { addDays, type Day } from "@/lib/dates";

/** The month as of which the files of programmes and pathways are written. */
const WRITTEN_IN = "2026-11";
const DATES = new Set(["validFrom", "validTo", "retrievedOn", "checkedOn"]);

/**
 * A document with its days as many whole months later as `today` is after the month in which it was written: what is
 * about to end then still is, and what was in the past stays there.
 */
export function broughtTo(today: Day, document: unknown): unknown {
  const months = monthNumber(today) - monthNumber(WRITTEN_IN);
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        DATES.has(name) && typeof each === "string" ? movedDay(each, months) : moved(each),
      ]),
    );
  };
  return moved(document);
}

/** The last day of a month stays the last day. */
function movedDay(day: Day, months: number): Day {
  const next = addDays(day, 1);
  return next.endsWith("-01") ? addDays(addMonths(next, months), -1) : addMonths(day, months);
}

function monthNumber(day: string): number {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return year * 12 + month;
}

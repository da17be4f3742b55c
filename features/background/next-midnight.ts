import { dayIn } from "@/lib/dates";

const HOUR = 3_600_000;

/** The first instant of the next day in a time zone: mostly 00:00, but not where a clock is put forward at that hour. */
export function nextMidnight(timeZone: string, now: Date): Date {
  const today = dayIn(timeZone, now);
  let [before, after] = [now.getTime(), now.getTime() + 30 * HOUR];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(timeZone, new Date(middle)) > today) after = middle;
    else before = middle;
  }
  return new Date(after);
}

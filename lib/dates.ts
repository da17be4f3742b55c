/** A calendar day as "YYYY-MM-DD", without time or zone. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day it is at `now` in a time zone. */
export function dayIn(timeZone: string, now: Date): Day {
  return calendarOf(timeZone).format(now);
}

// Making one costs a hundred times what it does.
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone, ...parts });
  calendars.set(timeZone, calendar);
  return calendar;
}

/** True for a "YYYY-MM-DD" that exists in the calendar, years 1900 to 2199. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text >= "1900" && text < "2200"
  );
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A duration by what its parts are: they do not convert into each other without an assumption. */
export interface IsoDuration {
  /** Years and months. */
  months: number;
  /** Weeks and days. */
  days: number;
  /** Hours, minutes and seconds, in hours. */
  hours: number;
}

const DURATION =
  /^P(?=.)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:\.\d{1,9})?S)?)?$/;

/** Reads an ISO 8601 duration ("P6W", "PT75H", "P1DT12H"); null where it is none. `P60M` are months, `PT60M` minutes. */
export function parseIsoDuration(text: string): IsoDuration | null {
  const match = DURATION.exec(text.trim());
  if (!match) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return {
    months: years * 12 + months,
    days: weeks * 7 + days,
    hours: hours + minutes / 60 + seconds / 3600,
  };
}

const DAYS_PER_MONTH = 365.25 / 12;

/** How long it takes by the calendar, in whole days, begun ones counted; null for nothing at all. */
export function calendarDays({ months, days, hours }: IsoDuration): number | null {
  return Math.round(months * DAYS_PER_MONTH) + days + Math.ceil(hours / 24) || null;
}

/** Hours of work, to two decimals. Null where days or months are named: how many hours of work they hold is not said. */
export function workHours({ months, days, hours }: IsoDuration): number | null {
  if (months > 0 || days > 0) return null;
  return Math.round(hours * 100) / 100 || null;
}

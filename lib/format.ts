import type { Day } from "./dates";
import type { Locale } from "./locales";

// "en" alone would write dates as in the United States.
const TAGS: Readonly<Record<Locale, string>> = { en: "en-GB", fi: "fi-FI" };

/** One formatter a locale, and a kind where there are several: making one costs some 50 microseconds. */
function perLocale<T>(make: (tag: string, kind: string) => T): (locale: Locale, kind?: string) => T {
  const made = new Map<string, T>();
  return (locale, kind = "") => {
    const name = `${locale} ${kind}`;
    const known = made.get(name);
    if (known !== undefined) return known;
    const fresh = make(TAGS[locale], kind);
    made.set(name, fresh);
    return fresh;
  };
}

const numbers = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }));
const lists = perLocale((tag) => new Intl.ListFormat(tag, { type: "conjunction" }));
const alternatives = perLocale((tag) => new Intl.ListFormat(tag, { type: "disjunction" }));
const days = perLocale((tag) => new Intl.DateTimeFormat(tag, { timeZone: "UTC", dateStyle: "medium" }));
const months = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { timeZone: "UTC", month: "long", year: "numeric" }),
);
const amounts = perLocale(
  (tag, currency) =>
    new Intl.NumberFormat(tag, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" }),
);
const lengths = perLocale(
  (tag, unit) => new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "long" }),
);
const collators = perLocale((tag) => new Intl.Collator(tag, { numeric: true }));

export function formatNumber(locale: Locale, value: number): string {
  return numbers(locale).format(value);
}

/** A number kept in hundredths, such as credits: 250 -> "2.5". */
export function formatHundredths(locale: Locale, hundredths: number): string {
  return formatNumber(locale, hundredths / 100);
}

/** An amount in hundredths of the currency's unit (ISO 4217), without decimals where they are zero. */
export function formatMoney(locale: Locale, cents: number, currency: string): string {
  return amounts(locale, currency).format(cents / 100);
}

export function formatDay(locale: Locale, day: Day): string {
  return days(locale).format(new Date(`${day}T00:00:00Z`));
}

/** The month of a day or of "YYYY-MM", with its year. */
export function formatMonth(locale: Locale, dayOrMonth: string): string {
  return months(locale).format(new Date(`${dayOrMonth.slice(0, 7)}-01T00:00:00Z`));
}

/** "a, b and c" */
export function formatList(locale: Locale, items: readonly string[]): string {
  return lists(locale).format(items);
}

/** "a, b or c" */
export function formatEither(locale: Locale, items: readonly string[]): string {
  return alternatives(locale).format(items);
}

/** A length of time in the largest unit that it fills evenly enough to say: days to 13, weeks to 26, then months. */
export function formatDuration(locale: Locale, lengthInDays: number): string {
  const [value, unit] =
    lengthInDays < 14
      ? [lengthInDays, "day"]
      : lengthInDays <= 26 * 7
        ? [Math.round(lengthInDays / 7), "week"]
        : [Math.round(lengthInDays / 30.44), "month"];
  return lengths(locale, unit).format(value);
}

/** A range, or one number where both ends are equal. */
export function formatRange(locale: Locale, { min, max }: { min: number; max: number }): string {
  return min === max ? formatNumber(locale, min) : numbers(locale).formatRange(min, max);
}

/** The order of words in the reader's language. */
export function compareTexts(locale: Locale): (a: string, b: string) => number {
  return collators(locale).compare;
}

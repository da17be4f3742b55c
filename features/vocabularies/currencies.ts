import type { Day } from "@/lib/dates";
import { invalid } from "@/lib/errors";
import { intlCodeList } from "./code-list";

/** The day of the rates below. */
export const ratesAsOf: Day = "2026-10-30";

/**
 * Millionths of a euro for one unit of the currency; null: known, without a rate. Indicative rates, set by hand: they
 * sort prices into bands and are never shown as an amount to pay. The operator renews table and day together.
 */
const MICRO_EURO: [code: string, microEuro: number | null][] = [
  ["EUR", 1_000_000],
  ["ALL", 10_300],
  ["AMD", 2_250],
  ["AZN", 507_000],
  ["BAM", 511_292],
  ["BGN", 511_292],
  ["BYN", null],
  ["CHF", 1_070_000],
  ["CZK", 41_100],
  ["DKK", 133_900],
  ["GBP", 1_145_000],
  ["GEL", 317_000],
  ["GIP", 1_145_000],
  ["HRK", 132_723],
  ["HUF", 2_570],
  ["ISK", 6_900],
  ["MDL", 51_000],
  ["MKD", 16_240],
  ["NOK", 85_500],
  ["PLN", 235_300],
  ["RON", 196_500],
  ["RSD", 8_530],
  ["RUB", null],
  ["SEK", 91_200],
  ["TRY", 20_300],
  ["UAH", 20_500],
  ["AED", 235_000],
  ["AUD", 565_000],
  ["BRL", 160_000],
  ["CAD", 616_000],
  ["CNY", 121_000],
  ["EGP", 18_100],
  ["HKD", 111_000],
  ["IDR", 52],
  ["ILS", 264_000],
  ["INR", 9_750],
  ["JPY", 5_630],
  ["KES", null],
  ["KRW", 603],
  ["MAD", 93_400],
  ["MXN", 46_700],
  ["MYR", 205_000],
  ["NZD", 497_000],
  ["PHP", 14_700],
  ["SAR", 230_000],
  ["SGD", 664_000],
  ["THB", 26_600],
  ["TND", 294_000],
  ["TWD", 28_100],
  ["USD", 862_000],
  ["ZAR", 49_700],
];

/** ISO 4217 codes in use in Europe and the main ones elsewhere; BGN and HRK, replaced by the euro, at its fixed rate. */
export const currencies = intlCodeList(
  "currency",
  MICRO_EURO.map(([code]) => ({
    code,
    uri: `http://publications.europa.eu/resource/authority/currency/${code}`,
  })),
);

// Checked before the case is changed: "ſek" in capitals is "SEK".
const ISO_CODE = /^[A-Z]{3}$/i;

/** Reads an ISO 4217 code, in any case of letters, or the EU's address. Null where unknown; signs are not read ("$"). */
export function parseCurrency(value: string): string | null {
  const code = ISO_CODE.exec(value.trim())?.[0].toUpperCase();
  return code !== undefined && currencies.has(code) ? code : currencies.fromUri(value);
}

/** "SEK", "en" -> "Swedish krona". The code itself where it is unknown. */
export const currencyName = (code: string, locale: string): string => currencies.label(code, locale);

const microEuroByCode = new Map(MICRO_EURO);

/**
 * `cents` are hundredths of the unit for every currency in Cairn, also for those without a smaller coin: 5,000 yen are
 * 500000. Rounded half up. Null where the currency has no rate or is unknown.
 */
export function toEuroCents(cents: number, currency: string): number | null {
  if (!Number.isSafeInteger(cents) || cents < 0) {
    throw invalid(`Amount ${cents} ${currency} is not a whole, non-negative number of hundredths.`);
  }
  const microEuro = microEuroByCode.get(currency);
  if (microEuro === undefined || microEuro === null) return null;
  return Number((BigInt(cents) * BigInt(microEuro) + 500_000n) / 1_000_000n);
}

export type DecimalReading =
  | { ok: true; hundredths: number }
  | { ok: false; reason: "not-a-number" | "negative" | "too-many-decimals" | "ambiguous" | "too-large" };

/** 9,999,999,999.99: what a person would still call an amount, far below the limit of exact integers. */
const MAX_HUNDREDTHS = 999_999_999_999;

const SIGN = /^[+\-−–]/;
const PLAIN = /^(\d+)(?:[.,](\d+))?$/;
const GROUPED = /^\d{1,3}(?:([ \u00a0\u2009\u202f'’.,])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/;
const AMBIGUOUS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * A number as people write it, in hundredths: "2.5", "2,5", "1 250,50", "1.250,50", "+3". "1.250" can be read in two
 * ways and is `ambiguous`. Nothing is rounded: more than two decimals are accepted only where the rest are zeros.
 */
export function parseDecimal(text: string): DecimalReading {
  const trimmed = text.trim();
  const written = trimmed.replace(SIGN, "").trimStart();
  return withSign(trimmed, readWritten(written));
}

function readWritten(written: string): DecimalReading {
  if (AMBIGUOUS.test(written)) return { ok: false, reason: "ambiguous" };
  const plain = PLAIN.exec(written);
  if (plain) return hundredths(plain[1] ?? "", plain[2] ?? "");
  const [, group, decimal] = GROUPED.exec(written) ?? [];
  if (group === undefined || group === decimal) return { ok: false, reason: "not-a-number" };
  const [whole = "", decimals = ""] = decimal === undefined ? [written] : written.split(decimal);
  return hundredths(whole.replaceAll(group, ""), decimals);
}

const MACHINE = /^[+-]?(\d*)(?:\.(\d*))?$/;

/** A number as programs write it (XML Schema, JSON), in hundredths: a point and no groups, so that "3.000" is 3. */
export function parseMachineDecimal(value: string | number): DecimalReading {
  const text = String(value).trim();
  const [, whole = "", decimals = ""] = MACHINE.exec(text) ?? [];
  if (whole === "" && decimals === "") return { ok: false, reason: "not-a-number" };
  return withSign(text, hundredths(whole, decimals));
}

/** 250 -> "2.5", 300 -> "3" */
export function formatHundredths(value: number): string {
  const whole = Math.floor(value / 100);
  const rest = String(value % 100).padStart(2, "0");
  return rest === "00" ? String(whole) : `${whole}.${rest.replace(/0$/, "")}`;
}

function hundredths(whole: string, decimals: string): DecimalReading {
  const significant = decimals.replace(/0+$/, "");
  if (significant.length > 2) return { ok: false, reason: "too-many-decimals" };
  const value = Number(whole) * 100 + Number(significant.padEnd(2, "0"));
  return value > MAX_HUNDREDTHS ? { ok: false, reason: "too-large" } : { ok: true, hundredths: value };
}

function withSign(text: string, reading: DecimalReading): DecimalReading {
  const isNegative = SIGN.test(text) && !text.startsWith("+");
  return isNegative && reading.ok && reading.hundredths > 0 ? { ok: false, reason: "negative" } : reading;
}

import { type DecimalReading, parseDecimal, parseMachineDecimal } from "@/features/exchange/decimal";
import { calendarDays } from "@/features/exchange/iso-duration";
import { codeOf, type Remark } from "./codes";
import type { Amount, Code, Toteutus } from "./record-schema";

export interface Workload {
  ectsHundredths: number | null;
  hoursMin: number | null;
  hoursMax: number | null;
}

interface Extent {
  opintojenLaajuusNumero?: Amount;
  opintojenLaajuusNumeroMin?: Amount;
  opintojenLaajuusNumeroMax?: Amount;
  opintojenLaajuusyksikko?: Code | null | undefined;
}

const CREDITS = "opintojenlaajuusyksikko_2";
const HOURS = "opintojenlaajuusyksikko_5";
const NONE: Workload = { ectsHundredths: null, hoursMin: null, hoursMax: null };

/** Study credits (opintopiste) are ECTS credits; hours are hours; competence points, weeks and the rest are neither. */
export function workloadOf(extent: Extent | null | undefined, remark: Remark): Workload {
  const range = rangeOf(extent ?? {}, remark);
  if (range === null) return NONE;
  const unit = codeOf(extent?.opintojenLaajuusyksikko);
  if (unit === HOURS) return { ectsHundredths: null, hoursMin: range.min / 100, hoursMax: range.max / 100 };
  if (unit !== CREDITS) {
    const name = extent?.opintojenLaajuusyksikko?.nimi?.fi ?? unit;
    remark(
      "hint",
      "metadata.opintojenLaajuusyksikko",
      "unit-not-converted",
      `The extent is given in "${name}", which is neither ECTS credits nor hours; it was left out.`,
    );
    return NONE;
  }
  if (range.min === range.max) return { ...NONE, ectsHundredths: range.min };
  remark(
    "warn",
    "metadata.opintojenLaajuusNumeroMin",
    "credits-range",
    `Credits from ${range.min / 100} to ${range.max / 100}; none were taken. State one number.`,
  );
  return NONE;
}

/** In hundredths; null where nothing is stated (0 is nothing) or the numbers cannot be used. */
function rangeOf(extent: Extent, remark: Remark): { min: number; max: number } | null {
  const read = (name: keyof Extent, value: Amount) => {
    const reading = numberOf(value ?? 0);
    if (reading.ok) return reading.hundredths;
    remark(
      "warn",
      `metadata.${name}`,
      "number-unreadable",
      `"${value}" is not a number (${reading.reason}); the extent was left out. Write 27 or 27,5.`,
    );
    return null;
  };
  const one = read("opintojenLaajuusNumero", extent.opintojenLaajuusNumero);
  const min = read("opintojenLaajuusNumeroMin", extent.opintojenLaajuusNumeroMin);
  const max = read("opintojenLaajuusNumeroMax", extent.opintojenLaajuusNumeroMax);
  if (one === null || min === null || max === null) return null;
  if (one > 0) return { min: one, max: one };
  if (min === 0 && max === 0) return null;
  if (min > 0 && min <= max) return { min, max };
  remark(
    "warn",
    "metadata.opintojenLaajuusNumeroMin",
    "range-broken",
    `A range from ${min / 100} to ${max / 100} has no use; the extent was left out. State both ends.`,
  );
  return null;
}

/** A number of Kouta, written as such or as people write it in a text. */
export const numberOf = (value: string | number): DecimalReading =>
  typeof value === "number" ? parseMachineDecimal(value) : parseDecimal(value);

/** How long an offering takes as planned, in days; null where it is not stated. */
export function durationOf({ metadata }: Toteutus): number | null {
  const months = Number(metadata?.opetus?.suunniteltuKestoVuodet ?? 0) * 12;
  const total = months + Number(metadata?.opetus?.suunniteltuKestoKuukaudet ?? 0);
  return Number.isInteger(total) && total > 0 ? calendarDays({ months: total, days: 0, hours: 0 }) : null;
}

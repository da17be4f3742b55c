import type { Reason, ReasonCode } from "./reason";

/** Hours in a credit: 60 credits are a full-time year of 1,500 to 1,800 hours (ECTS Users' Guide 2015). */
const USUAL = { min: 25, max: 30 };
/** Beyond these one of the two is rather a slip: for review. */
const BELIEVABLE = { min: 15, max: 45 };
/** Hours in a credit by country, where they are set for the whole country. Sources: national rules, read 2026-11-23. */
const NATIONAL: Readonly<Record<string, number>> = { IT: 25, NL: 28 };
/** DEQAR: a programme of 60 credits or more is not a micro-credential. */
const FULL_YEAR_HUNDREDTHS = 6_000;

export interface StatedWorkload {
  ectsHundredths: number | null;
  /** Both or neither; equal unless it is a range. */
  hoursMin: number | null;
  hoursMax: number | null;
  /** ISO 3166-1 alpha-2 of the provider; null where it is not known. */
  country: string | null;
}

/** Remarks on hours and credits as they stand side by side. They check nothing, and neither is worked out from the other. */
export function workloadRemarks(
  { hoursMin, hoursMax, country }: StatedWorkload,
  credits: number | null,
): Reason[] {
  const remark = (code: ReasonCode, params: Reason["params"]): Reason => ({
    code,
    record: null,
    link: null,
    params,
  });
  const volume =
    credits !== null && credits >= FULL_YEAR_HUNDREDTHS
      ? [remark("credits-of-a-year", { value: { credits } })]
      : [];
  if (hoursMin === null || hoursMax === null) return volume;
  if (credits === null) return [remark("hours-only", { hours: { range: [hoursMin, hoursMax] } })];
  const perCredit = { min: (hoursMin * 100) / credits, max: (hoursMax * 100) / credits };
  const code = meet(perCredit, USUAL)
    ? "hours-usual"
    : meet(perCredit, BELIEVABLE)
      ? "hours-unusual"
      : "hours-outlier";
  const national = country === null ? undefined : NATIONAL[country];
  return [
    remark(code, { hours: { range: [rounded(perCredit.min), rounded(perCredit.max)] } }),
    ...(national === undefined ? [] : [remark("hours-national", { national })]),
    ...volume,
  ];
}

interface Span {
  min: number;
  max: number;
}

const meet = (a: Span, b: Span): boolean => a.min <= b.max && a.max >= b.min;
const rounded = (hours: number): number => Math.round(hours * 10) / 10;

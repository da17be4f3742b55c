import type { Reason, ReasonCode } from "@/features/trust-words/reason";
import { FULL_YEAR_HUNDREDTHS, hoursPerCredit } from "@/features/vocabularies/ects";

/** Hours in a credit by country, where they are set for the whole country. Sources: national rules, read 2026-11-23. */
const NATIONAL: Readonly<Record<string, number>> = { IT: 25, NL: 28 };

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
  // DEQAR: a programme of 60 credits or more is not a micro-credential.
  const volume =
    credits !== null && credits >= FULL_YEAR_HUNDREDTHS
      ? [remark("credits-of-a-year", { value: { credits } })]
      : [];
  if (hoursMin === null || hoursMax === null) return volume;
  if (credits === null) return [remark("hours-only", { hours: { range: [hoursMin, hoursMax] } })];
  const perCredit = hoursPerCredit({ hoursMin, hoursMax }, credits);
  const national = country === null ? undefined : NATIONAL[country];
  return [
    remark(`hours-${perCredit.kind}`, { hours: { range: [rounded(perCredit.min), rounded(perCredit.max)] } }),
    ...(national === undefined ? [] : [remark("hours-national", { national })]),
    ...volume,
  ];
}

const rounded = (hours: number): number => Math.round(hours * 10) / 10;

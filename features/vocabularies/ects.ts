/** 60 credits: a year of full-time study. */
export const FULL_YEAR_HUNDREDTHS = 6_000;
/** Hours in a credit: 60 credits are a full-time year of 1,500 to 1,800 hours (ECTS Users' Guide 2015). */
const USUAL: Span = { min: 25, max: 30 };
/** Beyond these one of the two numbers is rather a slip than a custom. */
const BELIEVABLE: Span = { min: 15, max: 45 };

interface Span {
  min: number;
  max: number;
}

export interface HoursPerCredit extends Span {
  /** An outlier is for a person to look at. */
  kind: "usual" | "unusual" | "outlier";
}

/** How a workload of `hoursMin` to `hoursMax` fits that many hundredths of a credit, of which there is one at least. */
export function hoursPerCredit(
  hours: { hoursMin: number; hoursMax: number },
  ectsHundredths: number,
): HoursPerCredit {
  const span = { min: (hours.hoursMin * 100) / ectsHundredths, max: (hours.hoursMax * 100) / ectsHundredths };
  const kind = meet(span, USUAL) ? "usual" : meet(span, BELIEVABLE) ? "unusual" : "outlier";
  return { ...span, kind };
}

const meet = (a: Span, b: Span): boolean => a.min <= b.max && a.max >= b.min;

import type { Unit } from "@/features/pathways/unit";

/** What a plan can be best at. Others can be added to `OBJECTIVES`; their costs must be integers of 0 or more. */
export interface Objective {
  id: string;
  /** Cost of a unit, compared first to last; null: not known, which comes after every known one. */
  costs: readonly ((unit: Unit) => number | null)[];
  /** A unit whose first cost is unknown is left out: a plan with it could not be called the best at this. */
  needsFirst: boolean;
}

const price = (unit: Unit) => unit.priceCents;
const hours = (unit: Unit) => unit.hours;

const byPrice: Objective["costs"] = [price, hours];
const byHours: Objective["costs"] = [hours, price];

export const CHEAPEST: Objective = { id: "cheapest", costs: byPrice, needsFirst: true };
export const LEAST_STUDY_TIME: Objective = { id: "least-study-time", costs: byHours, needsFirst: true };
/** Worst certainty first, then credits on it (`alternatives.ts` sees to both), then hours. */
export const MOST_CERTAIN: Objective = { id: "most-certain", costs: byHours, needsFirst: false };
/** The end of the last run first (`fastest.ts` sees to it), then hours. */
export const FASTEST: Objective = { id: "fastest", costs: byHours, needsFirst: false };

export const OBJECTIVES: readonly Objective[] = [CHEAPEST, LEAST_STUDY_TIME, FASTEST, MOST_CERTAIN];

import type { Edge } from "@/features/pathways/edge";
import type { Certainty, Hundredths, RecordId } from "@/features/pathways/programme";
import type { Reason } from "@/features/pathways/reason";
import type { Offering } from "@/features/pathways/unit";
import type { Day } from "@/lib/dates";

/** One item that counts in one part. */
export interface PlanCount {
  leaf: string;
  credits: Hundredths;
  certainty: Certainty;
  basis: Edge["basis"];
  decisionBody: RecordId;
  until: Edge["until"];
  reasons: Reason[];
}

export interface PlanStep {
  /** Unit to take. */
  unit: RecordId;
  counts: PlanCount[];
  /** What it is taken for beside that: units in this plan that ask for it. */
  unlocks: RecordId[];
  /** The run and its days in the shortest timetable of this plan; null where no run or length is known for a step. */
  when: { from: Day; to: Day; run: Offering } | null;
}

/** A way to the qualification. `recognition is decided by` the bodies in `deciders`; the portal's sentence says so. */
export interface Plan {
  /** Ids of the objectives that it wins. */
  wins: string[];
  steps: PlanStep[];
  /** What is held already and counts, by achievement id. */
  held: { achievement: string; counts: PlanCount[] }[];
  /** Credits that count without any "possible", and those that count only if someone says yes. Never added. */
  creditsCounted: Hundredths;
  creditsPossible: Hundredths;
  /** Credits of units to be taken that count nowhere. */
  creditsWasted: Hundredths;
  /** Of the steps; null where one does not state its hours. */
  hours: number | null;
  /** Of the steps; null where one has no known price. */
  priceCents: number | null;
  /** Units of the steps whose price is unknown. */
  unpriced: RecordId[];
  /** Last day of the last run; null where no run or length is known for a step. */
  finishOn: Day | null;
  /** The least sure ground in it; null where nothing counts. */
  certainty: Certainty | null;
  deciders: RecordId[];
  /** Manual parts that it relies on: only `checkedBy` can say that they are met. */
  manual: { node: string; checkedBy: RecordId }[];
  /** "optimal": proven best for `wins`. "best-found": the time limit came first; no better one can be below by more than `gap`. */
  quality: { state: "optimal" | "best-found"; gap: number | null };
}

/** What is found until then, from the moment it is the question's turn, is the answer. */
export const MAX_PLAN_SECONDS = 20;

/** The relative distance between what was found and the bound; null where there is no bound. */
export function gapBetween(objective: number, bound: number | null): number | null {
  if (bound === null) return null;
  return Math.max(0, objective - bound) / Math.max(1, Math.abs(objective));
}

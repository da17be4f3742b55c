import type { Field } from "@/features/plan-search/candidates";
import { clockOf } from "@/features/plan-search/clock";
import {
  msFor,
  type Search,
  type SearchOptions,
  type SearchResult,
  search,
} from "@/features/plan-search/find-plan";
import { CHEAPEST, FASTEST, LEAST_STUDY_TIME, type Objective } from "@/features/planning/objectives";
import type { Plan } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import { slotOf } from "@/features/planning-model/timing";

/** Ids of compromises: what they balance. A plan that also wins something is named by that alone. */
const BETWEEN = ["price-and-hours", "price-and-end"] as const;

export function namedByWins(plan: Plan): Plan {
  const won = plan.wins.filter((id) => !BETWEEN.some((each) => each === id));
  return won.length > 0 ? { ...plan, wins: won } : plan;
}

export interface Compromise {
  objective: Objective;
  find: () => Promise<SearchResult>;
}

/**
 * Ways between the winners: fewest hours for half of what the quickest study costs above the cheapest way, and the least
 * price in half of the time that the cheapest way takes beyond the fastest. Only where there is room between the two.
 */
export function compromisesOf(
  input: PlanInput,
  field: Field,
  plans: readonly Plan[],
  asked: Pick<Search, "clock">,
  options: SearchOptions,
): Compromise[] {
  const winner = ({ id }: Objective) => plans.find(({ wins }) => wins.includes(id));
  const [cheapest, quickest, fastest] = [winner(CHEAPEST), winner(LEAST_STUDY_TIME), winner(FASTEST)];
  const found: Compromise[] = [];
  const [least, most] = [cheapest?.priceCents, quickest?.priceCents];
  if (typeof least === "number" && typeof most === "number" && most - least > 1) {
    const objective = { ...LEAST_STUDY_TIME, id: BETWEEN[0] };
    const limits = { ...input.limits, budgetCents: Math.floor((least + most) / 2) };
    found.push({
      objective,
      find: () => search({ ...input, limits }, field, { objective, ...asked }, options),
    });
  }
  if (cheapest?.finishOn && fastest?.finishOn) {
    const objective = { ...CHEAPEST, id: BETWEEN[1] };
    const clock = clockOf(input);
    const [early, late] = [fastest.finishOn, cheapest.finishOn].map((day) => slotOf(clock.startOn, day) + 1);
    const slots = Math.floor(((early ?? 0) + (late ?? 0)) / 2);
    if ((late ?? 0) - (early ?? 0) > 1) {
      found.push({
        objective,
        find: () => search(input, field, { objective, clock: { ...clock, slots } }, options),
      });
    }
  }
  return msFor(options) > 0 ? found : [];
}

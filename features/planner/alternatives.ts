import { CERTAINTIES, tierOf } from "@/features/pathways/programme";
import { checkPlan, type Violation } from "@/features/plan-checker/checker";
import { type Field, fieldOf } from "@/features/plan-search/candidates";
import { clockOf } from "@/features/plan-search/clock";
import { fastest } from "@/features/plan-search/fastest";
import { type Search, type SearchOptions, type SearchResult, search } from "@/features/plan-search/find-plan";
import { timetableOf } from "@/features/plan-search/timetable";
import {
  FASTEST,
  LEAST_STUDY_TIME,
  MOST_CERTAIN,
  OBJECTIVES,
  type Objective,
} from "@/features/planning/objectives";
import { gapBetween, type Plan } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import { compromisesOf, namedByWins } from "./compromises";
import { writePlan } from "./write-plan";

export type Alternatives =
  | { kind: "found"; plans: Plan[] }
  /** No plan at all: proven. */
  | { kind: "none" }
  /** Neither a plan nor the proof that there is none, within the time limit. */
  | { kind: "unknown" }
  | { kind: "cancelled" };

/** Winners come first: what is too many are ways between them. */
const MOST_SHOWN = 5;

/** A plan that its checker refuses is a fault of ours and is never shown. */
export class RefusedPlan extends Error {
  constructor(readonly violations: readonly Violation[]) {
    super(
      `a plan did not pass its check: ${violations.map(({ code, subject }) => `${code} ${subject}`).join(", ")}`,
    );
    this.name = "RefusedPlan";
  }
}

/**
 * One plan for each objective, then up to two between them; plans that are the same become one that wins several, and one that another equals or betters
 * in everything is left out. `onFirstPlan` hears of the first one found.
 */
export async function alternatives(
  input: PlanInput,
  options: SearchOptions,
  onFirstPlan: (plan: Plan) => Promise<void> | void = () => {},
  objectives: readonly Objective[] = OBJECTIVES,
): Promise<Alternatives> {
  const field = await fieldOf(input);
  const clock = clockOf(input);
  const asked = { clock: clock.isBinding ? clock : null };
  const plans: Plan[] = [];
  let isUnknown = false;
  const knowsHours = field.ranking.by(LEAST_STUDY_TIME.costs).unknown.size === 0;
  for (const objective of objectives) {
    const quickest = plans.find(({ wins }) => wins.includes(LEAST_STUDY_TIME.id));
    if (objective.id === MOST_CERTAIN.id && knowsHours && quickest?.certainty === "designed") {
      // Fewest hours of all, and all of it on the best tier: no search on that tier can find fewer.
      plans.push({ ...quickest, wins: [objective.id] });
      continue;
    }
    const result = await searchFor(input, field, objective, asked, options);
    if (result.kind === "cancelled") return result;
    if (result.kind === "unknown") isUnknown = true;
    if (result.kind !== "found") continue;
    const plan = await finish(input, field, objective, result, options);
    if (options.signal?.aborted) return { kind: "cancelled" };
    plans.push(plan);
    if (plans.length === 1) await onFirstPlan(plan);
  }
  for (const { objective, find } of compromisesOf(input, field, plans, asked, options)) {
    const result = await find();
    if (result.kind === "cancelled") return result;
    if (result.kind !== "found") continue;
    const plan = await finish(input, field, objective, result, options);
    if (options.signal?.aborted) return { kind: "cancelled" };
    plans.push(plan);
  }
  if (plans.length > 0)
    return { kind: "found", plans: paretoFront(plans).map(namedByWins).slice(0, MOST_SHOWN) };
  return { kind: isUnknown ? "unknown" : "none" };
}

function searchFor(
  input: PlanInput,
  field: Field,
  objective: Objective,
  asked: Pick<Search, "clock">,
  options: SearchOptions,
): Promise<SearchResult> {
  if (objective.id === FASTEST.id) return fastest(input, field, { objective, ...asked }, options);
  if (objective.id === MOST_CERTAIN.id) return mostCertain(input, field, { objective, ...asked }, options);
  return search(input, field, { objective, ...asked }, options);
}

/** The best tier for which there is a plan; on it, the fewest credits that rest on the tier itself. */
async function mostCertain(
  input: PlanInput,
  field: Field,
  question: Search,
  options: SearchOptions,
): Promise<SearchResult> {
  const worst = tierOf(input.limits.certainty ?? "precedent");
  let result: SearchResult = { kind: "infeasible" };
  let isProven = true;
  for (const [index] of CERTAINTIES.slice(0, worst).entries()) {
    const maxTier = index + 1;
    result = await search(input, field, { ...question, maxTier, fewestOnTier: maxTier > 1 }, options);
    if (result.kind === "found") return { ...result, isProven: result.isProven && isProven };
    if (result.kind === "cancelled") return result;
    if (result.kind === "unknown") isProven = false;
  }
  return isProven ? result : { kind: "unknown" };
}

async function finish(
  input: PlanInput,
  field: Field,
  objective: Objective,
  result: Extract<SearchResult, { kind: "found" }>,
  options: SearchOptions,
): Promise<Plan> {
  const timetable = await timetableOf(input, field, result.solution, options);
  const { objective: value, bound } = result.first;
  const plan: Plan = {
    wins: [objective.id],
    ...writePlan(input, result.solution, timetable),
    quality: {
      state: result.isProven ? "optimal" : "best-found",
      gap: result.isProven || value === null ? (result.isProven ? 0 : null) : gapBetween(value, bound),
    },
  };
  const violations = checkPlan(input, plan);
  if (violations.length > 0) throw new RefusedPlan(violations);
  return plan;
}

/** Unknown is worse than every known value, so that a plan is not left out for one that merely does not say. */
const LAST = Number.POSITIVE_INFINITY;

function valuesOf(plan: Plan): number[] {
  const finish = plan.finishOn === null ? (plan.steps.length === 0 ? 0 : LAST) : Date.parse(plan.finishOn);
  return [
    plan.priceCents ?? LAST,
    plan.hours ?? LAST,
    finish,
    plan.certainty === null ? 0 : tierOf(plan.certainty),
  ];
}

/** Plans that no other betters; equal ones become one, named by all that they win. */
export function paretoFront(plans: readonly Plan[]): Plan[] {
  const kept: Plan[] = [];
  for (const plan of plans) {
    const same = kept.find((other) => sameUnits(other) === sameUnits(plan));
    if (same)
      kept.splice(kept.indexOf(same), 1, { ...same, wins: [...new Set([...same.wins, ...plan.wins])] });
    else kept.push(plan);
  }
  const isBetter = (a: Plan, b: Plan) => {
    const [ours, theirs] = [valuesOf(a), valuesOf(b)];
    return (
      ours.every((value, index) => value <= (theirs[index] ?? LAST)) &&
      ours.some((value, index) => value < (theirs[index] ?? LAST))
    );
  };
  return kept.flatMap((plan) => {
    if (kept.some((other) => isBetter(other, plan))) return [];
    const beaten = kept.filter((other) => isBetter(plan, other));
    return [{ ...plan, wins: [...new Set([...plan.wins, ...beaten.flatMap(({ wins }) => wins)])] }];
  });
}

const sameUnits = ({ steps }: Plan): string =>
  steps
    .map(({ unit }) => unit)
    .sort()
    .join(" ");

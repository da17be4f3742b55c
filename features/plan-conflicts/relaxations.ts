import { nodesOf } from "@/features/pathways/requirement-tree";
import { fieldOf } from "@/features/plan-search/candidates";
import { clockOf } from "@/features/plan-search/clock";
import { msFor, type SearchOptions, search } from "@/features/plan-search/find-plan";
import type { PlanInput } from "@/features/planning/plan-input";
import { type ConstraintId, creditBounds } from "@/features/planning/problem";
import { isFeasible, minimalConflict } from "./conflict";
import { applyChange, type Change, lift } from "./lift";

/** Changes that, applied together, leave an input with a plan. */
export type Relaxation = Change[];

/**
 * For each constraint of a conflict, the smallest change of it alone after which there is a plan. Where no single change
 * helps, because there are several conflicts, one set of constraints to do without, none of which can be spared.
 */
export async function smallestRelaxations(
  input: PlanInput,
  constraints: readonly ConstraintId[],
  options: SearchOptions,
): Promise<Relaxation[]> {
  const found: Relaxation[] = [];
  for (const constraint of constraints) {
    if (options.signal?.aborted || msFor(options) === 0) return found;
    const change = await smallestChange(input, constraint, options);
    if (change) found.push([change]);
  }
  if (found.length > 0) return found;
  const several = await liftedTogether(input, constraints, options);
  return several ? [several] : [];
}

async function smallestChange(
  input: PlanInput,
  constraint: ConstraintId,
  options: SearchOptions,
): Promise<Change | null> {
  const amount =
    constraint === "recency"
      ? await longerRecency(input, options)
      : await movedBound(input, constraint, options);
  if (amount) return amount;
  const helps = (await isFeasible(lift(input, constraint), options)) === true;
  return helps ? { kind: "lift", constraint } : null;
}

/** Lifts the last constraint of one conflict after the other until there is a plan, then puts back what need not be lifted. */
async function liftedTogether(
  input: PlanInput,
  constraints: readonly ConstraintId[],
  options: SearchOptions,
): Promise<Relaxation | null> {
  let lifted: ConstraintId[] = [];
  let conflict: readonly ConstraintId[] = constraints;
  while ((await isFeasible(lifted.reduce(lift, input), options)) !== true) {
    const next = conflict.at(-1);
    if (next === undefined || lifted.includes(next) || options.signal?.aborted) return null;
    lifted.push(next);
    conflict = (await minimalConflict(lifted.reduce(lift, input), options))?.constraints ?? [];
  }
  for (const each of [...lifted]) {
    const without = lifted.filter((other) => other !== each);
    if ((await isFeasible(without.reduce(lift, input), options)) === true) lifted = without;
  }
  return lifted.map((constraint) => ({ kind: "lift", constraint }));
}

/** The amounts by which a constraint may be missed; null for one that is not a number. */
function boundOf(
  { version, limits }: PlanInput,
  constraint: ConstraintId,
): { value: number; step: 1 | -1 } | null {
  if (constraint === "limit:budget")
    return limits.budgetCents === undefined ? null : { value: limits.budgetCents, step: 1 };
  const credits = creditBounds(version).find(({ id }) => id === constraint);
  if (credits)
    return constraint === "recognised-share"
      ? null
      : { value: credits.credits, step: credits.kind === "min" ? -1 : 1 };
  for (const node of nodesOf(version.root)) {
    if (`node:${node.id}` !== constraint) continue;
    if (node.kind === "credits") return { value: node.minCredits, step: -1 };
    if (node.kind === "atLeast") return { value: node.k, step: -1 };
  }
  return null;
}

async function movedBound(
  input: PlanInput,
  constraint: ConstraintId,
  options: SearchOptions,
): Promise<Change | null> {
  const bound = boundOf(input, constraint);
  if (!bound) return null;
  const clock = clockOf(input);
  const question = { objective: null, clock: clock.isBinding ? clock : null, relax: constraint };
  const result = await search(input, await fieldOf(input), question, options);
  if (result.kind !== "found" || !result.isProven) return null;
  const to = bound.value + bound.step * result.solution.shortfall;
  const change: Change = { kind: "amount", constraint, from: bound.value, to };
  return to !== bound.value && (await isFeasible(applyChange(input, change), options)) ? change : null;
}

/** The fewest months that let in enough: the ages of what is held are the only steps that matter. */
async function longerRecency(input: PlanInput, options: SearchOptions): Promise<Change | null> {
  const { recency } = input.version.policy;
  if (!recency || (await isFeasible(lift(input, "recency"), options)) !== true) return null;
  const day = recency.countFrom === "award" ? (input.limits.finishBy ?? input.now) : input.now;
  const ages = input.held.flatMap(({ awardedOn }) =>
    awardedOn === null ? [] : [monthsUntil(awardedOn, day)],
  );
  const longer = [...new Set(ages)].filter((months) => months > recency.maxAgeMonths).sort((a, b) => a - b);
  for (const to of longer) {
    const change: Change = { kind: "amount", constraint: "recency", from: recency.maxAgeMonths, to };
    if ((await isFeasible(applyChange(input, change), options)) === true) return change;
  }
  return null;
}

/** Months after which something awarded on one day is just not too old on another. */
function monthsUntil(awardedOn: string, day: string): number {
  const [fromYear = 0, fromMonth = 0, fromDate = 0] = awardedOn.split("-").map(Number);
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return (year - fromYear) * 12 + month - fromMonth + (date > fromDate ? 1 : 0);
}

import { tierOf } from "@/features/pathways/programme";
import type { Objective } from "@/features/planning/objectives";
import type { PlanInput } from "@/features/planning/plan-input";
import { byId, type ConstraintId, type Item, type Problem } from "@/features/planning/problem";
import { buildModel, type PlanningModel } from "@/features/planning-model/model";
import { type Cost, guide, merged, searchStages, settlingStages } from "@/features/planning-model/stages";
import { type Clock, canBePlaced, type Placing, placingsOf } from "@/features/planning-model/timing";
import { Sum } from "@/features/solver/linear-model";
import type { Solver, StageResult } from "@/features/solver/solver";
import { type Field, manualNotMetOf } from "./candidates";
import { prune } from "./dominance";

export interface SearchOptions {
  solver: Solver;
  /** For each question to the solver. */
  timeLimitMs: number;
  /** When all questions together must be answered, on the clock of `performance.now()`. */
  deadline?: number;
  /** 0: proven optimal; 0.005: within half a percent. */
  relativeGap: number;
  signal?: AbortSignal | undefined;
  /** Off only to compare: the optimum is the same. */
  prunes?: boolean;
}

/** What a question may still take; 0 once the deadline has passed. */
export const msFor = ({
  timeLimitMs,
  deadline = Number.POSITIVE_INFINITY,
}: Pick<SearchOptions, "timeLimitMs" | "deadline">): number =>
  Math.max(0, Math.min(timeLimitMs, deadline - performance.now()));

export interface Search {
  /** Null: is there any plan? */
  objective: Objective | null;
  /** Edges worse than this tier are left out (1 designed to 4 possible). */
  maxTier?: number;
  /** Minimise the credits on `maxTier` first. */
  fewestOnTier?: boolean;
  /** The plan must fit into this; without it time plays no part. */
  clock?: Clock | null;
  /** Asks of the clock only that each unit and the sum of all hours fit: a lower bound, quickly found. */
  loosely?: boolean;
  /** Lets this constraint be missed, and minimises by how much. */
  relax?: ConstraintId;
}

/** Which items are taken and where each counts: what the solver answers, in the words of the problem. */
export interface Solution {
  edges: ReadonlyMap<Item, Item["edges"]>;
  taken: readonly Item[];
  placings: ReadonlyMap<Item, Placing>;
  shortfall: number;
}

export type SearchResult =
  | { kind: "found"; solution: Solution; first: StageResult; isProven: boolean; candidates: number }
  | { kind: "infeasible" }
  | { kind: "unknown" }
  | { kind: "cancelled" };

/** The best plan for one question. What is found is then settled: nothing superfluous is taken, and all that can count does. */
export async function search(
  input: PlanInput,
  field: Field,
  question: Search,
  options: SearchOptions,
): Promise<SearchResult> {
  const { objective, clock, loosely } = question;
  if (msFor(options) === 0) return { kind: "unknown" };
  const costs = costsOf(objective, field.items);
  const placings = new Map<Item, readonly Placing[]>();
  const items: Item[] = [];
  for (const item of field.items) {
    if (item.unit && objective?.needsFirst && objective.costs[0]?.(item.unit) === null) continue;
    const kept = withTier(item, question.maxTier);
    if (clock && item.unit) {
      const runs = field.runsOf(item.unit);
      if (loosely && !canBePlaced(item.unit, runs, clock)) continue;
      const placed = loosely ? [] : placingsOf(item.unit, runs, clock);
      if (!loosely && placed.length === 0) continue;
      placings.set(kept, placed);
    }
    items.push(kept);
  }
  const problem: Problem = {
    version: field.version,
    items,
    manualNotMet: manualNotMetOf(input),
  };
  const doesPrune = options.prunes !== false && question.relax === undefined;
  const candidates = doesPrune ? await prune(problem, pruningCosts(input, question, costs, placings)) : items;
  candidates.sort(byId);
  const solve = (on: readonly Item[], settles: boolean) =>
    solveOn(input, { ...problem, items: on }, question, { ...options, costs, placings, settles });

  const found = await solve(candidates, false);
  if (found.kind !== "found" || !objective) return found;
  const used = new Set(found.solution.taken);
  const settled = await solve(
    candidates.filter((item) => item.held !== null || used.has(item)),
    true,
  );
  return settled.kind === "found"
    ? { ...found, solution: settled.solution }
    : settled.kind === "cancelled"
      ? settled
      : found;
}

/** So wide that the first solution is good enough. */
const ANY_GAP = 1e9;

interface SolveContext extends SearchOptions {
  costs: readonly Cost[];
  placings: ReadonlyMap<Item, readonly Placing[]>;
  settles: boolean;
}

async function solveOn(
  input: PlanInput,
  problem: Problem,
  question: Search,
  { costs, placings, settles, solver, relativeGap, signal, ...limits }: SolveContext,
): Promise<SearchResult> {
  const { clock, relax } = question;
  const model = buildModel(problem, {
    minima: "required",
    applyOn: input.now,
    ...(relax === undefined ? {} : { relax }),
    ...(clock && !question.loosely
      ? { schedule: { clock, placings: (item: Item) => placings.get(item) ?? [] } }
      : {}),
  });
  if (clock && question.loosely && clock.hoursPerSlot !== null) {
    limitTaken(model, ({ unit }) => unit?.hours ?? 0, clock.hoursPerSlot * clock.slots, false);
  }
  const budget = input.limits.budgetCents;
  if (budget !== undefined) {
    limitTaken(model, ({ unit }) => unit?.priceCents ?? 0, budget, relax === "limit:budget");
  }
  const stages = settles
    ? merged(settlingStages(model, question, costs))
    : searchStages(model, question, costs);
  const isAnyGood = question.objective === null && relax === undefined;
  const job = {
    model: model.build(),
    stages,
    timeLimitMs: msFor(limits),
    relativeGap: isAnyGood ? ANY_GAP : relativeGap,
  };
  const outcome = await solver.solve(job, signal);
  if (outcome.kind === "cancelled") return outcome;
  const [first] = outcome.stages;
  if (!outcome.values || !first) return { kind: first?.status === "infeasible" ? "infeasible" : "unknown" };
  return {
    kind: "found",
    solution: readSolution(model, outcome.values),
    first,
    isProven: first.status === "optimal",
    candidates: model.taken.size,
  };
}

function withTier(item: Item, maxTier = 4): Item {
  const edges = item.edges.filter(({ certainty }) => tierOf(certainty) <= maxTier);
  return edges.length === item.edges.length ? item : { ...item, edges };
}

function pruningCosts(
  { limits }: PlanInput,
  { clock, loosely }: Search,
  order: readonly Cost[],
  placings: ReadonlyMap<Item, readonly Placing[]>,
) {
  const limited: Cost[] = [];
  if (limits.budgetCents !== undefined) {
    limited.push(({ unit }) => unit?.priceCents ?? 0);
  }
  if (clock && loosely) limited.push(({ unit }) => unit?.hours ?? 0);
  const places = (item: Item) =>
    (placings.get(item) ?? [])
      .map(({ first, last, load, endsOn }) => `${first}-${last}-${load}-${endsOn}`)
      .join();
  return {
    order: order.length > 0 ? order : [guide],
    limited,
    ...(clock && !loosely ? { extra: places } : {}),
  };
}

/** Costs in the objective's order. An unknown one is put just above the dearest known one. */
function costsOf(objective: Objective | null, items: readonly Item[]): Cost[] {
  return (objective?.costs ?? []).map((cost) => {
    let unknown = 1;
    for (const { unit } of items) if (unit) unknown = Math.max(unknown, (cost(unit) ?? 0) + 1);
    return ({ unit }) => (unit ? (cost(unit) ?? unknown) : 0);
  });
}

function limitTaken(model: PlanningModel, cost: Cost, limit: number, isRelaxed: boolean): void {
  const sum = new Sum();
  for (const [item, isTaken] of model.taken) sum.addSum(isTaken, cost(item));
  if (isRelaxed && model.shortfall !== null) sum.add(model.shortfall, -1);
  model.builder.atMost(sum, limit);
}

function readSolution(model: PlanningModel, values: Float64Array): Solution {
  const isOne = (column: number) => values[column] === 1;
  const edges = new Map<Item, Item["edges"][number][]>();
  for (const { item, edge, column } of model.counts) {
    if (isOne(column)) edges.set(item, [...(edges.get(item) ?? []), edge]);
  }
  const placings = new Map<Item, Placing>();
  for (const { item, placing, column } of model.placed) if (isOne(column)) placings.set(item, placing);
  return {
    edges,
    taken: [...model.taken].flatMap(([item, { terms }]) => ([...terms.keys()].some(isOne) ? [item] : [])),
    placings,
    shortfall: model.shortfall === null ? 0 : (values[model.shortfall] ?? 0),
  };
}

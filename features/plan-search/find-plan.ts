import type { Objective } from "@/features/planning/objectives";
import type { PlanInput } from "@/features/planning/plan-input";
import type { ConstraintId, Item, Problem } from "@/features/planning/problem";
import { buildModel, type PlanningModel } from "@/features/planning-model/model";
import { type Cost, merged, searchStages, settlingStages } from "@/features/planning-model/stages";
import type { Clock, Placing } from "@/features/planning-model/timing";
import { Sum } from "@/features/solver/linear-model";
import type { Solver, StageResult } from "@/features/solver/solver";
import { type Field, manualNotMetOf } from "./candidates";
import { affordable } from "./cost-bound";
import { type PruningCosts, prune } from "./dominance";
import { presentIn } from "./presence";
import type { Ranked } from "./ranking";

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
  if (msFor(options) === 0) return { kind: "unknown" };
  const { candidates, few, costs, solve } = await prepared(input, field, question, options);
  const [cost] = costs;
  const quick = few && (await solve(few, { costs: costs.slice(0, 1), settles: false }));
  if (quick?.kind === "cancelled" || (quick?.kind === "found" && !question.objective)) return quick;
  const bound = quick?.kind === "found" ? quick.first.objective : null;
  const open = cost && bound !== null ? affordable(candidates, field.version, cost, bound) : candidates;

  const found = betterOf(await solve(open, { costs, settles: false }), quick);
  if (found.kind !== "found" || !question.objective) return found;
  const used = new Set(found.solution.taken);
  const settled = await solve(
    candidates.filter((item) => item.held !== null || used.has(item)),
    { costs, settles: true },
  );
  return settled.kind === "found"
    ? { ...found, solution: settled.solution }
    : settled.kind === "cancelled"
      ? settled
      : found;
}

/** With more candidates, a plan of the best few of each group is looked for first. */
const MANY = 1_000;
const FEW = 2;

/** Where any plan will do, one with few hours is looked for: a sum to minimise leads the solver to it. */
const GUIDE: Objective["costs"] = [({ hours }) => hours ?? 1];

/** What a question comes down to: its candidates, the best few of them where there are many, and what is minimised. */
async function prepared(input: PlanInput, field: Field, question: Search, options: SearchOptions) {
  const { objective, loosely, clock, relax, fewestOnTier } = question;
  const ranked = field.ranking.by(objective?.costs ?? (loosely ? field.placements.lateness : GUIDE));
  const present = presentIn(input, field, question, ranked);
  const way = options.prunes === false ? "within" : "needed";
  const placings = ({ unit }: Item) => (unit && clock ? field.placements[way](clock.slots, unit) : []);
  const problem = { version: field.version, manualNotMet: manualNotMetOf(input) };
  const solve = (items: readonly Item[], context: Pick<SolveContext, "costs" | "settles">) =>
    solveOn(input, { ...problem, items }, question, { ...options, placings, ...context });
  if (options.prunes === false || relax !== undefined) {
    // How far a constraint is missed is all that is asked then.
    const costs = relax === undefined ? ranked.costs : [];
    return { candidates: present.filter((item) => item !== null), few: null, costs, solve };
  }
  const pruning = pruningCosts(input, question, ranked, placings);
  const candidates = await prune(field, present, pruning);
  const few =
    candidates.length > MANY && !fewestOnTier
      ? await prune(field, present, { ...pruning, atMost: FEW })
      : candidates;
  return { candidates, few: few.length < candidates.length / 2 ? few : null, costs: ranked.costs, solve };
}

/** What was found among few is still there where all were too many for the time. */
function betterOf(all: SearchResult, few: SearchResult | null): SearchResult {
  if (few?.kind !== "found" || all.kind === "cancelled") return all;
  if (all.kind === "found" && (all.isProven || isLess(all.first.objective, few.first.objective))) return all;
  const bound = all.kind === "found" ? all.first.bound : null;
  return { ...few, first: { ...few.first, status: "feasible", bound }, isProven: false };
}

const isLess = (a: number | null, b: number | null): boolean => a !== null && b !== null && a <= b;

/** So wide that the first solution is good enough. */
const ANY_GAP = 1e9;

interface SolveContext extends SearchOptions {
  costs: readonly Cost[];
  placings: (item: Item) => readonly Placing[];
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
    ...(clock && !question.loosely ? { schedule: { clock, placings } } : {}),
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

function pruningCosts(
  { limits }: PlanInput,
  { clock, loosely }: Search,
  ranked: Ranked,
  placings: (item: Item) => readonly Placing[],
): PruningCosts {
  const limited: Cost[] = [];
  if (limits.budgetCents !== undefined) {
    limited.push(({ unit }) => unit?.priceCents ?? 0);
  }
  if (clock && loosely && clock.hoursPerSlot !== null) limited.push(({ unit }) => unit?.hours ?? 0);
  // Without a limit on hours, what asks for nothing first is placed where all its edges hold.
  const isPlacedAlike = !clock || loosely || clock.hoursPerSlot === null;
  const places = (item: Item) =>
    placings(item)
      .map(({ first, last, load, endsOn }) => `${first}-${last}-${load}-${endsOn}`)
      .join();
  return {
    ranked,
    limited,
    ...(isPlacedAlike ? {} : { extra: places }),
  };
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
  return {
    edges,
    taken: [...model.taken].flatMap(([item, { terms }]) => (terms.some(isOne) ? [item] : [])),
    shortfall: model.shortfall === null ? 0 : (values[model.shortfall] ?? 0),
  };
}

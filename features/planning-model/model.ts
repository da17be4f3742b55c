import type { Edge } from "@/features/pathways/edge";
import {
  askedBy,
  asksFirst,
  type ConstraintId,
  creditBounds,
  type Item,
  type Problem,
  standInsOf,
} from "@/features/planning/problem";
import { type LinearModel, ModelBuilder, Sum, sumOf } from "@/features/solver/linear-model";
import type { Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import { addPrerequisites } from "./prerequisite-rows";
import { addSchedule } from "./schedule-rows";
import { type ItemSums, SharingRows } from "./sharing-rows";
import { type Clock, isFixed, type Placing } from "./timing";
import { addTree, type CountColumn } from "./tree-rows";

export interface ModelOptions {
  /** "required": the tree and every minimum must be met. "goals": each is a column that may be one where it is met. */
  minima: "required" | "goals";
  applyOn: Day;
  /** A constraint that may be missed by the amount of `shortfall` (credits, or children of a part). */
  relax?: ConstraintId;
  /** The ways to place each candidate in time, if the plan must fit in one. */
  schedule?: { clock: Clock; placings: (item: Item) => readonly Placing[] };
}

/** A mixed-integer model of a problem, and which column means what. */
export interface PlanningModel {
  builder: ModelBuilder;
  build: () => LinearModel;
  /** One where a candidate is taken. */
  taken: ReadonlyMap<Item, Sum>;
  counts: readonly (CountColumn & { edge: Edge })[];
  /** Column of each node: one only where it is met. */
  met: ReadonlyMap<string, number>;
  /** With "goals": columns of the minima (total, levels, residency). */
  goals: ReadonlyMap<ConstraintId, number>;
  shortfall: number | null;
  creditsOf: (item: Item) => Sum;
}

const LARGE = 10_000_000;

export function buildModel(problem: Problem, options: ModelOptions): PlanningModel {
  const model = new ModelBuilder();
  const { items } = problem;
  const taken = new Map<Item, Sum>();
  const asked = askedUnits(problem);
  const sums = new Map<Item, ItemSums>();
  const counts: (CountColumn & { edge: Edge })[] = [];
  const sharing = new SharingRows(model, problem);
  const shortfall = options.relax === undefined ? null : model.column(0, LARGE);

  for (const item of items) {
    const columns = item.edges.map((edge) => {
      const column = model.binary();
      counts.push({ item, edge, leaf: edge.leaf, credits: edge.credits, column });
      return column;
    });
    // A candidate that nothing asks for is taken exactly where it counts, so that it needs no column of its own.
    const isPlaced = !options.schedule || isFixed(options.schedule.clock, options.schedule.placings(item));
    const isPlain = isPlaced && !asked.has(item.unit?.unit ?? "") && sharing.countsOnce(item);
    const own = item.held || isPlain ? new Sum().addConstant(1) : new Sum().add(model.binary());
    if (item.unit) taken.set(item, isPlain ? sumOf(columns) : own);
    if (columns.length > 0) sums.set(item, sharing.add(item, columns, own));
  }
  sharing.finish();

  const relaxed =
    options.relax !== undefined && shortfall !== null
      ? { constraint: options.relax, column: shortfall }
      : null;
  const met = addTree(model, problem, counts, sums, relaxed);
  const root = met.get(problem.version.root.id);
  if (options.minima === "required" && root !== undefined) model.fix(root, 1);

  const goals = new Map<ConstraintId, number>();
  for (const bound of creditBounds(problem.version)) {
    const sum = new Sum();
    for (const [item, { credits }] of sums) if (bound.includes(item)) sum.addSum(credits());
    if (relaxed?.constraint === bound.id) sum.add(relaxed.column, bound.kind === "min" ? 1 : -1);
    if (bound.kind === "max") model.atMost(sum, bound.credits);
    else if (options.minima === "required") model.atLeast(sum, bound.credits);
    else {
      const goal = model.binary();
      goals.set(bound.id, goal);
      model.atLeast(sum.add(goal, -bound.credits), 0);
    }
  }
  for (const { members, maxCount } of exclusiveSets(problem)) {
    const sum = new Sum();
    for (const item of members) {
      sum.addSum(taken.get(item) ?? sums.get(item)?.counted() ?? new Sum());
    }
    if (sum.terms.length > maxCount) model.atMost(sum, maxCount);
  }
  const schedule = options.schedule ? addSchedule(model, options.schedule, taken, counts) : null;
  addPrerequisites(model, problem, taken, options.applyOn, schedule?.timing ?? null);

  return {
    builder: model,
    build: () => model.build(),
    taken,
    counts,
    met,
    goals,
    shortfall,
    creditsOf: (item) => sums.get(item)?.credits() ?? new Sum(),
  };
}

/** Units that a candidate asks for, with those that stand for them. */
function askedUnits({ version, items }: Problem): ReadonlySet<string> {
  const standIns = standInsOf(version);
  const asked = items.flatMap(({ unit }) => (unit && asksFirst(unit) ? askedBy(unit) : []));
  return new Set(asked.flatMap((unit) => [...standIns(unit)]));
}

/** Items of which only so many may be held and counted or newly taken: stated ones, retakes of one unit, equivalent units. */
export function exclusiveSets({
  version,
  items,
}: Pick<Problem, "version" | "items">): { members: Item[]; maxCount: number }[] {
  const byUnit = groupBy(
    items.filter(({ facts }) => facts.unit !== null),
    ({ facts }) => facts.unit,
  );
  const standIns = standInsOf(version);
  const membersOf = (units: Iterable<string>) =>
    [...new Set(units)].flatMap((unit) => byUnit.get(unit) ?? []);
  const stated = version.policy.exclusions.map(({ units, maxCount }) => ({
    members: membersOf(units),
    maxCount,
  }));
  const same = new Map<string, Item[]>();
  const hasEquivalents = new Set(version.equivalences.flatMap(({ units }) => units));
  for (const [unit, members] of byUnit) {
    if (unit === null) continue;
    if (!hasEquivalents.has(unit)) {
      if (members.length > 1) same.set(unit, members);
      continue;
    }
    const group = [...standIns(unit)].sort();
    same.set(group.join(" "), membersOf(group));
  }
  return [...stated, ...[...same.values()].map((members) => ({ members, maxCount: 1 }))].filter(
    ({ members, maxCount }) => members.length > maxCount,
  );
}

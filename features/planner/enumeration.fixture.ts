import { compileCounting } from "@/features/pathways/counting";
import type { Edge } from "@/features/pathways/edge";
import type { Unit } from "@/features/pathways/unit";
import { checkPlan } from "@/features/plan-checker/checker";
import type { Solution } from "@/features/plan-search/find-plan";
import type { PlanInput } from "@/features/planning/plan-input";
import { candidateItem, heldItem, type Item } from "@/features/planning/problem";
import { writePlan } from "./write-plan";

/**
 * The least cost of any plan, found by trying every set of units and every way to count them; null where no plan passes the
 * checker. Cost null: the unit is left out.
 */
export function enumerateLeast(input: PlanInput, cost: (unit: Unit) => number | null): number | null {
  const counting = compileCounting(input.version, { applyOn: input.now, awardOn: input.now });
  const held = input.held.map((each) => heldItem(each, counting.ofAchievement(each).edges));
  const offered = input.units.filter((unit) => cost(unit) !== null);
  const costOf = (units: readonly Unit[]) => units.reduce((sum, unit) => sum + (cost(unit) ?? 0), 0);
  const countsOnce = input.version.policy.sharing.length === 0;
  const sets = subsets(offered).sort((a, b) => costOf(a) - costOf(b));
  for (const units of sets) {
    const taken = units.map((unit) => candidateItem(unit, counting.ofUnit(unit)));
    if (assignments([...held, ...taken], countsOnce).some((edges) => holds(input, edges, taken)))
      return costOf(units);
  }
  return null;
}

function holds(input: PlanInput, edges: ReadonlyMap<Item, Edge[]>, taken: Item[]): boolean {
  const solution: Solution = { edges, taken, shortfall: 0 };
  const plan = {
    wins: [],
    ...writePlan(input, solution, null),
    quality: { state: "optimal" as const, gap: 0 },
  };
  return checkPlan(input, plan).length === 0;
}

/** Every way to count each item nowhere, in one leaf, or (where anything may be shared) in several different ones. */
function assignments(items: readonly Item[], countsOnce: boolean): Map<Item, Edge[]>[] {
  return items.reduce<Map<Item, Edge[]>[]>(
    (found, item) => {
      const choices = subsets(item.edges).filter(
        (edges) =>
          edges.length < 2 || (!countsOnce && new Set(edges.map(({ leaf }) => leaf)).size === edges.length),
      );
      return found.flatMap((map) => choices.map((edges) => new Map([...map, [item, edges]])));
    },
    [new Map()],
  );
}

function subsets<T>(values: readonly T[]): T[][] {
  const found: T[][] = [[]];
  for (const value of values) found.push(...found.map((set) => [...set, value]));
  return found;
}

import type { CreditPool, Leaf, Requirement } from "@/features/pathways/programme";
import type { Item, Problem } from "@/features/planning/problem";
import { type ModelBuilder, Sum, sumOf } from "@/features/solver/linear-model";
import { groupBy } from "@/lib/group";
import type { ItemSums } from "./sharing-rows";

/** A column that says "this item counts in this leaf". */
export interface CountColumn {
  item: Item;
  leaf: string;
  credits: number;
  column: number;
}

/**
 * One column for each node of the tree that may be one only where the node is met. `shortfall`, if given, is added to what
 * the named node's own minimum counts.
 */
export function addTree(
  model: ModelBuilder,
  problem: Problem,
  columns: readonly CountColumn[],
  sums: ReadonlyMap<Item, ItemSums>,
  shortfall: { constraint: string; column: number } | null,
): Map<string, number> {
  const byLeaf = groupBy(columns, ({ leaf }) => leaf);
  const met = new Map<string, number>();

  const atLeast = (node: Requirement, column: number, needed: number, sum: Sum) => {
    const total = new Sum().addSum(sum).add(column, -needed);
    if (shortfall?.constraint === `node:${node.id}`) total.add(shortfall.column);
    model.atLeast(total, 0);
  };

  function addPool(pool: CreditPool, column: number): void {
    const here = byLeaf.get(pool.id) ?? [];
    const credits = new Sum();
    for (const each of here) credits.add(each.column, each.credits);
    if (pool.maxCredits !== undefined) model.atMost(credits, pool.maxCredits);
    atLeast(pool, column, pool.minCredits, credits);
    const items = sumOf(here.map((each) => each.column));
    if (pool.minItems !== undefined) model.atLeast(items.add(column, -pool.minItems), 0);
    if (pool.distinctFields !== undefined) {
      const byField = groupBy(
        here.flatMap((each) => each.item.facts.fields.map((field) => ({ field, column: each.column }))),
        ({ field }) => field,
      );
      const fields = [...byField.values()].map((members) => {
        const covered = model.binary();
        model.atLeast(sumOf(members.map((member) => member.column)).add(covered, -1), 0);
        return covered;
      });
      model.atLeast(sumOf(fields).add(column, -pool.distinctFields), 0);
    }
  }

  function addLeaf(leaf: Leaf, column: number): void {
    if (leaf.kind === "credits") {
      addPool(leaf, column);
      return;
    }
    if (leaf.kind === "manual") {
      if (problem.manualNotMet.has(leaf.id)) model.fix(column, 0);
      return;
    }
    const here = sumOf((byLeaf.get(leaf.id) ?? []).map((each) => each.column));
    model.atMost(here, 1);
    if (leaf.kind === "outcome") {
      const { skill, minLevel } = leaf;
      for (const item of problem.items) {
        const { teaches, eqf } = item.facts;
        const isHighEnough = minLevel === undefined || (eqf !== null && eqf >= minLevel);
        const counted = sums.get(item)?.counted;
        if (counted && isHighEnough && teaches.includes(skill)) here.addSum(counted());
      }
    }
    model.atLeast(new Sum().addSum(here).add(column, -1), 0);
  }

  function add(node: Requirement): number {
    const column = model.binary();
    met.set(node.id, column);
    if (node.kind !== "all" && node.kind !== "atLeast") {
      addLeaf(node, column);
      return column;
    }
    const children = node.of.map(add);
    if (node.kind === "atLeast") atLeast(node, column, node.k, sumOf(children));
    else for (const child of children) model.atLeast(new Sum().add(child).add(column, -1), 0);
    return column;
  }

  add(problem.version.root);
  return met;
}

import type { Hundredths, ProgrammeVersion, Requirement } from "@/features/pathways/programme";
import { nodesOf } from "@/features/pathways/requirement-tree";
import { type ConstraintId, creditBounds, type Item } from "@/features/planning/problem";
import { TreeCount } from "@/features/planning/tree-count";
import type { Assignment } from "./audit";

/** met: without any "possible". met-if-possible: with them. to-be-checked: only a manual part is left. */
export type NodeState = "met" | "met-if-possible" | "to-be-checked" | "open";

export interface NodeFigure {
  node: string;
  state: NodeState;
  /** Of a credit pool: hundredths. Of a node with children: children met. Of other leaves: 0 or 1. */
  counted: number;
  required: number;
  missing: number;
}

export interface BoundFigure {
  constraint: ConstraintId;
  kind: "min" | "max";
  counted: Hundredths;
  possible: Hundredths;
  required: Hundredths;
  missing: Hundredths;
}

export interface AuditFigures {
  nodes: NodeFigure[];
  bounds: BoundFigure[];
  /** Everything is met, "possible" left out. Manual parts are never met by a computation. */
  isComplete: boolean;
}

export function auditFigures(
  version: ProgrammeVersion,
  items: readonly Item[],
  counted: Assignment,
  withPossible: Assignment,
): AuditFigures {
  const sure = treeCountOf(items, counted);
  const hoped = treeCountOf(items, withPossible);
  const nodes = [...nodesOf(version.root)].map((node): NodeFigure => {
    const [here, required] = [sure.countedIn(node), requiredBy(node)];
    const missing = Math.max(0, required - here);
    return { node: node.id, state: stateOf(node, sure, hoped), counted: here, required, missing };
  });
  const bounds = creditBounds(version).map(({ id, kind, credits, includes }): BoundFigure => {
    const included = new Set(items.filter(includes).map((item) => item.id));
    const isIncluded = ({ item }: { item: string }) => included.has(item);
    const sum = sure.creditsWhere(isIncluded);
    return {
      constraint: id,
      kind,
      counted: sum,
      possible: hoped.creditsWhere(isIncluded) - sum,
      required: credits,
      missing: kind === "min" ? Math.max(0, credits - sum) : 0,
    };
  });
  return {
    nodes,
    bounds,
    isComplete: sure.isMet(version.root) && bounds.every(({ missing }) => missing === 0),
  };
}

export function treeCountOf(items: readonly Item[], assignment: Assignment): TreeCount {
  return new TreeCount(
    items.flatMap(({ id, facts }) =>
      (assignment.get(id) ?? []).map(({ leaf, credits }) => ({ item: id, facts, leaf, credits })),
    ),
  );
}

function stateOf(node: Requirement, sure: TreeCount, hoped: TreeCount): NodeState {
  if (sure.isMet(node)) return "met";
  if (hoped.isMet(node)) return "met-if-possible";
  return hoped.isMet(node, () => true) ? "to-be-checked" : "open";
}

function requiredBy(node: Requirement): number {
  if (node.kind === "credits") return node.minCredits;
  if (node.kind === "all") return node.of.length;
  return node.kind === "atLeast" ? node.k : 1;
}

import type { Leaf, Requirement, Sharing } from "./programme";

export const childrenOf = (node: Requirement): readonly Requirement[] => ("of" in node ? node.of : []);

/** The node and all below it, parents before children. */
export function* nodesOf(root: Requirement): Generator<Requirement> {
  yield root;
  for (const child of childrenOf(root)) yield* nodesOf(child);
}

export const isLeaf = (node: Requirement): node is Leaf => node.kind !== "all" && node.kind !== "atLeast";

export function leavesOf(root: Requirement): Leaf[] {
  return [...nodesOf(root)].filter(isLeaf);
}

/** Parts that every way to the qualification must meet: what is left when `all` nodes are opened from the root down. */
export function mandatoryNodes(root: Requirement): Requirement[] {
  return root.kind === "all" ? root.of.flatMap(mandatoryNodes) : [root];
}

/** Node ids from the root to each node, that node included. */
export function ancestry(root: Requirement): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const visit = (node: Requirement, above: string[]) => {
    const path = [...above, node.id];
    found.set(node.id, path);
    for (const child of childrenOf(node)) visit(child, path);
  };
  visit(root, []);
  return found;
}

/** The index of the declaration that decides whether two different leaves may share a unit; null: none, so they may not. */
export function sharingOf(
  sharing: readonly Sharing[],
  paths: ReadonlyMap<string, readonly string[]>,
  leafA: string,
  leafB: string,
): number | null {
  const pathA = paths.get(leafA) ?? [];
  const pathB = paths.get(leafB) ?? [];
  let best: { index: number; depth: number } | null = null;
  for (const [index, { between }] of sharing.entries()) {
    for (const [a, b] of [between, [between[1], between[0]] as const]) {
      const depths = [pathA.indexOf(a), pathB.indexOf(b)];
      if (depths.includes(-1)) continue;
      const depth = depths.reduce((sum, each) => sum + each, 0);
      if (best === null || depth > best.depth) best = { index, depth };
    }
  }
  return best?.index ?? null;
}

import type { Objective } from "@/features/planning/objectives";
import type { Item } from "@/features/planning/problem";
import type { Cost } from "@/features/planning-model/stages";

export interface Ranked {
  /** Places of the items, cheapest first; what costs the same stays in its order. */
  order: Uint32Array;
  /** The same costs for the solver: an unknown one is just above the dearest known one. */
  costs: readonly Cost[];
  /** Places of the items whose first cost is not known. */
  unknown: ReadonlySet<number>;
}

/** The items of a field by what they cost. Several questions ask for the same order. */
export class Ranking {
  private readonly known = new Map<Objective["costs"], Ranked>();

  constructor(private readonly items: readonly Item[]) {}

  by(costs: Objective["costs"]): Ranked {
    const known = this.known.get(costs);
    if (known) return known;
    const columns = costs.map((cost) =>
      Float64Array.from(this.items, ({ unit }) => (unit ? (cost(unit) ?? Number.POSITIVE_INFINITY) : 0)),
    );
    const order = ordered(columns, this.items.length);
    const found = { order, costs: costs.map(asKnown(columns)), unknown: unknownIn(columns[0]) };
    this.known.set(costs, found);
    return found;
  }
}

function ordered(columns: readonly Float64Array[], length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, index) => index).sort((a, b) => {
    for (const column of columns) {
      const [ours, theirs] = [column[a] ?? 0, column[b] ?? 0];
      if (ours !== theirs) return ours - theirs;
    }
    return a - b;
  });
}

function unknownIn(column: Float64Array | undefined): ReadonlySet<number> {
  const unknown = new Set<number>();
  for (const [index, cost] of column?.entries() ?? [])
    if (cost === Number.POSITIVE_INFINITY) unknown.add(index);
  return unknown;
}

const asKnown =
  (columns: readonly Float64Array[]) =>
  (cost: Objective["costs"][number], index: number): Cost => {
    let unknown = 1;
    for (const stated of columns[index] ?? [])
      if (Number.isFinite(stated)) unknown = Math.max(unknown, stated + 1);
    return ({ unit }) => (unit ? (cost(unit) ?? unknown) : 0);
  };

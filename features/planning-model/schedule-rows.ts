import type { Edge } from "@/features/pathways/edge";
import type { Item } from "@/features/planning/problem";
import { type ModelBuilder, Sum, sumOf } from "@/features/solver/linear-model";
import type { Timing } from "./prerequisite-rows";
import { type Clock, isFixed, type Placing } from "./timing";

export interface Schedule {
  timing: Timing;
  /** Where each item lies, once the columns have values. */
  read: (isOne: (column: number) => boolean) => Map<Item, Placing>;
  /** The last slot of each way to place an item, by its column. */
  ends: { column: number; last: number }[];
}

interface Way {
  placing: Placing;
  /** Null: it is taken so or not at all. */
  column: number | null;
}

/**
 * Rows that place every taken candidate once, keep each slot within its hours, and let an edge be used only by a run that
 * ends while the edge still holds.
 */
export function addSchedule(
  model: ModelBuilder,
  { clock, placings }: { clock: Clock; placings: (item: Item) => readonly Placing[] },
  taken: ReadonlyMap<Item, Sum>,
  counts: readonly { item: Item; edge: Edge; column: number }[],
): Schedule {
  const ways = new Map<Item, Way[]>();
  const loads = Array.from({ length: clock.hoursPerSlot === null ? 0 : clock.slots }, () => new Sum());
  for (const [item, isTaken] of taken) {
    const places = placings(item);
    if (isFixed(clock, places)) {
      ways.set(
        item,
        places.map((placing) => ({ placing, column: null })),
      );
      continue;
    }
    const columns = places.map((placing) => ({ placing, column: model.binary() }));
    ways.set(item, columns);
    model.row(0, sumOf(columns.map(({ column }) => column)).addSum(isTaken, -1), 0);
    for (const { placing, column } of columns) {
      for (let slot = placing.first; slot <= placing.last; slot += 1) loads[slot]?.add(column, placing.load);
    }
  }
  if (clock.hoursPerSlot !== null) for (const load of loads) model.atMost(load, clock.hoursPerSlot);

  for (const { item, edge, column } of counts) {
    const until = edge.until?.day;
    if (until === undefined || item.held) continue;
    const tooLate = (ways.get(item) ?? []).filter(({ placing }) => placing.endsOn > until);
    if (tooLate.some((way) => way.column === null)) model.atMost(new Sum().add(column), 0);
    else if (tooLate.length > 0)
      model.atMost(sumOf(tooLate.flatMap((way) => way.column ?? [])).add(column), 1);
  }

  const sum = (item: Item, slot: (placing: Placing) => number) => {
    const total = new Sum();
    for (const { placing, column } of ways.get(item) ?? []) {
      if (column === null) total.addConstant(slot(placing));
      else total.add(column, slot(placing));
    }
    return total;
  };
  return {
    timing: {
      slots: clock.slots,
      start: (item) => sum(item, ({ first }) => first),
      end: (item) => sum(item, ({ last }) => last),
    },
    read: (isOne) =>
      new Map(
        [...ways].flatMap(([item, each]) =>
          each.flatMap(({ placing, column }) =>
            column === null || isOne(column) ? [[item, placing] as const] : [],
          ),
        ),
      ),
    ends: [...ways.values()].flatMap((each) =>
      each.flatMap(({ placing: { last }, column }) => (column === null ? [] : [{ column, last }])),
    ),
  };
}

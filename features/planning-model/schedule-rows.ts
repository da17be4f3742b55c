import type { Edge } from "@/features/pathways/edge";
import type { Item } from "@/features/planning/problem";
import { type ModelBuilder, Sum, sumOf } from "@/features/solver/linear-model";
import { groupBy } from "@/lib/group";
import type { Timing } from "./prerequisite-rows";
import type { Clock, Placing } from "./timing";

export interface PlacingColumn {
  item: Item;
  placing: Placing;
  column: number;
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
): { timing: Timing; placed: PlacingColumn[] } {
  const placed: PlacingColumn[] = [];
  const loads = Array.from({ length: clock.slots }, () => new Sum());
  for (const [item, isTaken] of taken) {
    const ways = placings(item).map((placing) => ({ item, placing, column: model.binary() }));
    placed.push(...ways);
    model.row(0, sumOf(ways.map((way) => way.column)).addSum(isTaken, -1), 0);
    for (const { placing, column: way } of ways) {
      for (let slot = placing.first; slot <= placing.last; slot += 1) loads[slot]?.add(way, placing.load);
    }
  }
  if (clock.hoursPerSlot !== null) for (const load of loads) model.atMost(load, clock.hoursPerSlot);

  const byItem = groupBy(placed, ({ item }) => item);
  for (const { item, edge, column } of counts) {
    const until = edge.until?.day;
    if (until === undefined || item.held) continue;
    const tooLate = (byItem.get(item) ?? []).filter(({ placing }) => placing.endsOn > until);
    if (tooLate.length > 0) model.atMost(sumOf(tooLate.map((way) => way.column)).add(column), 1);
  }

  const sum = (item: Item, slot: (placing: Placing) => number) => {
    const total = new Sum();
    for (const { placing, column } of byItem.get(item) ?? []) total.add(column, slot(placing));
    return total;
  };
  const timing: Timing = {
    slots: clock.slots,
    start: (item) => sum(item, ({ first }) => first),
    end: (item) => sum(item, ({ last }) => last),
  };
  return { timing, placed };
}

import type { Edge } from "@/features/pathways/edge";
import { tierOf } from "@/features/pathways/programme";
import type { PlanInput } from "@/features/planning/plan-input";
import type { Item } from "@/features/planning/problem";
import type { Field } from "./candidates";
import type { Search } from "./find-plan";
import type { Ranked } from "./ranking";

/** What a question leaves of each item of the field: the item, with the edges that it can have there, or null. */
export function presentIn(
  { limits }: PlanInput,
  { items, placements, hasEnds }: Field,
  { objective, clock, maxTier, relax }: Search,
  { unknown }: Ranked,
): (Item | null)[] {
  const budget = relax === "limit:budget" ? Number.POSITIVE_INFINITY : limits.budgetCents;
  const isAffordable = ({ unit }: Item) =>
    budget === undefined || unit === null || (unit.priceCents !== null && unit.priceCents <= budget);
  const lasts = clock ? placements.soonestSlots() : null;
  return items.map((item, index) => {
    if (objective?.needsFirst && unknown.has(index)) return null;
    if (clock && (lasts?.[index] ?? 0) >= clock.slots) return null;
    if (!isAffordable(item)) return null;
    const sure =
      maxTier === undefined ? item : withEdges(item, ({ certainty }) => tierOf(certainty) <= maxTier);
    const soonest = clock && hasEnds && item.unit ? placements.soonest(item.unit) : null;
    return soonest ? withEdges(sure, ({ until }) => until === null || soonest.endsOn <= until.day) : sure;
  });
}

function withEdges(item: Item, holds: (edge: Edge) => boolean): Item {
  return item.edges.every(holds) ? item : { ...item, edges: item.edges.filter(holds) };
}

import type { PlanInput } from "@/features/planning/plan-input";
import { type Clock, fewestSlots, MAX_SLOTS } from "@/features/planning-model/timing";
import type { Field } from "./candidates";
import { clockOf } from "./clock";
import { type Search, type SearchOptions, type SearchResult, type Solution, search } from "./find-plan";

/**
 * The plan that ends in the earliest slot, and among those the one with the fewest hours. A quick question, in which
 * units need only fit one by one, gives the least number of slots; from there each number is tried in full, which keeps the
 * models small. Units without a known run or length cannot take part.
 */
export async function fastest(
  input: PlanInput,
  field: Field,
  question: Search,
  options: SearchOptions,
): Promise<SearchResult> {
  const clock = clockOf(input);
  const feasible = { ...question, objective: null };
  const started = performance.now();
  const left = () => Math.max(0, 4 * options.timeLimitMs - (performance.now() - started));

  const tried = async (slots: number) => {
    const within = { ...feasible, clock: { ...clock, slots }, loosely: true };
    const result = await search(input, field, within, options);
    return result.kind === "infeasible" ? null : result;
  };
  const bound = await fewestSlots(1, Math.min(clock.slots, MAX_SLOTS), tried, (result) =>
    result.kind === "found" ? leastSlots(field, clock, result.solution) : MAX_SLOTS,
  );
  if (!bound) return { kind: "infeasible" };
  let isProven = true;
  for (let slots = bound.slots; slots <= clock.slots; slots += 1) {
    if (options.signal?.aborted) return { kind: "cancelled" };
    const limits = { ...options, timeLimitMs: Math.min(options.timeLimitMs, left()) };
    const result = await search(input, field, { ...question, clock: { ...clock, slots } }, limits);
    if (result.kind === "cancelled") return result;
    if (result.kind === "found") return { ...result, isProven: isProven && result.isProven };
    if (result.kind === "unknown") isProven = false;
    if (left() === 0) return { kind: "unknown" };
  }
  return isProven ? { kind: "infeasible" } : { kind: "unknown" };
}

/** How many slots the units of a solution need one by one, and all their hours together. */
function leastSlots({ placements }: Field, { hoursPerSlot }: Clock, { taken }: Solution): number {
  const units = taken.flatMap(({ unit }) => unit ?? []);
  const ends = units.map((unit) => (placements.soonest(unit)?.last ?? MAX_SLOTS) + 1);
  const hours = units.reduce((sum, unit) => sum + (unit.hours ?? 0), 0);
  return Math.max(1, ...ends, hoursPerSlot === null ? 1 : Math.ceil(hours / hoursPerSlot));
}

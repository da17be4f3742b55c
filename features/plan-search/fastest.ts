import type { PlanInput } from "@/features/planning/plan-input";
import { fewestSlots, MAX_SLOTS } from "@/features/planning-model/timing";
import type { Field } from "./candidates";
import { type Search, type SearchOptions, type SearchResult, search } from "./find-plan";
import { clockOf } from "./timetable";

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

  const bound = await fewestSlots(1, Math.min(clock.slots, MAX_SLOTS), async (slots) => {
    const result = await search(
      input,
      field,
      { ...feasible, clock: { ...clock, slots }, loosely: true },
      options,
    );
    return result.kind === "infeasible" ? null : result;
  });
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

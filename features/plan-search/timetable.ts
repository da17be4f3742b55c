import type { PlanInput } from "@/features/planning/plan-input";
import type { Item } from "@/features/planning/problem";
import { addPrerequisites } from "@/features/planning-model/prerequisite-rows";
import { addSchedule } from "@/features/planning-model/schedule-rows";
import {
  type Clock,
  fewestSlots,
  MAX_SLOTS,
  type Placing,
  placingsOf,
  slotsUntil,
} from "@/features/planning-model/timing";
import { ModelBuilder, Sum } from "@/features/solver/linear-model";
import type { Day } from "@/lib/dates";
import type { Field } from "./candidates";
import { msFor, type SearchOptions, type Solution } from "./find-plan";

export interface Timetable {
  startOn: Day;
  /** By unit. */
  placings: ReadonlyMap<string, Placing>;
}

/** The clock of an input: from the learner's start, to the learner's end or two years on. */
export function clockOf({ limits, now }: PlanInput): Clock & { isBinding: boolean } {
  const { startOn, finishBy, hoursPerWeek } = limits;
  const start = startOn !== undefined && startOn > now ? startOn : now;
  const isBinding = finishBy !== undefined;
  return {
    startOn: start,
    slots: isBinding ? slotsUntil(start, finishBy) : MAX_SLOTS,
    hoursPerSlot: hoursPerWeek === undefined ? null : hoursPerWeek * 4,
    isBinding,
  };
}

/** The shortest timetable of what a solution takes; null where none is known: no run, no length, or too much at a time. */
export async function timetableOf(
  input: PlanInput,
  field: Field,
  solution: Solution,
  options: SearchOptions,
): Promise<Timetable | null> {
  const clock = clockOf(input);
  const found = await fewestSlots(1, clock.slots, async (slots) => {
    const placings = (item: Item): Placing[] =>
      item.unit ? placingsOf(item.unit, field.runsOf(item.unit), { ...clock, slots }) : [];
    if (solution.taken.some((item) => placings(item).length === 0)) return null;
    const model = new ModelBuilder();
    const taken = new Map(solution.taken.map((item) => [item, new Sum().add(model.column(1, 1))]));
    const counts = [...solution.edges].flatMap(([item, edges]) =>
      edges.map((edge) => ({ item, edge, column: model.column(1, 1) })),
    );
    const schedule = addSchedule(model, { clock: { ...clock, slots }, placings }, taken, counts);
    const items = [...new Set([...field.items.filter(({ held }) => held !== null), ...solution.taken])];
    const problem = { version: field.version, items, manualNotMet: new Set<string>() };
    addPrerequisites(model, problem, taken, input.now, schedule.timing);
    const ends = schedule.placed.map(({ column, placing }) => ({ column, cost: placing.last }));
    const stage = { columns: ends.map(({ column }) => column), costs: ends.map(({ cost }) => cost) };
    const outcome = await options.solver.solve(
      { model: model.build(), stages: [stage], timeLimitMs: msFor(options), relativeGap: 0 },
      options.signal,
    );
    if (outcome.kind === "cancelled" || !outcome.values) return null;
    const { values } = outcome;
    return new Map(
      schedule.placed.flatMap(({ item, placing, column }) =>
        values[column] === 1 && item.unit ? [[item.unit.unit, placing] as const] : [],
      ),
    );
  });
  return found && { startOn: clock.startOn, placings: found.found };
}

import type { PlanInput } from "@/features/planning/plan-input";
import type { Item } from "@/features/planning/problem";
import { addPrerequisites } from "@/features/planning-model/prerequisite-rows";
import { addSchedule } from "@/features/planning-model/schedule-rows";
import { type Clock, fewestSlots, type Placing } from "@/features/planning-model/timing";
import { ModelBuilder, Sum } from "@/features/solver/linear-model";
import type { Day } from "@/lib/dates";
import type { Field } from "./candidates";
import { clockOf } from "./clock";
import { msFor, type SearchOptions, type Solution } from "./find-plan";

export interface Timetable {
  startOn: Day;
  /** By unit. */
  placings: ReadonlyMap<string, Placing>;
}

/** The shortest timetable of what a solution takes; null where none is known: no run, no length, or too much at a time. */
export async function timetableOf(
  input: PlanInput,
  field: Field,
  { taken, edges }: Solution,
  options: SearchOptions,
): Promise<Timetable | null> {
  const clock = clockOf(input);
  const units = taken.flatMap(({ unit }) => unit ?? []);
  const ends = units.map((unit) => field.placements.soonest(unit)?.last ?? Number.POSITIVE_INFINITY);
  const least = Math.max(0, ...ends) + 1;
  if (least > clock.slots) return null;
  const within = (slots: number) =>
    placedWithin(input, field, { taken, edges }, { ...clock, slots }, options);
  // Mostly nothing has to wait for anything.
  const placings =
    (await within(least)) ?? (await fewestSlots(least + 1, clock.slots, within))?.found ?? null;
  return placings && { startOn: clock.startOn, placings };
}

async function placedWithin(
  { now }: PlanInput,
  { version, items, placements }: Field,
  { taken, edges }: Pick<Solution, "taken" | "edges">,
  clock: Clock,
  options: SearchOptions,
): Promise<Timetable["placings"] | null> {
  const placings = ({ unit }: Item) => (unit ? placements.needed(clock.slots, unit) : []);
  const model = new ModelBuilder();
  const columns = new Map(taken.map((item) => [item, new Sum().add(model.column(1, 1))]));
  const counts = [...edges].flatMap(([item, each]) =>
    each.map((edge) => ({ item, edge, column: model.column(1, 1) })),
  );
  const { timing, ends, read } = addSchedule(model, { clock, placings }, columns, counts);
  const held = items.filter((item) => item.held !== null);
  const problem = { version, items: [...held, ...taken], manualNotMet: new Set<string>() };
  addPrerequisites(model, problem, columns, now, timing);
  const stage = { columns: ends.map(({ column }) => column), costs: ends.map(({ last }) => last) };
  const outcome = await options.solver.solve(
    { model: model.build(), stages: [stage], timeLimitMs: msFor(options), relativeGap: 0 },
    options.signal,
  );
  if (outcome.kind === "cancelled" || !outcome.values) return null;
  const { values } = outcome;
  const placed = read((column) => values[column] === 1);
  return new Map([...placed].flatMap(([{ unit }, placing]) => (unit ? [[unit.unit, placing]] : [])));
}

import type { Offering, Unit } from "@/features/pathways/unit";
import { addDays, type Day, daysBetween } from "@/lib/dates";

/** Plans are laid out in slots of four weeks, counted from the day of the start. */
export const SLOT_DAYS = 28;
/** Two years. */
export const MAX_SLOTS = 26;

export interface Clock {
  startOn: Day;
  /** Slots 0 to `slots - 1` may be used. */
  slots: number;
  /** Hours a slot holds; null: no limit. */
  hoursPerSlot: number | null;
}

/** One way to place a unit in time: first and last slot, hours in each of them, the day it ends. */
export interface Placing {
  first: number;
  last: number;
  load: number;
  endsOn: Day;
  run: Offering;
}

export const slotOf = (startOn: Day, day: Day): number => Math.floor(daysBetween(startOn, day) / SLOT_DAYS);

/** Last day of a slot. */
export const slotEnd = (startOn: Day, slot: number): Day => addDays(startOn, (slot + 1) * SLOT_DAYS - 1);

/** How many whole slots there are until a day, that day included. */
export const slotsUntil = (startOn: Day, day: Day): number =>
  Math.max(0, Math.min(MAX_SLOTS, slotOf(startOn, addDays(day, 1))));

/**
 * Every way to place a unit within the clock. Hours are spread evenly over the slots of a run, rounded up. A dated run lies
 * where its days lie; a standing one may start in any slot and takes its stated weeks, else as many slots as its hours fill.
 * Without hours (where a slot's hours are limited), or without any length, it cannot be placed.
 */
export function placingsOf(unit: Unit, runs: readonly Offering[], clock: Clock): Placing[] {
  const found = new Map<string, Placing>();
  for (const placing of eachPlacing(unit, runs, clock)) {
    const key = `${placing.first} ${placing.last}`;
    const known = found.get(key);
    if (!known || placing.endsOn < known.endsOn) found.set(key, placing);
  }
  return [...found.values()];
}

/** The way that ends soonest; null: there is none. */
export function soonestOf(unit: Unit, runs: readonly Offering[], clock: Clock): Placing | null {
  let soonest: Placing | null = null;
  for (const run of runs) {
    // The ways to take one run come in the order of their ends.
    const [first] = eachPlacing(unit, [run], clock);
    if (first && (!soonest || first.endsOn < soonest.endsOn)) soonest = first;
  }
  return soonest;
}

function* eachPlacing(unit: Unit, runs: readonly Offering[], clock: Clock): Generator<Placing> {
  if (clock.hoursPerSlot !== null && unit.hours === null) return;
  for (const run of runs) {
    for (const { first, length, endsOn } of spansOf(unit, run, clock)) {
      const last = first + length - 1;
      if (first < 0 || last >= clock.slots) continue;
      const load = Math.ceil((unit.hours ?? 0) / length);
      if (clock.hoursPerSlot !== null && load > clock.hoursPerSlot) continue;
      yield { first, last, load, endsOn: endsOn ?? slotEnd(clock.startOn, last), run };
    }
  }
}

function* spansOf(
  unit: Unit,
  run: Offering,
  clock: Clock,
): Generator<{ first: number; length: number; endsOn: Day | null }> {
  const weeks = run.weeks === null ? null : Math.max(1, Math.ceil((run.weeks * 7) / SLOT_DAYS));
  if (run.start !== null) {
    const first = slotOf(clock.startOn, run.start);
    if (run.end !== null) {
      yield { first, length: slotOf(clock.startOn, run.end) - first + 1, endsOn: run.end };
    } else if (weeks !== null) yield { first, length: weeks, endsOn: null };
    return;
  }
  const perSlot = clock.hoursPerSlot;
  const length =
    weeks ?? (perSlot && unit.hours !== null ? Math.max(1, Math.ceil(unit.hours / perSlot)) : null);
  if (length === null) return;
  for (let first = 0; first + length <= clock.slots; first += 1) yield { first, length, endsOn: null };
}

/**
 * The smallest number of slots for which `works` answers yes, which then does so for every larger one; null: none does.
 * @param slotsOf how many slots what was found needs, where that can be fewer than it was given
 */
export async function fewestSlots<T>(
  least: number,
  most: number,
  works: (slots: number) => Promise<T | null>,
  slotsOf: (found: T) => number = () => most,
): Promise<{ slots: number; found: T } | null> {
  let best: { slots: number; found: T } | null = null;
  let [low, high] = [Math.max(1, least), most];
  while (low <= high) {
    const asked = Math.floor((low + high) / 2);
    const found = await works(asked);
    if (found !== null) {
      const slots = Math.max(low, Math.min(asked, slotsOf(found)));
      best = { slots, found };
      high = slots - 1;
    } else low = asked + 1;
  }
  return best;
}

/** Where hours are not limited, what can be placed in one way alone needs no column to say where it is. */
export const isFixed = ({ hoursPerSlot }: Clock, placings: readonly Placing[]): boolean =>
  hoursPerSlot === null && placings.length === 1;

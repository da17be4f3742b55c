import type { Offering, Unit } from "@/features/pathways/unit";
import type { Objective } from "@/features/planning/objectives";
import { asksFirst, type Item } from "@/features/planning/problem";
import { type Clock, MAX_SLOTS, type Placing, placingsOf, soonestOf } from "@/features/planning-model/timing";

const NEVER = 9_999;
/** Needs no place in time. */
const HELD = -1;

/** The ways to place the units of a field in time. Found once: questions of one field differ in how many slots they may use. */
export class Placements {
  private readonly ways = new Map<Unit, readonly Placing[]>();
  private readonly first = new Map<Unit, Placing | null>();
  private readonly clock: Clock;
  private lasts: Int16Array | null = null;

  constructor(
    clock: Clock,
    private readonly items: readonly Item[],
    private readonly runsOf: (unit: Unit) => readonly Offering[],
  ) {
    this.clock = { ...clock, slots: MAX_SLOTS };
  }

  /** Every way that ends within so many slots. */
  within(slots: number, unit: Unit): readonly Placing[] {
    const all = this.all(unit);
    return all.every(({ last }) => last < slots) ? all : all.filter(({ last }) => last < slots);
  }

  /**
   * The ways that matter: where hours are not limited, what asks for nothing first is best placed where it ends soonest. Its
   * edges hold then if ever, and what asks for it can start.
   */
  needed(slots: number, unit: Unit): readonly Placing[] {
    if (this.clock.hoursPerSlot !== null || asksFirst(unit)) return this.within(slots, unit);
    const soonest = this.soonest(unit);
    return soonest && soonest.last < slots ? [soonest] : [];
  }

  /** Of each item of the field the slot in which it can end soonest; far beyond the last where it cannot be placed at all. */
  soonestSlots(): Int16Array {
    this.lasts ??= Int16Array.from(this.items, ({ unit }) =>
      unit ? (this.soonest(unit)?.last ?? NEVER) : HELD,
    );
    return this.lasts;
  }

  /** Null where a unit cannot be placed at all. */
  soonest(unit: Unit): Placing | null {
    const known = this.first.get(unit);
    if (known !== undefined) return known;
    const found = soonestOf(unit, this.runsOf(unit), this.clock);
    this.first.set(unit, found);
    return found;
  }

  /** Where any way that fits will do, soon ends lead to one that fits in less: the later, the far worse. */
  readonly lateness: Objective["costs"] = [(unit) => ((this.soonest(unit)?.last ?? MAX_SLOTS) + 1) ** 2];

  private all(unit: Unit): readonly Placing[] {
    const known = this.ways.get(unit);
    if (known) return known;
    const found = placingsOf(unit, this.runsOf(unit), this.clock);
    this.ways.set(unit, found);
    return found;
  }
}

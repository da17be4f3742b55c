import { setImmediate } from "node:timers/promises";
import type { Item } from "@/features/planning/problem";
import type { Cost } from "@/features/planning-model/stages";
import { type Field, UNITS_A_TURN } from "./candidates";
import { GroupSizes } from "./group-size";
import type { Ranked } from "./ranking";

export interface PruningCosts {
  /** What is minimised. */
  ranked: Ranked;
  /** What is limited beside it (a budget): a member must be as good in these too. */
  limited: readonly Cost[];
  /** What must be the same for two candidates to stand for one another beside where they count: their places in time. */
  extra?: (item: Item) => string;
  /** Keeps no more than so many where one group needs more: then an optimum may be lost. */
  atMost?: number;
}

/**
 * Leaves out candidates that no optimal plan needs. Candidates that count in the same places with the same credits and
 * certainty, and that every policy treats alike, form a group; a plan from which nothing can be left out counts at most M
 * members of it (`mostCounted`), so one that M others without prerequisites dominate can be swapped for one of those.
 * What kept candidates ask for is kept. Costs must not be negative.
 * @param present what the question leaves of each item of the field, at its place there; null: nothing
 */
export async function prune(
  field: Field,
  present: readonly (Item | null)[],
  costs: PruningCosts,
): Promise<Item[]> {
  const kept = new Uint8Array(present.length);
  const groups = new Groups(field, costs);
  for (const [turn, index] of costs.ranked.order.entries()) {
    if (turn % UNITS_A_TURN === UNITS_A_TURN - 1) await setImmediate();
    const item = present[index];
    if (!item) continue;
    if (item.held !== null || (item.edges.length > 0 && !groups.isDominated(index, item))) kept[index] = 1;
  }
  addAsked(field, kept);
  return present.flatMap((item, index) => (item && kept[index] === 1 ? item : []));
}

/** Members of a group that are part of the same minima and maxima. */
interface Class {
  id: number;
  values: readonly number[];
  /** How many kept members ask for nothing first, and of each what is limited. */
  free: number;
  limited: number[][];
  /** Classes of the group, itself among them, that are as good in every minimum and maximum. */
  asGood: Class[];
}

interface Group {
  most: number;
  classes: Class[];
}

class Groups {
  private readonly groups = new Map<number, Group>();
  private readonly sizes: GroupSizes;

  constructor(
    private readonly field: Field,
    private readonly costs: PruningCosts,
  ) {
    this.sizes = new GroupSizes(field.version);
  }

  /** To be asked of one item after the other, cheapest first: only those that come before can dominate. */
  isDominated(index: number, item: Item): boolean {
    const { extra, limited } = this.costs;
    const { asks, signatures } = this.field;
    const group = this.group(signatures.groupOf(index, item, extra?.(item)), item);
    const own = this.classIn(group, signatures.classOf(index, item));
    const values = limited.map((cost) => cost(item));
    let better = 0;
    for (const other of own.asGood) {
      better += values.length === 0 ? other.free : countAsGood(other.limited, values, group.most - better);
      if (better >= group.most) return true;
    }
    if (asks[index] === null) {
      own.free += 1;
      if (values.length > 0) own.limited.push(values);
    }
    return false;
  }

  private group(id: number, member: Item): Group {
    const known = this.groups.get(id);
    if (known) return known;
    const { atMost = Number.POSITIVE_INFINITY } = this.costs;
    const group = { most: Math.min(atMost, this.sizes.mostCounted(member)), classes: [] };
    this.groups.set(id, group);
    return group;
  }

  private classIn({ classes }: Group, id: number): Class {
    const known = classes.find((each) => each.id === id);
    if (known) return known;
    const values = this.field.signatures.valuesOf(id);
    const found: Class = { id, values, free: 0, limited: [], asGood: [] };
    classes.push(found);
    for (const other of classes) {
      if (isAsGood(other.values, values)) found.asGood.push(other);
      if (other !== found && isAsGood(values, other.values)) other.asGood.push(found);
    }
    return found;
  }
}

const isAsGood = (ours: readonly number[], theirs: readonly number[]): boolean =>
  ours.every((value, index) => value <= (theirs[index] ?? 0));

/** How many are as good, counted no further than `enough`. */
function countAsGood(all: readonly number[][], values: readonly number[], enough: number): number {
  let count = 0;
  for (const each of all) {
    if (isAsGood(each, values)) count += 1;
    if (count >= enough) break;
  }
  return count;
}

/** Marks what kept candidates ask for, and what that asks for, on and on. */
function addAsked({ asks }: Field, kept: Uint8Array): void {
  const open = [...kept.keys()].filter((index) => kept[index] === 1 && asks[index] !== null);
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    for (const asked of asks[index] ?? []) {
      if (kept[asked] === 1) continue;
      kept[asked] = 1;
      open.push(asked);
    }
  }
}

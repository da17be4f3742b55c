import { setImmediate } from "node:timers/promises";
import { compileCounting } from "@/features/pathways/counting";
import type { Edge } from "@/features/pathways/edge";
import { type ProgrammeVersion, tierOf } from "@/features/pathways/programme";
import { leavesOf } from "@/features/pathways/requirement-tree";
import type { Offering, Unit } from "@/features/pathways/unit";
import { asksForRuns, usableRuns } from "@/features/planning/limits";
import type { PlanInput } from "@/features/planning/plan-input";
import {
  askedBy,
  asksFirst,
  byId,
  candidateItem,
  heldItem,
  type Item,
  standInsOf,
} from "@/features/planning/problem";
import { unitsById } from "@/features/planning/units-by-id";
import type { Day } from "@/lib/dates";
import { clockOf } from "./clock";
import { Placements } from "./placements";
import { Ranking } from "./ranking";
import { Signatures } from "./signature";

/** What an input comes down to. */
export interface Field {
  version: ProgrammeVersion;
  /** In an order of their own, which is not that of the question; ids unique. */
  items: readonly Item[];
  /** Of each item, where the candidates are that it asks for first; null: it asks for nothing. */
  asks: readonly (readonly number[] | null)[];
  /** Some edges hold until a day. */
  hasEnds: boolean;
  ranking: Ranking;
  signatures: Signatures;
  /** In runs that meet the limits. */
  placements: Placements;
}

/** Requests are served between turns of so many units. */
export const UNITS_A_TURN = 1_000;

/** Held items with all their edges, candidates that can count under the limits, and what those ask for first. */
export async function fieldOf(input: PlanInput): Promise<Field> {
  const version = { ...input.version, rules: [...input.version.rules, ...input.rules] };
  const days = { applyOn: input.now, awardOn: input.limits.finishBy ?? input.now };
  const counting = compileCounting(version, days);
  const worstTier = tierOf(input.limits.certainty ?? "precedent");
  const isSureEnough = ({ certainty }: Edge) => tierOf(certainty) <= worstTier;
  const runsOf = usableOnce(input);
  const needsRun = asksForRuns(input.limits);
  const needsPrice = input.limits.budgetCents !== undefined;
  const isTakeable = (unit: Unit) =>
    (!needsPrice || unit.priceCents !== null) && (!needsRun || runsOf(unit).length > 0);
  const isUsable = (edge: Edge, unit: Unit) =>
    isSureEnough(edge) && (edge.until === null || isInTime(edge.until.day, runsOf(unit)));

  const items: Item[] = input.held.map((each) =>
    heldItem(each, counting.ofAchievement(each).edges.filter(isSureEnough)),
  );
  const added = new Set<string>();
  const add = (unit: Unit, edges: readonly Edge[]) => {
    const isWhole = edges.every((edge) => isUsable(edge, unit));
    items.push(candidateItem(unit, isWhole ? edges : edges.filter((edge) => isUsable(edge, unit))));
    added.add(unit.unit);
  };

  const asking: Unit[] = [];
  for (const [index, unit] of input.units.entries()) {
    if (index % UNITS_A_TURN === UNITS_A_TURN - 1) await setImmediate();
    const edges = counting.ofUnit(unit);
    if (edges.length === 0 || !isTakeable(unit) || !edges.some((edge) => isUsable(edge, unit))) continue;
    add(unit, edges);
    if (asksFirst(unit)) asking.push(unit);
  }
  if (asking.length > 0) {
    const units = unitsById(input.units);
    const visit = (id: string) => {
      const unit = added.has(id) ? undefined : units.get(id);
      if (!unit || !isTakeable(unit)) return null;
      add(unit, counting.ofUnit(unit));
      return unit;
    };
    addClosure(asking, visit, standInsOf(version));
  }
  const sorted = sortedItems(items);
  return {
    version,
    items: sorted,
    asks: asksOf(version, sorted),
    hasEnds: sorted.some(({ edges }) => edges.some(({ until }) => until !== null)),
    ranking: new Ranking(sorted),
    signatures: new Signatures(version, sorted),
    placements: new Placements(clockOf(input), sorted, runsOf),
  };
}

/** By price, and only where that is the same by id: comparing texts takes far longer. */
function sortedItems(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, price: item.unit?.priceCents ?? -1 }))
    .sort((a, b) => a.price - b.price || byId(a.item, b.item))
    .map(({ item }) => item);
}

function asksOf(version: ProgrammeVersion, items: readonly Item[]): Field["asks"] {
  const places = new Map<string, number>();
  for (const [index, { unit }] of items.entries()) if (unit) places.set(unit.unit, index);
  const standIns = standInsOf(version);
  return items.map(({ unit }) =>
    unit && asksFirst(unit)
      ? askedBy(unit).flatMap((asked) => [...standIns(asked)].flatMap((each) => places.get(each) ?? []))
      : null,
  );
}

function usableOnce({ limits, now }: PlanInput): (unit: Unit) => readonly Offering[] {
  const known = new Map<Unit, readonly Offering[]>();
  return (unit) => {
    if (unit.offerings.length === 0) return unit.offerings;
    const before = known.get(unit);
    if (before) return before;
    const usable = usableRuns(unit, limits, now);
    known.set(unit, usable);
    return usable;
  };
}

/** A rule must still be in force when the unit is finished. */
const isInTime = (until: Day, runs: readonly Offering[]): boolean =>
  runs.length === 0 || runs.some(({ end }) => end === null || end <= until);

/** Calls `visit` for each unit that others ask for, on and on; `visit` answers the unit where it is new. */
function addClosure(
  from: readonly Unit[],
  visit: (unit: string) => Unit | null,
  standIns: (unit: string) => ReadonlySet<string>,
): void {
  const open = [...from];
  for (let unit = open.pop(); unit; unit = open.pop()) {
    for (const asked of askedBy(unit)) {
      for (const id of standIns(asked)) {
        const found = visit(id);
        if (found) open.push(found);
      }
    }
  }
}

/** Manual parts that are to be read as not met. */
export function manualNotMetOf({ limits, version }: PlanInput): Set<string> {
  const manual = leavesOf(version.root).filter(({ kind }) => kind === "manual");
  return new Set(manual.flatMap(({ id }) => (limits.manualNotMet?.includes(id) ? [id] : [])));
}

import { setImmediate } from "node:timers/promises";
import { compileCounting } from "@/features/pathways/counting";
import type { Edge } from "@/features/pathways/edge";
import { type ProgrammeVersion, type RecognitionRule, tierOf } from "@/features/pathways/programme";
import { leavesOf } from "@/features/pathways/requirement-tree";
import type { Achievement, Offering, Unit } from "@/features/pathways/unit";
import type { Day } from "@/lib/dates";
import { asksForRuns, type Limits, usableRuns } from "./limits";
import { byId, candidateItem, heldItem, type Item, standInsOf, unitsOf } from "./problem";

/** A question to the planner. */
export interface PlanInput {
  version: ProgrammeVersion;
  /** Rules beside those of the programme itself. */
  rules: readonly RecognitionRule[];
  held: readonly Achievement[];
  /** Units that may be taken: all that could meet a leaf that is open, and what those ask for first. Ids unique. */
  units: readonly Unit[];
  limits: Limits;
  /** Today, and the day of the application. */
  now: Day;
}

/** What an input comes down to. */
export interface Field {
  version: ProgrammeVersion;
  items: Item[];
  runs: ReadonlyMap<Item, readonly Offering[]>;
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

  const held = input.held.map((each) =>
    heldItem(each, counting.ofAchievement(each).edges.filter(isSureEnough)),
  );
  const units = new Map(input.units.map((unit) => [unit.unit, unit]));
  const runsOf = (unit: Unit) => usableRuns(unit, input.limits, input.now);
  const needsRun = asksForRuns(input.limits);
  const needsPrice = input.limits.budgetCents !== undefined;

  const isTakeable = (unit: Unit, runs: readonly Offering[]) =>
    (!needsRun || runs.length > 0) && (!needsPrice || unit.priceCents !== null);

  const items: Item[] = [...held];
  const runs = new Map<Item, Offering[]>();
  const added = new Set<string>();
  const standIns = standInsOf(version);

  const add = (unit: Unit, edges: readonly Edge[], usable: Offering[]): Item => {
    const item = candidateItem(
      unit,
      edges.filter(isSureEnough).filter((edge) => isInTime(edge, usable)),
    );
    items.push(item);
    runs.set(item, usable);
    added.add(unit.unit);
    return item;
  };

  const frontier: Unit[] = [];
  for (const [index, unit] of input.units.entries()) {
    if (index % UNITS_A_TURN === UNITS_A_TURN - 1) await setImmediate();
    const edges = counting.ofUnit(unit);
    if (edges.length === 0) continue;
    const usable = runsOf(unit);
    if (!isTakeable(unit, usable)) continue;
    const item = add(unit, edges, usable);
    if (item.edges.length > 0) frontier.push(unit);
  }
  addClosure(
    frontier,
    (id) => {
      if (added.has(id)) return null;
      const unit = units.get(id);
      const usable = unit ? runsOf(unit) : [];
      if (!unit || !isTakeable(unit, usable)) return null;
      add(unit, counting.ofUnit(unit), usable);
      return unit;
    },
    standIns,
  );
  items.sort(byId);
  return { version, items, runs };
}

/** A rule must still be in force when the unit is finished. */
function isInTime({ until }: Edge, runs: readonly Offering[]): boolean {
  return until === null || runs.length === 0 || runs.some(({ end }) => end === null || end <= until.day);
}

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

/** Units that a unit asks for before or beside it. */
export const askedBy = ({ prerequisite, corequisites }: Unit): string[] => [
  ...(prerequisite ? unitsOf(prerequisite) : []),
  ...corequisites,
];

/** Manual parts that are to be read as not met. */
export function manualNotMetOf({ limits, version }: PlanInput): Set<string> {
  const manual = leavesOf(version.root).filter(({ kind }) => kind === "manual");
  return new Set(manual.flatMap(({ id }) => (limits.manualNotMet?.includes(id) ? [id] : [])));
}

import { CERTAINTIES, type Requirement, tierOf } from "@/features/pathways/programme";
import { leavesOf } from "@/features/pathways/requirement-tree";
import type { Solution } from "@/features/plan-search/find-plan";
import type { Timetable } from "@/features/plan-search/timetable";
import { decisionBodyOf, reasonsOfEdge } from "@/features/planning/edge-reasons";
import type { Plan, PlanCount, PlanStep } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import { askedBy, type Item, standInsOf } from "@/features/planning/problem";
import { TreeCount } from "@/features/planning/tree-count";
import { SLOT_DAYS } from "@/features/planning-model/timing";
import { addDays } from "@/lib/dates";

/** The plan that a solution means, with its figures and reasons. `placings` say when, where that is known. */
export function writePlan(
  input: PlanInput,
  solution: Solution,
  timetable: Timetable | null,
): Omit<Plan, "wins" | "quality"> {
  const version = { ...input.version, rules: [...input.version.rules, ...input.rules] };
  const countsOf = (item: Item): PlanCount[] =>
    (solution.edges.get(item) ?? []).map((edge) => ({
      leaf: edge.leaf,
      credits: edge.credits,
      certainty: edge.certainty,
      basis: edge.basis,
      decisionBody: decisionBodyOf(version, edge),
      until: edge.until,
      reasons: reasonsOfEdge(version, edge),
    }));
  const held = [...solution.edges.keys()].flatMap((item) =>
    item.held ? [{ achievement: item.held.id, counts: countsOf(item) }] : [],
  );
  const taken = solution.taken.flatMap((item) => (item.unit ? [{ item, unit: item.unit }] : []));
  const standIns = standInsOf(version);
  const unlocks = (unit: string) =>
    taken.flatMap((other) =>
      askedBy(other.unit).some((asked) => standIns(asked).has(unit)) ? [other.unit.unit] : [],
    );
  const steps: PlanStep[] = taken.map(({ item, unit }) => ({
    unit: unit.unit,
    counts: countsOf(item),
    unlocks: unlocks(unit.unit),
    when: whenOf(timetable, unit.unit),
  }));
  steps.sort((a, b) => order(a.when?.from ?? "", b.when?.from ?? "") || order(a.unit, b.unit));

  const items = [...new Set([...solution.edges.keys(), ...solution.taken])];
  const placements = items.flatMap((item) =>
    countsOf(item).map(({ leaf, credits, certainty }) => ({
      item: item.id,
      facts: item.facts,
      leaf,
      credits,
      certainty,
    })),
  );
  const count = new TreeCount(placements);
  const sure = new TreeCount(placements.filter(({ certainty }) => certainty !== "possible"));
  const counts = [...held, ...steps].flatMap((each) => each.counts);
  const tiers = counts.map(({ certainty }) => tierOf(certainty));
  const creditsCounted = sure.creditsWhere(() => true);
  const ends = steps.map(({ when }) => when?.to ?? null);
  return {
    steps,
    held,
    creditsCounted,
    creditsPossible: count.creditsWhere(() => true) - creditsCounted,
    creditsWasted: taken.reduce((sum, { item, unit }) => sum + wastedOf(unit.credits, countsOf(item)), 0),
    hours: sumOrNull(taken.map(({ unit }) => unit.hours)),
    priceCents: sumOrNull(taken.map(({ unit }) => unit.priceCents)),
    unpriced: taken.flatMap(({ unit }) => (unit.priceCents === null ? [unit.unit] : [])).sort(),
    finishOn: ends.includes(null) ? null : (ends.sort().at(-1) ?? null),
    certainty: tiers.length === 0 ? null : (CERTAINTIES[Math.max(...tiers) - 1] ?? null),
    deciders: [...new Set(counts.map(({ decisionBody }) => decisionBody))].sort(),
    manual: reliedOn(version.root, count, new Set(input.limits.manualNotMet ?? [])),
  };
}

/** Manual parts without which the tree would not be met; those that another way makes needless are left out. */
function reliedOn(root: Requirement, count: TreeCount, notMet: ReadonlySet<string>): Plan["manual"] {
  const manual = leavesOf(root).filter((leaf) => leaf.kind === "manual");
  const relied = new Set(manual.flatMap(({ id }) => (notMet.has(id) ? [] : [id])));
  for (const id of [...relied]) {
    relied.delete(id);
    if (!count.isMet(root, (node) => relied.has(node))) relied.add(id);
  }
  return manual.flatMap(({ id, checkedBy }) => (relied.has(id) ? [{ node: id, checkedBy }] : []));
}

function wastedOf(own: number | null, counts: readonly PlanCount[]): number {
  return Math.max(0, (own ?? 0) - Math.max(0, ...counts.map(({ credits }) => credits)));
}

function whenOf(timetable: Timetable | null, unit: string): PlanStep["when"] {
  const placing = timetable?.placings.get(unit);
  if (!timetable || !placing) return null;
  const from = placing.run.start ?? addDays(timetable.startOn, placing.first * SLOT_DAYS);
  return { from, to: placing.endsOn, run: placing.run };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sumOrNull = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);

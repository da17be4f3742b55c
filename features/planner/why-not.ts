import { compileCounting } from "@/features/pathways/counting";
import { type Certainty, tierOf } from "@/features/pathways/programme";
import type { Reason } from "@/features/pathways/reason";
import type { Unit } from "@/features/pathways/unit";
import { lift } from "@/features/plan-conflicts/lift";
import { asksForRuns, limitIds, usableRuns } from "@/features/planning/limits";
import type { Plan } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import { askedBy, standInsOf } from "@/features/planning/problem";
import { unitsById } from "@/features/planning/units-by-id";

/** Why a plan does not take a unit: what it violates, or what of the plan makes it needless. Empty where the plan takes it. */
export function whyNot(input: PlanInput, plan: Plan, unit: Unit): Reason[] {
  if (plan.steps.some((step) => step.unit === unit.unit)) return [];
  const version = { ...input.version, rules: [...input.version.rules, ...input.rules] };
  const days = { applyOn: input.now, awardOn: input.limits.finishBy ?? input.now };
  const edges = compileCounting(version, days).ofUnit(unit);
  if (edges.length === 0) return [{ code: "no-part-takes-it", params: {} }];
  const worst: Certainty = input.limits.certainty ?? "precedent";
  const sure = edges.filter(({ certainty }) => tierOf(certainty) <= tierOf(worst));
  if (sure.length === 0) return edges.map(({ leaf }) => ({ code: "only-possible", params: { leaf } }));
  const violated = [
    ...violatedLimits(input, unit),
    ...violatedExclusions(input, plan, unit),
    ...violatedPrerequisites(input, plan, unit),
  ];
  if (violated.length > 0) return violated;
  return sure.map(({ leaf }) => needless(input, plan, unit, leaf));
}

const RUN_LIMIT = /^limit:(?:language|mode|place|start|finish)$/;

const violates = (constraint: string): Reason => ({ code: "violates", params: { constraint } });

function violatedLimits(input: PlanInput, unit: Unit): Reason[] {
  const { limits, now } = input;
  if (limits.budgetCents !== undefined) {
    if (unit.priceCents === null) return [{ code: "value-not-stated", params: { value: "price" } }];
    if (unit.priceCents > limits.budgetCents) return [violates("limit:budget")];
  }
  if (!asksForRuns(limits) || usableRuns(unit, limits, now).length > 0) return [];
  const asked = limitIds(limits).filter((id) => RUN_LIMIT.test(id));
  const alone = asked.filter((id) => usableRuns(unit, lift(input, id).limits, now).length > 0);
  return (alone.length > 0 ? alone : asked).map(violates);
}

function violatedExclusions({ version }: PlanInput, plan: Plan, { unit }: Unit): Reason[] {
  const taken = new Set(plan.steps.map((step) => step.unit));
  return version.policy.exclusions.flatMap(({ units, maxCount }, index) =>
    units.includes(unit) && units.filter((each) => taken.has(each)).length >= maxCount
      ? [violates(`exclusion:${index}`)]
      : [],
  );
}

function violatedPrerequisites({ version, held, units }: PlanInput, plan: Plan, unit: Unit): Reason[] {
  const standIns = standInsOf(version);
  const offered = unitsById(units);
  const had = new Set([...plan.steps.map((step) => step.unit), ...held.flatMap((each) => each.unit ?? [])]);
  const isThere = (asked: string) => offered.has(asked) || had.has(asked);
  const isLost = askedBy(unit).some((asked) => ![...standIns(asked)].some(isThere));
  return isLost ? [violates("prerequisites")] : [];
}

/** The step that counts in the same leaf and costs no more of anything, if there is one. */
function needless({ units }: PlanInput, plan: Plan, unit: Unit, leaf: string): Reason {
  const offered = unitsById(units);
  const better = plan.steps.find((step) => {
    const other = offered.get(step.unit);
    return (
      other !== undefined &&
      step.counts.some((count) => count.leaf === leaf) &&
      isNoMore(other.priceCents, unit.priceCents) &&
      isNoMore(other.hours, unit.hours)
    );
  });
  return better
    ? { code: "dominated-by", params: { unit: better.unit, on: plan.wins[0] ?? "" } }
    : { code: "already-satisfied", params: { leaf } };
}

const isNoMore = (ours: number | null, theirs: number | null): boolean =>
  ours !== null && (theirs === null || ours <= theirs);

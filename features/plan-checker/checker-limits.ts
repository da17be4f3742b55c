import type { Offering, Unit } from "@/features/pathways/unit";
import type { Plan, PlanStep } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import { addDays } from "@/lib/dates";
import type { Violation } from "./checker";

const ORDER = ["designed", "agreement", "precedent", "possible"];

/** Whether a plan keeps to what the learner asked for, and states its sums rightly. */
export function checkLimits(input: PlanInput, plan: Plan): Violation[] {
  const { limits, units } = input;
  const violations: Violation[] = [];
  const fail = (subject: string) => violations.push({ code: "limit-not-kept", subject });
  const wrong = (subject: string) => violations.push({ code: "figure-is-wrong", subject });
  const taken = plan.steps.flatMap((step) => {
    const unit = units.find((each) => each.unit === step.unit);
    return unit ? [{ step, unit }] : [];
  });

  const worst = limits.certainty ?? "precedent";
  const counts = [...plan.held.flatMap((each) => each.counts), ...plan.steps.flatMap((each) => each.counts)];
  const ranks = counts.map(({ certainty }) => ORDER.indexOf(certainty));
  if (ranks.some((rank) => rank > ORDER.indexOf(worst))) fail("certainty");
  if (plan.certainty !== (ranks.length === 0 ? null : ORDER[Math.max(...ranks)])) wrong("certainty");

  const prices = taken.map(({ unit }) => unit.priceCents);
  if (plan.priceCents !== sumOrNull(prices)) wrong("price");
  if (plan.hours !== sumOrNull(taken.map(({ unit }) => unit.hours))) wrong("hours");
  if (limits.budgetCents !== undefined) {
    const sum = sumOrNull(prices);
    if (sum === null || sum > limits.budgetCents) fail("budget");
  }
  for (const { step, unit } of taken) {
    if (!hasRun(input, unit)) fail(`run of ${unit.unit}`);
    if (step.when && !unit.offerings.includes(step.when.run)) fail(`run of ${unit.unit}`);
    if (step.when && !isRunRight(input, step.when.run)) fail(`run of ${unit.unit}`);
    for (const { until } of step.counts) {
      if (until && step.when && step.when.to > until.day) fail(`rule at the end of ${unit.unit}`);
    }
  }
  const ends = plan.steps.map(({ when }) => when?.to ?? null);
  const last = ends.includes(null) ? null : ends.reduce((a, b) => ((a ?? "") > (b ?? "") ? a : b), null);
  if (plan.finishOn !== null && plan.finishOn !== last) wrong("finish");
  if (limits.finishBy !== undefined && plan.steps.length > 0 && (last === null || last > limits.finishBy))
    fail("finish");
  if (limits.hoursPerWeek !== undefined && last !== null && isOverloaded(input, taken)) fail("hours");
  return violations;
}

function hasRun(input: PlanInput, unit: Unit): boolean {
  const { languages, modes, countries, regions, startOn, finishBy } = input.limits;
  const asks = [languages, modes, countries, regions, startOn, finishBy].some((limit) => limit !== undefined);
  return !asks || unit.offerings.some((run) => isRunRight(input, run));
}

function isRunRight({ limits, now }: PlanInput, run: Offering): boolean {
  if (run.deadline !== null && run.deadline < now) return false;
  if (limits.languages && !run.languages.some((each) => limits.languages?.includes(each))) return false;
  if (limits.modes && !run.modes.some((each) => limits.modes?.includes(each))) return false;
  if (limits.countries && !(run.country !== null && limits.countries.includes(run.country))) return false;
  if (limits.regions && !(run.region !== null && limits.regions.includes(run.region))) return false;
  if (run.start !== null && (run.start < now || (limits.startOn !== undefined && run.start < limits.startOn)))
    return false;
  return !(limits.finishBy !== undefined && run.end !== null && run.end > limits.finishBy);
}

/** Adds up the hours of every block of four weeks from the start, day by day through the plan. */
function isOverloaded({ limits, now }: PlanInput, taken: readonly { step: PlanStep; unit: Unit }[]): boolean {
  const origin = limits.startOn !== undefined && limits.startOn > now ? limits.startOn : now;
  const capacity = (limits.hoursPerWeek ?? 0) * 4;
  const last = taken.reduce(
    (day, { step }) => (step.when && step.when.to > day ? step.when.to : day),
    origin,
  );
  const blocks: { from: string; to: string }[] = [];
  for (let from = origin; from <= last; from = addDays(from, 28))
    blocks.push({ from, to: addDays(from, 27) });
  const touches = ({ when }: PlanStep) =>
    blocks.filter(({ from, to }) => when !== null && when.from <= to && when.to >= from);
  return blocks.some((block) => {
    const load = taken.reduce((sum, { step, unit }) => {
      const touched = touches(step);
      return touched.includes(block) ? sum + Math.ceil((unit.hours ?? 0) / touched.length) : sum;
    }, 0);
    return load > capacity;
  });
}

const sumOrNull = (values: readonly (number | null)[]): number | null =>
  values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0 as number | null);

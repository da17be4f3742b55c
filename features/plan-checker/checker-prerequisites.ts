import type { Prerequisite, Unit } from "@/features/pathways/unit";
import type { Plan } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import type { Violation } from "./checker";

/**
 * Takes the steps one after the other, each as soon as what it asks for is there. What can never be taken was asked for in
 * vain or in a circle. Where all steps have days, what is asked for must have ended before.
 */
export function checkPrerequisites({ version, units, held, now }: PlanInput, plan: Plan): Violation[] {
  const byId = new Map(units.map((unit) => [unit.unit, unit]));
  const steps = plan.steps.flatMap((step) => {
    const unit = byId.get(step.unit);
    return unit ? [{ unit, when: step.when }] : [];
  });
  const isTimed = steps.every(({ when }) => when !== null);
  const had = new Set(
    held.flatMap(({ unit, expiresOn }) =>
      unit !== null && (expiresOn === null || expiresOn >= now) ? [unit] : [],
    ),
  );
  const equals = (a: string, b: string) =>
    a === b || version.equivalences.some((group) => group.units.includes(a) && group.units.includes(b));

  const done = new Map<string, string | null>();
  const isThere = (unit: string, before: string | null) =>
    [...had].some((each) => equals(each, unit)) ||
    [...done].some(([each, end]) => equals(each, unit) && (before === null || end === null || end < before));

  function holds(asked: Prerequisite, before: string | null): boolean {
    if (asked.kind === "manual") return true;
    if (asked.kind === "unit") return isThere(asked.unit, before);
    const met = asked.of.filter((each) => holds(each, before)).length;
    return met >= (asked.kind === "all" ? asked.of.length : asked.k);
  }

  let open = steps;
  for (let progress = true; progress; ) {
    const ready = open.filter(
      ({ unit, when }) =>
        unit.prerequisite === null || holds(unit.prerequisite, isTimed ? (when?.from ?? null) : null),
    );
    progress = ready.length > 0;
    for (const { unit, when } of ready) done.set(unit.unit, when?.to ?? null);
    open = open.filter((step) => !ready.includes(step));
  }
  const alone = steps.filter(({ unit }) => !hasCompany(unit, (id) => isThere(id, null)));
  return [...open, ...alone].map(({ unit }) => ({ code: "prerequisite-not-met", subject: unit.unit }));
}

const hasCompany = (unit: Unit, isThere: (unit: string) => boolean): boolean =>
  unit.corequisites.every(isThere);

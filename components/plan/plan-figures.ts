import { describeCredits } from "@/components/courses/describe-learning";
import type { Stone } from "@/components/stack/stack-figure";
import { tierOf } from "@/features/pathways/programme";
import type { Plan, PlanCount } from "@/features/planning/plan";
import { countries } from "@/features/vocabularies/countries";
import { type Day, daysBetween } from "@/lib/dates";
import type { Locale } from "@/lib/locales";

const DAYS_A_MONTH = 30.44;

/** Whole months from today to the end of a plan's last run, begun ones counted; null where the end is not known. */
export function monthsOf(plan: Plan, today: Day): number | null {
  if (plan.steps.length === 0) return 0;
  return plan.finishOn === null
    ? null
    : Math.max(1, Math.ceil(daysBetween(today, plan.finishOn) / DAYS_A_MONTH));
}

/** Countries of the runs and, where one is online, that too; null where a step has no known run. */
export function placesOf(locale: Locale, plan: Plan, online: string): string[] | null {
  const found = new Set<string>();
  for (const { when } of plan.steps) {
    if (!when) return null;
    const { modes, country } = when.run;
    if (modes.length === 1 && modes[0] === "online") found.add(online);
    else if (country !== null) found.add(countries.label(country, locale));
  }
  return [...found];
}

/** What is taken below, the widest lowest; what is held on top. */
export function planStones(locale: Locale, plan: Plan): Stone[] {
  const taken = plan.steps.map(({ unit, counts }) => ({ name: `take ${unit}`, counts }));
  const held = plan.held.map(({ achievement, counts }) => ({ name: `held ${achievement}`, counts }));
  const stone =
    (isHeld: boolean) =>
    ({ name, counts }: { name: string; counts: readonly PlanCount[] }): Stone => ({
      name,
      ectsHundredths: creditsOf(counts),
      kind: isOnlyPossible(counts) ? "possible" : isHeld ? "held" : "counted",
      label: describeCredits(locale, creditsOf(counts)) ?? undefined,
    });
  const widestFirst = (a: Stone, b: Stone) => (b.ectsHundredths ?? 0) - (a.ectsHundredths ?? 0);
  return [
    ...taken
      .filter(({ counts }) => counts.length > 0)
      .map(stone(false))
      .sort(widestFirst),
    ...held.map(stone(true)).sort(widestFirst),
  ];
}

/** Credits that a unit brings: where it counts in several parts, those of the part where it brings most. */
export function creditsOf(counts: readonly PlanCount[]): number | null {
  return counts.length === 0 ? null : Math.max(...counts.map(({ credits }) => credits));
}

const isOnlyPossible = (counts: readonly PlanCount[]): boolean =>
  counts.length > 0 && counts.every(({ certainty }) => certainty === "possible");

/** The least sure ground on which a unit counts. */
export function worstOf(counts: readonly PlanCount[]): PlanCount["certainty"] | null {
  const [worst] = [...counts].sort((a, b) => tierOf(b.certainty) - tierOf(a.certainty));
  return worst?.certainty ?? null;
}

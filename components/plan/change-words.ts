import { describeCredits } from "@/components/courses/describe-learning";
import { partsById } from "@/components/qualifications/part-names";
import type { Change } from "@/features/plan-conflicts/lift";
import { formatMoney, formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { constraintWords } from "./constraint-words";
import type { PlanQuery } from "./plan-form";
import type { PlanNames } from "./plan-names";

const LIMITS = {
  "limit:language": { name: "language", field: "languages" },
  "limit:mode": { name: "mode", field: "modes" },
  "limit:place": { name: "place", field: "countries" },
  "limit:start": { name: "start", field: "startOn" },
  "limit:finish": { name: "finish", field: "finishBy" },
  "limit:hours": { name: "hours", field: "hoursPerWeek" },
  "limit:budget": { name: "no-budget", field: "budgetCents" },
} as const;

const limitOf = (constraint: string) =>
  Object.hasOwn(LIMITS, constraint) ? LIMITS[constraint as keyof typeof LIMITS] : null;

/** A change in words: "Spend up to €1,500". */
export function changeWords(locale: Locale, names: PlanNames, change: Change): string {
  const t = translator(locale);
  const { constraint } = change;
  if (change.kind === "lift") {
    if (constraint === "limit:certainty") return t("plan.none.change.certainty");
    const limit = limitOf(constraint);
    if (limit) return t(`plan.none.change.${limit.name}`);
    return t("plan.none.change.lift", { constraint: constraintWords(locale, names, constraint) });
  }
  const { from, to } = change;
  if (constraint === "limit:budget")
    return t("plan.none.change.budget", { money: formatMoney(locale, to, "EUR") });
  if (constraint === "recency") return t("plan.none.change.recency", { from, to });
  const credits = (value: number) => describeCredits(locale, value) ?? "";
  if (!constraint.startsWith("node:"))
    return t("plan.none.change.amount", {
      constraint: constraintWords(locale, names, constraint),
      from: credits(from),
      to: credits(to),
    });
  const id = constraint.slice("node:".length);
  const isPool = partsById(names.qualification.root).get(id)?.requirement.kind === "credits";
  return t(`plan.none.change.${isPool ? "amount-node" : "amount-count"}`, {
    part: names.part(id),
    from: isPool ? credits(from) : formatNumber(locale, from),
    to: isPool ? credits(to) : formatNumber(locale, to),
  });
}

/** The question after a change; null where the change is not the learner's to make. */
export function withChange(query: PlanQuery, change: Change): PlanQuery | null {
  const { limits } = query;
  const { constraint } = change;
  if (change.kind === "amount")
    return constraint === "limit:budget" ? { ...query, limits: { ...limits, budgetCents: change.to } } : null;
  if (constraint === "limit:certainty") return { ...query, limits: { ...limits, certainty: "possible" } };
  const limit = limitOf(constraint);
  if (!limit) return null;
  const { [limit.field]: _, ...others } = limits;
  return { ...query, limits: others };
}

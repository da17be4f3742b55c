import { describeCredits } from "@/components/courses/describe-learning";
import { recordText } from "@/components/qualifications/record-text";
import { formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import type { PlanNames } from "./plan-names";

const LIMITS = [
  "language",
  "mode",
  "place",
  "budget",
  "start",
  "finish",
  "hours",
  "certainty",
  "manual",
] as const;

/** A constraint of features/planning/problem.ts in words that fit into a list. */
export function constraintWords(locale: Locale, names: PlanNames, constraint: string): string {
  const t = translator(locale);
  const { policy, totalCredits } = names.qualification;
  const credits = (hundredths: number | null | undefined) =>
    describeCredits(locale, hundredths ?? null) ?? "";
  const at = constraint.indexOf(":");
  const kind = at < 0 ? constraint : constraint.slice(0, at);
  const subject = at < 0 ? "" : constraint.slice(at + 1);
  switch (kind) {
    case "node":
      return t("plan.constraints.node", { part: names.part(subject) });
    case "total":
      return t("plan.constraints.total", { credits: credits(totalCredits) });
    case "level": {
      const minimum = policy.levelMinima.find(({ eqf }) => String(eqf) === subject);
      return t("plan.constraints.level", { credits: credits(minimum?.credits), level: subject });
    }
    case "residency-minimum":
      return t("plan.constraints.residency-minimum", { credits: credits(policy.minFromAwardingBody) });
    case "recognised-maximum":
      return t("plan.constraints.recognised-maximum", { credits: credits(policy.maxRecognised) });
    case "recognised-share":
      return t("plan.constraints.recognised-share", { percent: policy.maxRecognisedPercent ?? 0 });
    case "provider":
      return t("plan.constraints.provider", { provider: recordText(locale, names.record(subject)) });
    case "recency":
      return t("plan.constraints.recency", { months: policy.recency?.maxAgeMonths ?? 0 });
    case "other-awards":
      return t("plan.constraints.other-awards");
    case "exclusion": {
      const units = policy.exclusions[Number(subject)]?.units ?? [];
      return t("plan.constraints.exclusion", {
        units: formatList(
          locale,
          units.map((unit) => recordText(locale, unit)),
        ),
      });
    }
    case "sharing":
      return t("plan.constraints.sharing");
    case "prerequisites":
      return t("plan.constraints.prerequisites");
    case "limit": {
      const limit = LIMITS.find((name) => name === subject);
      return limit ? t(`plan.constraints.limit.${limit}`) : constraint;
    }
    default:
      return constraint;
  }
}

import type { Plan } from "@/features/planning/plan";
import { formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

const KNOWN = [
  "cheapest",
  "least-study-time",
  "fastest",
  "most-certain",
  "price-and-hours",
  "price-and-end",
] as const;

/** A plan by what it is best at: "Cheapest and fastest". */
export function planName(locale: Locale, { wins }: Plan): string {
  const t = translator(locale);
  const known = KNOWN.filter((id) => wins.includes(id));
  if (known.length === 0) return t("plan.plans.wins.none");
  const [first = "", ...others] = known.map((id) => t(`plan.plans.wins.${id}`));
  return formatList(locale, [first, ...others.map((name) => name.toLocaleLowerCase(locale))]);
}

import { describeCredits } from "@/components/courses/describe-learning";
import { CertaintyMark } from "@/components/qualifications/certainty-mark";
import { RecordNames } from "@/components/qualifications/record-names";
import { NotStated } from "@/components/ui/not-stated";
import stacked from "@/components/ui/stacked-table.module.css";
import type { Plan } from "@/features/planning/plan";
import { modes } from "@/features/vocabularies/modes";
import type { Day } from "@/lib/dates";
import { formatMoney, formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { monthsOf, placesOf } from "./plan-figures";
import { planName } from "./plan-name";
import type { PlanNames } from "./plan-names";
import styles from "./plans.module.css";

interface Props {
  locale: Locale;
  plans: readonly Plan[];
  names: PlanNames;
  today: Day;
}

/** One column a way, so that each figure stands beside the same of the others. */
export function PlansTable({ locale, plans, names, today }: Props) {
  const t = translator(locale);
  const credits = (hundredths: number) => describeCredits(locale, hundredths) ?? "";
  const rows = [
    { name: "counted", cell: (plan: Plan) => credits(plan.creditsCounted) },
    { name: "possible", cell: (plan: Plan) => credits(plan.creditsPossible) },
    { name: "wasted", cell: (plan: Plan) => credits(plan.creditsWasted) },
    {
      name: "hours",
      cell: (plan: Plan) =>
        plan.hours === null ? (
          <NotStated locale={locale} />
        ) : (
          t("plan.plans.hours-value", { hours: formatNumber(locale, plan.hours) })
        ),
    },
    {
      name: "price",
      cell: (plan: Plan) =>
        plan.priceCents === null
          ? t("plan.plans.price-unknown-of", { count: plan.unpriced.length })
          : formatMoney(locale, plan.priceCents, "EUR"),
    },
    {
      name: "months",
      cell: (plan: Plan) => {
        const months = monthsOf(plan, today);
        return months === null ? (
          <NotStated locale={locale} />
        ) : (
          t("plan.plans.months-value", { count: months })
        );
      },
    },
    {
      name: "places",
      cell: (plan: Plan) => {
        const places = placesOf(locale, plan, modes.label("online", locale));
        return places === null || (places.length === 0 && plan.steps.length > 0) ? (
          <NotStated locale={locale} />
        ) : (
          places.join(", ") || "–"
        );
      },
    },
    {
      name: "certainty",
      cell: (plan: Plan) =>
        plan.certainty === null ? "–" : <CertaintyMark locale={locale} certainty={plan.certainty} />,
    },
    {
      name: "decider",
      cell: (plan: Plan) => <RecordNames locale={locale} records={plan.deciders.map(names.record)} />,
    },
  ] as const;
  return (
    <table className={`${stacked.table} ${styles.table}`}>
      <caption>{t("plan.plans.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("plan.plans.way")}</th>
          {plans.map((plan) => (
            <th key={plan.wins.join(" ")} scope="col">
              {planName(locale, plan)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cell }) => (
          <tr key={name}>
            <th scope="row">{t(`plan.plans.${name}`)}</th>
            {plans.map((plan) => (
              <td key={plan.wins.join(" ")}>
                <span className={styles.label} aria-hidden="true">
                  {planName(locale, plan)}:{" "}
                </span>
                {cell(plan)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

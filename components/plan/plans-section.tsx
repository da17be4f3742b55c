import { describeCredits } from "@/components/courses/describe-learning";
import { DecisionNote } from "@/components/qualifications/decision-note";
import { StackFigure } from "@/components/stack/stack-figure";
import record from "@/components/ui/record.module.css";
import type { Plan } from "@/features/planning/plan";
import type { NotTaken, PlanView } from "@/features/plans/plan-view";
import type { Day } from "@/lib/dates";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { planStones } from "./plan-figures";
import { planName } from "./plan-name";
import type { PlanNames } from "./plan-names";
import { PlanSteps } from "./plan-steps";
import styles from "./plans.module.css";
import { PlansTable } from "./plans-table";

interface Props {
  locale: Locale;
  plans: readonly Plan[];
  /** Of the first plan. */
  notTaken: readonly NotTaken[];
  units: PlanView["units"];
  names: PlanNames;
  today: Day;
}

/** The ways on: as stacks, side by side in a table, then each step by step. */
export function PlansSection({ locale, plans, notTaken, units, names, today }: Props) {
  const t = translator(locale);
  return (
    <>
      <section aria-labelledby="plans" className={styles.section}>
        <h2 id="plans">{t("plan.plans.heading", { count: plans.length })}</h2>
        <ul className={styles.plans}>
          {plans.map((plan, index) => (
            <li key={plan.wins.join(" ")} className={styles.plan}>
              <h3>{planName(locale, plan)}</h3>
              <StackFigure
                stones={planStones(locale, plan)}
                size="medium"
                description={t("plan.plans.figure", {
                  steps: plan.steps.length,
                  counted: describeCredits(locale, plan.creditsCounted) ?? "",
                  possible: describeCredits(locale, plan.creditsPossible) ?? "",
                  held: plan.held.length,
                })}
              />
              <p className={record.quiet}>
                <Quality locale={locale} plan={plan} />
              </p>
              <p>
                <a href={`#${planAnchor(index)}`}>
                  {t("plan.plans.see")} <span className="visually-hidden">{planName(locale, plan)}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
        <p className={styles.caption}>{t("plan.plans.caption")}</p>
        <PlansTable locale={locale} plans={plans} names={names} today={today} />
      </section>
      {plans.map((plan, index) => (
        <section key={plan.wins.join(" ")} id={planAnchor(index)} className={styles.section}>
          <h2>{t("plan.steps.heading", { way: planName(locale, plan) })}</h2>
          {plan.steps.length === 0 && <p>{t("plan.plans.done")}</p>}
          <PlanSteps
            locale={locale}
            plan={plan}
            units={units}
            names={names}
            notTaken={index === 0 ? notTaken : []}
          />
          <DecisionNote
            locale={locale}
            deciders={
              plan.deciders.length > 0
                ? plan.deciders.map(names.record)
                : names.qualification.awardingBodies.slice(0, 1)
            }
          />
        </section>
      ))}
    </>
  );
}

const planAnchor = (index: number): string => `way-${index + 1}`;

/** How sure it is that no better way was missed. */
function Quality({ locale, plan: { quality } }: { locale: Locale; plan: Plan }) {
  const t = translator(locale);
  if (quality.state === "optimal") return t("plan.plans.best");
  if (quality.gap === null) return t("plan.plans.best-found-no-bound");
  return t("plan.plans.best-found", { percent: formatNumber(locale, Math.ceil(quality.gap * 100)) });
}

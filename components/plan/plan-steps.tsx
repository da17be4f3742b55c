import { describeCredits } from "@/components/courses/describe-learning";
import { CertaintyMark } from "@/components/qualifications/certainty-mark";
import { RecordName } from "@/components/qualifications/record-name";
import record from "@/components/ui/record.module.css";
import numbered from "@/components/ui/steps.module.css";
import type { Reason } from "@/features/pathways/reason";
import type { Plan, PlanStep } from "@/features/planning/plan";
import type { NotTaken, PlanView, UnitFigures } from "@/features/plans/plan-view";
import { countries } from "@/features/vocabularies/countries";
import { languages } from "@/features/vocabularies/languages";
import { modes } from "@/features/vocabularies/modes";
import { formatDay, formatMoney, formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { creditsOf, worstOf } from "./plan-figures";
import type { PlanNames } from "./plan-names";
import styles from "./plan-steps.module.css";
import { ReasonLine } from "./reason-words";

interface Props {
  locale: Locale;
  plan: Plan;
  units: PlanView["units"];
  names: PlanNames;
  notTaken: readonly NotTaken[];
}

/** A way on, step by step: what to take, why it counts, who decides, and what is in hand on the way. */
export function PlanSteps({ locale, plan, units, names, notTaken }: Props) {
  const t = translator(locale);
  return (
    <>
      {plan.steps.length > 0 && (
        <ol className={numbered.steps}>
          {plan.steps.map((step) => (
            <Step key={step.unit} locale={locale} step={step} unit={units[step.unit]} names={names} />
          ))}
        </ol>
      )}
      <OffRamps locale={locale} plan={plan} names={names} />
      {plan.held.length > 0 && (
        <>
          <h3>{t("plan.steps.in-hand")}</h3>
          <ul className={styles.lines}>
            {plan.held.map(({ achievement, counts }) => (
              <li key={achievement}>
                <strong>{names.held(achievement)}</strong>
                {": "}
                <ReasonLine
                  locale={locale}
                  names={names}
                  reasons={counts.flatMap(({ reasons }) => reasons)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {plan.manual.length > 0 && (
        <>
          <h3>{t("plan.steps.manual")}</h3>
          <ul className={styles.lines}>
            {plan.manual.map(({ node, checkedBy }) => (
              <li key={node}>
                {t.rich("plan.steps.manual-line", {
                  part: names.part(node),
                  strong: (text) => <strong>{text}</strong>,
                  body: () => <RecordName locale={locale} record={names.record(checkedBy)} />,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {notTaken.length > 0 && (
        <details className={styles.others}>
          <summary>{t("plan.steps.why-not")}</summary>
          <ul className={styles.lines}>
            {notTaken.map(({ unit, reasons }) => (
              <li key={unit}>
                {t.rich("plan.steps.why-not-line", {
                  strong: (text) => <strong>{text}</strong>,
                  unit: () => <RecordName locale={locale} record={names.record(unit)} />,
                  reasons: () => <ReasonLine locale={locale} names={names} reasons={reasons} />,
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface StepProps {
  locale: Locale;
  step: PlanStep;
  unit: UnitFigures | undefined;
  names: PlanNames;
}

function Step({ locale, step, unit, names }: StepProps) {
  const t = translator(locale);
  const certainty = worstOf(step.counts);
  const unlocks: Reason[] = step.unlocks.map((each) => ({ code: "unlocks", params: { unit: each } }));
  return (
    <li>
      <div>
        <h3>
          <RecordName locale={locale} record={names.record(step.unit)} />
        </h3>
        <p>
          {certainty && <CertaintyMark locale={locale} certainty={certainty} />}{" "}
          {stepFacts(locale, step, unit).join(" · ")}
        </p>
        <p className={record.quiet}>
          {step.counts.length === 0 && `${t("plan.steps.for-others")} `}
          <ReasonLine
            locale={locale}
            names={names}
            reasons={[...step.counts.flatMap(({ reasons }) => reasons), ...unlocks]}
          />
        </p>
      </div>
    </li>
  );
}

function stepFacts(locale: Locale, { counts, when }: PlanStep, unit: UnitFigures | undefined): string[] {
  const t = translator(locale);
  const price = unit?.priceCents ?? null;
  const credits = describeCredits(locale, unit?.credits ?? creditsOf(counts));
  const run = when?.run;
  return [
    credits ?? t("card.credits-not-stated"),
    ...(unit?.eqf == null ? [] : [t("words.eqf", { level: unit.eqf })]),
    when
      ? t("plan.steps.starts", { from: formatDay(locale, when.from), to: formatDay(locale, when.to) })
      : t("plan.steps.when-unknown"),
    ...(run ? run.modes.map((mode) => modes.label(mode, locale)) : []),
    ...(run && run.languages.length > 0
      ? [run.languages.map((code) => languages.label(code, locale)).join(", ")]
      : []),
    ...(run?.country ? [countries.label(run.country, locale)] : []),
    unit?.hours == null
      ? t("plan.steps.hours-unknown")
      : t("plan.plans.hours-value", { hours: formatNumber(locale, unit.hours) }),
    price === null
      ? t("plan.steps.price-unknown")
      : price === 0
        ? t("plan.steps.free")
        : formatMoney(locale, price, "EUR"),
  ];
}

/** Credentials that are reached on the way: each a result of its own. */
function OffRamps({ locale, plan, names }: { locale: Locale; plan: Plan; names: PlanNames }) {
  const t = translator(locale);
  const reached = plan.steps.flatMap((step, index) => {
    const named = names.record(step.unit);
    return named.kind === "credential" ? [{ step, named, number: index + 1 }] : [];
  });
  if (reached.length === 0 || plan.steps.length < 2) return null;
  return (
    <>
      <h3>{t("plan.steps.off-ramps")}</h3>
      <p className={record.quiet}>{t("plan.steps.off-ramps-lead")}</p>
      <ul className={styles.ramps}>
        {reached.map(({ step, named, number }) => (
          <li key={step.unit}>
            {t.rich(`plan.steps.${step.when ? "off-ramp-day" : "off-ramp"}`, {
              step: number,
              day: step.when ? formatDay(locale, step.when.to) : "",
              credits: describeCredits(locale, creditsOf(step.counts)) ?? t("card.credits-not-stated"),
              credential: () => <RecordName locale={locale} record={named} />,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

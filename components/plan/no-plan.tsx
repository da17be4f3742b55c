import { Notice } from "@/components/ui/notice";
import record from "@/components/ui/record.module.css";
import type { PlanOutcomeView } from "@/features/plans/plan-view";
import { formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { changeWords, withChange } from "./change-words";
import { constraintWords } from "./constraint-words";
import { type PlanQuery, planAddress } from "./plan-form";
import type { PlanNames } from "./plan-names";
import styles from "./plans.module.css";

interface Props {
  locale: Locale;
  query: PlanQuery;
  names: PlanNames;
  outcome: Extract<PlanOutcomeView, { kind: "none" }>;
}

/** Why there is no way, in plain words, and the smallest changes after which there is one. */
export function NoPlan({ locale, query, names, outcome: { conflict, relaxations } }: Props) {
  const t = translator(locale);
  return (
    <section aria-labelledby="plans" className={styles.section}>
      <h2 id="plans">{t("plan.none.heading")}</h2>
      {conflict ? (
        <>
          <p>{t(`plan.none.${conflict.isMinimal ? "conflict" : "conflict-not-minimal"}`)}</p>
          <ul className={record.list}>
            {conflict.constraints.map((constraint) => (
              <li key={constraint}>{constraintWords(locale, names, constraint)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t("plan.none.no-conflict")}</p>
      )}
      <h3>{t("plan.none.changes")}</h3>
      {relaxations.length === 0 ? (
        <p>{t("plan.none.no-changes")}</p>
      ) : (
        <ul className={record.list}>
          {relaxations.map((changes) => {
            const words = formatList(
              locale,
              changes.map((change) => changeWords(locale, names, change)),
            );
            const changed = changes.reduce<PlanQuery | null>(
              (before, change) => before && withChange(before, change),
              query,
            );
            return (
              <li key={JSON.stringify(changes)}>
                {changed ? (
                  <a href={planAddress(locale, changed)}>{words}</a>
                ) : (
                  <>
                    {words}. <span className={record.quiet}>{t("plan.none.awarding-body")}</span>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

interface WaitingProps {
  locale: Locale;
  query: PlanQuery;
  outcome:
    | Extract<PlanOutcomeView, { kind: "out-of-time" | "queue-full" | "cancelled" }>
    | { kind: "failed" };
}

/** The time was over, too many others were first, or the planner failed: the audit stands, and the question can be asked again. */
export function NoAnswer({ locale, query, outcome }: WaitingProps) {
  const t = translator(locale);
  return (
    <section aria-labelledby="plans" className={styles.section}>
      <h2 id="plans">{t("plan.none.no-answer")}</h2>
      <Notice kind="information">
        <p>
          {outcome.kind === "queue-full"
            ? t("plan.none.queue-full", { count: outcome.retryAfterSeconds })
            : t(outcome.kind === "failed" ? "plan.none.failed" : "plan.none.out-of-time")}
        </p>
        <p>
          <a href={planAddress(locale, query)}>{t("plan.none.again")}</a>
        </p>
      </Notice>
    </section>
  );
}

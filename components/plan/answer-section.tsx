import { Suspense } from "react";
import type { PlanAnswer, PlanProgress, PlanSteps, PlanView } from "@/features/plans/plan-view";
import type { QualificationDetail } from "@/features/qualifications/view";
import type { Day } from "@/lib/dates";
import type { Locale } from "@/lib/locales";
import { AuditSection } from "./audit-section";
import { Compare } from "./compare";
import { NoAnswer, NoPlan } from "./no-plan";
import type { PlanQuery } from "./plan-form";
import { planNames } from "./plan-names";
import { PlansSection } from "./plans-section";
import { StillSearching } from "./still-searching";

/** An answer, or what is known of it and the rest as it comes. */
export type ShownAnswer = { qualification: QualificationDetail } & (
  | { view: PlanView; steps: null }
  | { view: PlanProgress; steps: PlanSteps; wholeAddress: string }
);

interface Props {
  locale: Locale;
  query: PlanQuery;
  answer: ShownAnswer;
  today: Day;
}

/** What counts today, at once; then the ways on, as they are found. */
export function AnswerSection({ answer, ...props }: Props) {
  const { view, qualification } = answer;
  const { locale, query } = props;
  const names = planNames(locale, view, qualification);
  return (
    <>
      {view.audit && (
        <AuditSection locale={locale} audit={view.audit} names={names} hasHeld={view.held.length > 0} />
      )}
      {answer.steps === null ? (
        <Ways {...props} view={answer.view} qualification={qualification} />
      ) : (
        <Suspense
          fallback={<StillSearching locale={locale} query={query} wholeAddress={answer.wholeAddress} />}
        >
          <WaysAsTheyCome {...props} steps={answer.steps} qualification={qualification} />
        </Suspense>
      )}
      <Compare locale={locale} query={query} held={view.held} />
    </>
  );
}

type WaysProps = Omit<Props, "answer"> & { qualification: QualificationDetail };

async function WaysAsTheyCome({ steps, ...props }: WaysProps & { steps: PlanSteps }) {
  const begun = await steps.begun.catch(() => null);
  if (begun?.kind !== "progress") return <Answered {...props} answer={begun} />;
  const { plans, units } = begun;
  const { locale, query, qualification, today } = props;
  const names = planNames(locale, begun, qualification);
  const first = (
    <>
      <StillSearching locale={locale} query={query} wholeAddress={null} />
      <PlansSection locale={locale} plans={plans} notTaken={[]} units={units} names={names} today={today} />
    </>
  );
  return (
    <Suspense fallback={first}>
      <LastStep {...props} answered={steps.answered} />
    </Suspense>
  );
}

async function LastStep({ answered, ...props }: WaysProps & { answered: Promise<PlanAnswer> }) {
  return <Answered {...props} answer={await answered.catch(() => null)} />;
}

/** @param answer null where the planner failed, which whoever asked it has written down */
function Answered({ answer, ...props }: WaysProps & { answer: PlanAnswer | null }) {
  if (answer?.kind === "answered") return <Ways {...props} view={answer.view} />;
  return <NoAnswer locale={props.locale} query={props.query} outcome={{ kind: "failed" }} />;
}

function Ways({ locale, query, qualification, view, today }: WaysProps & { view: PlanView }) {
  const { outcome, units } = view;
  const names = planNames(locale, view, qualification);
  if (outcome.kind === "none")
    return <NoPlan locale={locale} query={query} names={names} outcome={outcome} />;
  if (outcome.kind !== "plans") return <NoAnswer locale={locale} query={query} outcome={outcome} />;
  const { plans, notTaken } = outcome;
  return (
    <PlansSection
      locale={locale}
      plans={plans}
      notTaken={notTaken}
      units={units}
      names={names}
      today={today}
    />
  );
}

import { setTimeout as wait } from "node:timers/promises";
import { redirect } from "next/navigation";
import { cache } from "react";
import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import type { ShownAnswer } from "@/components/plan/answer-section";
import { type PlanQuery, planAddress, readPlanForm, WHOLE, wholeAddress } from "@/components/plan/plan-form";
import { PlanPage } from "@/components/plan/plan-page";
import { listPathways } from "@/features/curated-pathways/queries";
import { readOverview } from "@/features/overview/queries";
import { followPlanner, warmPlanner } from "@/features/plan-thread/ask-planner";
import { toPlanQuery } from "@/features/plans/plan-question";
import { findQualification, listQualifications } from "@/features/qualifications/queries";
import { findUnitsByName } from "@/features/unit-search/queries";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { setStatus, whileReaderWaits } from "@/lib/front-door";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { log } from "@/lib/log";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/plan">;

const PATH = ["plan"];
const LISTED = 500;
const FOUND = 20;
const PATHWAYS = 20;

const findTarget = cache(async (slug: string) => {
  const found = await findQualification(slug, { now: new Date() });
  return found?.kind === "found" ? found.record : null;
});

export const generateMetadata = metadata<Props, object>(async (locale, { searchParams }) => {
  const t = translator(locale);
  const { query } = readPlanForm(await searchParams);
  const target = query.target === null ? null : await findTarget(query.target);
  const name = target && pickText(target.title, locale, target.defaultLanguage)?.text;
  const title = name ? t("plan.title-for", { qualification: name }) : t("plan.title");
  // What somebody holds is nobody else's business.
  const robots = toPlanQuery(query) === "" ? undefined : "noindex, nofollow";
  return { ...pageMetadata(locale, { title, path: PATH }), robots };
});

export default page<Props>(async (locale, { searchParams }) => {
  const params = await searchParams;
  const form = readPlanForm(params);
  if (form.isSent) redirect(planAddress(locale, form.query, form.find));
  if (form.query.target === null) warmPlanner();
  const now = new Date();
  const [{ qualifications }, { facets }, matches, { pathways }, answer] = await Promise.all([
    listQualifications({ page: 1, pageSize: LISTED }, { now }),
    readOverview({ now }),
    form.find === "" ? null : findUnitsByName(form.find, { limit: FOUND }),
    listPathways({ page: 1, pageSize: PATHWAYS }),
    form.query.target === null
      ? null
      : answerTo(locale, { ...form.query, target: form.query.target }, { now, params }),
  ]);
  const offered = (facet: "language" | "country") =>
    (facets[facet] ?? []).map(({ value }) => value).filter((value) => value !== "not-stated");
  const isSample = answer?.qualification.isSample ?? qualifications.some((each) => each.isSample);
  return (
    <Page
      locale={locale}
      path={PATH}
      query={toPlanQuery(form.query) || undefined}
      current="plan"
      isSample={isSample}
    >
      <div className={wrap.wrap}>
        <PlanPage
          locale={locale}
          form={form}
          qualifications={qualifications}
          offered={{ language: offered("language"), country: offered("country") }}
          matches={matches}
          pathways={pathways}
          answer={answer}
          today={dayIn(env().CAIRN_TIME_ZONE, now)}
        />
      </div>
    </Page>
  );
});

/** Milliseconds for a whole page; what takes longer comes step by step. */
const PATIENCE = 700;

/** Null where no qualification has that address now. The work ends where the reader does not wait for it. */
async function answerTo(
  locale: Locale,
  { hold, limits, target }: PlanQuery & { target: string },
  { now, params }: { now: Date; params: Awaited<Props["searchParams"]> },
): Promise<ShownAnswer | null> {
  const steps = followPlanner({ target, hold, limits }, { now, signal: whileReaderWaits() });
  const soon =
    params[WHOLE] === undefined
      ? await Promise.race([steps.answered, wait(PATIENCE, null, { ref: false })])
      : await steps.answered;
  const known = soon ?? (await steps.audited);
  const view = known.kind === "answered" ? known.view : known.kind === "progress" ? known : null;
  const present = view?.target.slug ?? target;
  if (present !== target) redirect(planAddress(locale, { target: present, hold, limits }));
  const qualification = await findTarget(present);
  if (view === null || !qualification) {
    setStatus(404);
    return null;
  }
  if (!("outcome" in view)) {
    steps.answered.catch((err) => log.error({ err }, "a plan failed that was begun"));
    return { view, steps, qualification, wholeAddress: wholeAddress(locale, params) };
  }
  if (view.outcome.kind === "queue-full") setStatus(503, view.outcome.retryAfterSeconds);
  return { view, steps: null, qualification };
}

import { type Database, database } from "@/db/client";
import { type Audit, auditAchievements } from "@/features/audit/audit";
import { resolveAddress } from "@/features/courses/queries";
import { formatHold, type Hold } from "@/features/pathways/hold";
import { recordsNamedBy } from "@/features/pathways/named-records";
import { listVersions } from "@/features/pathways/queries";
import { nodesOf } from "@/features/pathways/requirement-tree";
import type { Achievement, Unit } from "@/features/pathways/unit";
import type { Planner, PlanOutcome } from "@/features/planner/planner";
import { whyNot } from "@/features/planner/why-not";
import type { Plan } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import {
  type Names,
  toRequirementView,
  toRuleViews,
  toVersionRef,
} from "@/features/qualifications/part-view";
import { readNames } from "@/features/qualifications/queries";
import { type Day, dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import type { PlanQuestion } from "./plan-question";
import type { HeldView, NotTaken, PlanAnswer, PlanOutcomeView, PlanProgress, PlanView } from "./plan-view";
import { atDesk } from "./planner-queue";
import { loadPlanningProblem, resolveHolds } from "./planning-problem";
import { findQualificationRef } from "./queries";

export interface PlanForOptions {
  now: Date;
  /** Aborting it ends the work. */
  signal?: AbortSignal;
  db?: Database;
  /** Hears of the audit before plans are sought, and of the first plan before others are. */
  onProgress?: (progress: PlanProgress) => void;
}

/** Units of which it is said why the first plan leaves them out. */
const NOT_TAKEN_SHOWN = 20;

/** What the things held count towards, and the ways on to a qualification. Nothing of the question is kept or logged. */
export async function planFor(question: PlanQuestion, options: PlanForOptions): Promise<PlanAnswer> {
  const { now, db = database() } = options;
  const today = dayIn(env().CAIRN_TIME_ZONE, now);
  const id = await resolveAddress(db, "credential", question.target);
  const target = id === null ? null : await findQualificationRef(db, id, today);
  if (id === null || !target) return { kind: "unknown-target" };
  const problem = await loadPlanningProblem(db, id, { limits: question.limits, today });
  if (!problem) return { kind: "unknown-target" };
  const { achievements, unknown } = await resolveHolds(db, question.hold);
  const held = achievements.map(({ achievement }) => achievement);
  const input: PlanInput = {
    version: problem.version.programme,
    rules: [],
    held,
    units: problem.units,
    limits: question.limits,
    now: today,
  };
  const versions = await listVersions(db, id);
  const shown = versions.find((version) => version.id === problem.version.id) ?? problem.version;
  const withNames = async (audit: Audit | null, plans: readonly Plan[], notTaken: readonly NotTaken[]) => {
    const records = recordsSpokenOf(held, audit, plans, notTaken);
    const names = await readNames(db, input.version, records);
    return {
      target,
      version: toVersionRef(shown, problem.version.id, today),
      held: achievements.map((each) => toHeldView(each, names)),
      unknownHold: unknown,
      limits: question.limits,
      ...lookups(input, names, today, records),
    };
  };
  const { onProgress } = options;
  const tell = async (audit: Audit, plans: readonly Plan[]) =>
    onProgress?.({ kind: "progress", ...(await withNames(audit, plans, [])), audit, plans });

  const answered = await atDesk((planner) => answer(planner, input, tell, options));
  const { audit, outcome } =
    answered.kind === "queue-full" ? { audit: null, outcome: answered } : answered.value;
  const outcomeView = toOutcomeView(input, outcome);
  const [plans, leftOut] =
    outcomeView.kind === "plans" ? [outcomeView.plans, outcomeView.notTaken] : [[], []];
  const view = { ...(await withNames(audit, plans, leftOut)), audit, outcome: outcomeView };
  return { kind: "answered", view };
}

async function answer(
  planner: Planner,
  input: PlanInput,
  tell: (audit: Audit, plans: readonly Plan[]) => Promise<void>,
  { signal }: PlanForOptions,
): Promise<{ audit: Audit | null; outcome: PlanOutcome }> {
  const { version, held, rules, now, limits } = input;
  const audit = await auditAchievements(version, held, rules, now, {
    ...(limits.finishBy && { awardOn: limits.finishBy }),
    ...(signal && { signal }),
  });
  if (!audit) return { audit, outcome: { kind: "cancelled" } };
  await tell(audit, []);
  const onFirstPlan = (plan: Plan) => tell(audit, [plan]);
  const outcome = await planner.plan(input, { ...(signal && { signal }), onFirstPlan });
  return { audit, outcome };
}

function toOutcomeView(input: PlanInput, outcome: PlanOutcome): PlanOutcomeView {
  if (outcome.kind !== "plans") return outcome;
  const gaps = outcome.plans.map(({ quality }) => quality.gap);
  return {
    ...outcome,
    notTaken: notTaken(input, outcome.plans),
    gap: gaps.includes(null) ? null : gaps.reduce<number>((most, gap) => Math.max(most, gap ?? 0), 0),
  };
}

/** Of the units that no plan takes, the cheapest, with why the first plan does without them. */
function notTaken(input: PlanInput, plans: readonly Plan[]): NotTaken[] {
  const [first] = plans;
  if (!first) return [];
  const taken = new Set(plans.flatMap(({ steps }) => steps.map(({ unit }) => unit)));
  const cost = ({ priceCents }: Unit) => priceCents ?? Number.POSITIVE_INFINITY;
  return input.units
    .filter(({ unit }) => !taken.has(unit))
    .toSorted((a, b) => (cost(a) === cost(b) ? (a.unit < b.unit ? -1 : 1) : cost(a) - cost(b)))
    .slice(0, NOT_TAKEN_SHOWN)
    .map((unit) => ({ unit: unit.unit, reasons: whyNot(input, first, unit) }));
}

/** Records beside those that the programme itself names. */
function recordsSpokenOf(
  held: readonly Achievement[],
  audit: Audit | null,
  plans: readonly Plan[],
  leftOut: readonly NotTaken[],
): string[] {
  return [
    ...held.flatMap(({ unit }) => unit ?? []),
    ...(audit ? [...audit.counts, ...audit.possible].map(({ decisionBody }) => decisionBody) : []),
    ...plans.flatMap(({ steps, deciders }) => [
      ...steps.flatMap(({ unit, unlocks }) => [unit, ...unlocks]),
      ...deciders,
    ]),
    ...leftOut.map(({ unit }) => unit),
  ];
}

function toHeldView(
  { hold, achievement }: { hold: Hold; achievement: Achievement },
  { nameOf }: Names,
): HeldView {
  const { id, unit, credits, eqf } = achievement;
  return {
    id,
    hold: formatHold(hold),
    record: unit === null ? null : nameOf(unit),
    title: hold.kind === "own" ? hold.title : null,
    credits,
    eqf,
    month: hold.month,
  };
}

function lookups(
  { version, units }: PlanInput,
  names: Names,
  today: Day,
  records: readonly string[],
): Pick<PlanView, "names" | "parts" | "rules" | "units"> {
  const spoken = new Set(records);
  const grounds = [
    ...toRuleViews(version, names, today),
    ...version.equivalences.map((group) => ({
      id: group.id,
      evidenceRequired: [],
      source: group.source,
      decider: names.nameOf(group.decisionBody),
      validTo: null,
    })),
  ];
  return {
    names: Object.fromEntries(
      [...spoken, ...recordsNamedBy(version).map(({ record }) => record)].map((id) => [id, names.nameOf(id)]),
    ),
    parts: Object.fromEntries(
      [...nodesOf(version.root)].map((node) => [
        node.id,
        { title: node.title, requirement: toRequirementView(node, names) },
      ]),
    ),
    rules: Object.fromEntries(
      grounds.map(({ id, evidenceRequired, source, decider, validTo }) => [
        id,
        { evidenceRequired, source, decider, validTo },
      ]),
    ),
    units: Object.fromEntries(
      units
        .filter(({ unit }) => spoken.has(unit))
        .map(({ unit, credits, eqf, hours, priceCents }) => [unit, { credits, eqf, hours, priceCents }]),
    ),
  };
}

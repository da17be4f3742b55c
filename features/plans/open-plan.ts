import type { Audit, Counted } from "@/features/audit/audit";
import type { AddressOf } from "@/features/courses/open-course";
import type { Reason } from "@/features/pathways/reason";
import type { Plan, PlanCount } from "@/features/planning/plan";
import { toOpenQualificationRef, toOpenRequirement } from "@/features/qualifications/open-qualification";
import { toEcts, toOpenRecord } from "@/features/record-names/open-record";
import type { PlanView } from "./plan-view";

/** Answers of the planner as `POST /api/v1/plans` gives them: every record with its address, credits as decimals. */
export function toOpenPlans(view: PlanView, addressOf: AddressOf) {
  const { outcome } = view;
  const record = (id: string) => {
    const named = view.names[id];
    return named ? toOpenRecord(named, addressOf) : { ref: id };
  };
  const context: Context = { record };
  return {
    target: toOpenQualificationRef(view.target, addressOf),
    version: view.version,
    held: view.held.map(({ record: named, credits, ...each }) => ({
      ...each,
      record: named && toOpenRecord(named, addressOf),
      ects: toEcts(credits),
    })),
    ignored: view.unknownHold.map((hold) => `hold=${hold}`),
    audit: view.audit && toOpenAudit(view.audit, view.parts, context),
    outcome: outcome.kind,
    plans: outcome.kind === "plans" ? outcome.plans.map((plan) => toOpenPlan(plan, view, context)) : [],
    notTaken:
      outcome.kind === "plans"
        ? outcome.notTaken.map(({ unit, reasons }) => ({
            unit: record(unit),
            reasons: reasons.map((reason) => toOpenReason(reason, context)),
          }))
        : [],
    conflict: outcome.kind === "none" ? outcome.conflict : null,
    relaxations: outcome.kind === "none" ? outcome.relaxations : [],
    gap: outcome.kind === "plans" ? outcome.gap : null,
    parts: Object.fromEntries(
      Object.entries(view.parts).map(([id, { title, requirement }]) => [
        id,
        { title, ...toOpenRequirement(requirement, addressOf) },
      ]),
    ),
    rules: Object.fromEntries(
      Object.entries(view.rules).map(([id, { decider, ...rule }]) => [
        id,
        { ...rule, decidedBy: toOpenRecord(decider, addressOf) },
      ]),
    ),
  };
}

interface Context {
  record: (id: string) => object;
}

function toOpenAudit(audit: Audit, parts: PlanView["parts"], context: Context) {
  const { counts, possible, countedCredits, possibleCredits, wasted, nodes, bounds, ...rest } = audit;
  return {
    ...rest,
    countedEcts: toEcts(countedCredits),
    possibleEcts: toEcts(possibleCredits),
    counts: counts.map((each) => ({ achievement: each.achievement, ...toOpenCount(each, context) })),
    possible: possible.map((each) => ({ achievement: each.achievement, ...toOpenCount(each, context) })),
    wasted: wasted.map(({ achievement, credits, reasons }) => ({
      achievement,
      ects: toEcts(credits),
      reasons: reasons.map((reason) => toOpenReason(reason, context)),
    })),
    nodes: nodes.map(({ node, state, counted, required, missing }) => {
      const isPool = parts[node]?.requirement.kind === "credits";
      const amount = (value: number) => (isPool ? toEcts(value) : value);
      return {
        node,
        state,
        unit: isPool ? "ects" : "parts",
        counted: amount(counted),
        required: amount(required),
        missing: amount(missing),
      };
    }),
    bounds: bounds.map((bound) => ({
      ...bound,
      counted: toEcts(bound.counted),
      possible: toEcts(bound.possible),
      required: toEcts(bound.required),
      missing: toEcts(bound.missing),
    })),
  };
}

function toOpenCount(
  { leaf, credits, certainty, decisionBody, until, reasons }: Counted | PlanCount,
  context: Context,
) {
  return {
    part: leaf,
    ects: toEcts(credits),
    certainty,
    decidedBy: context.record(decisionBody),
    until,
    reasons: reasons.map((reason) => toOpenReason(reason, context)),
  };
}

/** Parameters that name a record. */
const RECORD_PARAMETERS = new Set(["body", "unit"]);

function toOpenReason({ code, params }: Reason, { record }: Context) {
  return {
    code,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        RECORD_PARAMETERS.has(name) && typeof value === "string" ? record(value) : value,
      ]),
    ),
  };
}

function toOpenPlan(plan: Plan, { units, names }: PlanView, context: Context) {
  const { record } = context;
  const deciders = plan.deciders.map((id) => names[id]);
  return {
    wins: plan.wins,
    quality: plan.quality,
    certainty: plan.certainty,
    countedEcts: toEcts(plan.creditsCounted),
    possibleEcts: toEcts(plan.creditsPossible),
    wastedEcts: toEcts(plan.creditsWasted),
    hours: plan.hours,
    priceCents: plan.priceCents,
    currency: "EUR",
    unpriced: plan.unpriced.map(record),
    finishOn: plan.finishOn,
    steps: plan.steps.map(({ unit, counts, unlocks, when }) => {
      const figures = units[unit];
      return {
        unit: record(unit),
        ects: toEcts(figures?.credits ?? null),
        eqf: figures?.eqf ?? null,
        hours: figures?.hours ?? null,
        priceCents: figures?.priceCents ?? null,
        counts: counts.map((each) => toOpenCount(each, context)),
        unlocks: unlocks.map(record),
        when,
      };
    }),
    held: plan.held.map(({ achievement, counts }) => ({
      achievement,
      counts: counts.map((each) => toOpenCount(each, context)),
    })),
    manual: plan.manual.map(({ node, checkedBy }) => ({ part: node, checkedBy: record(checkedBy) })),
    decidedBy: plan.deciders.map(record),
    notice: noticeOf(
      deciders.flatMap((body) =>
        body && body.kind !== "elsewhere" ? [body.title[body.defaultLanguage] ?? ""] : [],
      ),
    ),
  };
}

/** The sentence that stands on every plan. */
const noticeOf = (deciders: readonly string[]): string =>
  `A possible pathway. Whether these credits are recognised is decided by ${
    deciders.length > 0 ? deciders.join(", ") : "the awarding body"
  }; combining micro-credentials gives no automatic right to the qualification.`;

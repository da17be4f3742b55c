import { afterAll, expect, it } from "vitest";
import { Planner } from "@/features/planner/planner";
import type { Plan, PlanCount } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import { all, held, item, pool, programme, TODAY, unit } from "@/features/planning/programme.fixture";
import { checkPlan, type Violation } from "./checker";

const planner = new Planner();
afterAll(() => planner.close());

const input: PlanInput = {
  version: programme(all("root", item("core", "core"), pool("pool", 1_000, ["a", "b", "core", "old"])), {
    totalCredits: 1_500,
    policy: {
      levelMinima: [{ eqf: 6, credits: 1_000 }],
      recency: { maxAgeMonths: 60, countFrom: "application", overrides: [] },
      exclusions: [{ units: ["a", "rival"], maxCount: 1 }],
    },
  }),
  rules: [],
  held: [held("old")],
  units: [
    unit("core"),
    unit("a"),
    unit("b", { prerequisite: { kind: "unit", unit: "core" } }),
    unit("rival"),
  ],
  limits: { budgetCents: 25_000 },
  now: TODAY,
};

async function found(): Promise<Plan> {
  const outcome = await planner.plan(input);
  const plan = outcome.kind === "plans" ? outcome.plans[0] : undefined;
  if (!plan) throw new Error(`no plan but ${outcome.kind}`);
  return plan;
}

const withStep = (plan: Plan, id: string, change: (counts: PlanCount[]) => PlanCount[]): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => (step.unit === id ? { ...step, counts: change(step.counts) } : step)),
});

it("has nothing against the plan as it was found", async () => {
  expect(checkPlan(input, await found())).toEqual([]);
});

it.each<[Violation["code"], (plan: Plan) => [PlanInput, Plan]]>([
  ["unknown-item", (plan) => [{ ...input, units: [] }, plan]],
  ["taken-twice", (plan) => [input, { ...plan, steps: [...plan.steps, ...plan.steps] }]],
  ["edge-does-not-hold", (plan) => [{ ...input, held: [held("old", { awardedOn: "2020-01-01" })] }, plan]],
  [
    "edge-does-not-hold",
    (plan) => [
      input,
      withStep(plan, "core", (counts) => counts.map((count) => ({ ...count, credits: 600 }))),
    ],
  ],
  [
    "counted-twice",
    (plan) => [
      input,
      withStep(plan, "core", (counts) => [...counts, ...counts.map((count) => ({ ...count, leaf: "pool" }))]),
    ],
  ],
  ["tree-not-met", (plan) => [input, withStep(plan, "core", () => [])]],
  ["minimum-not-met", (plan) => [{ ...input, version: { ...input.version, totalCredits: 1_501 } }, plan]],
  [
    "maximum-passed",
    (plan) => [
      {
        ...input,
        version: {
          ...input.version,
          policy: { ...input.version.policy, providerMaxima: [{ provider: "uni", credits: 1 }] },
        },
      },
      plan,
    ],
  ],
  [
    "excluded-together",
    (plan) => [
      {
        ...input,
        version: {
          ...input.version,
          policy: { ...input.version.policy, exclusions: [{ units: ["core", "a", "b"], maxCount: 1 }] },
        },
      },
      plan,
    ],
  ],
  [
    "prerequisite-not-met",
    (plan) => [
      {
        ...input,
        units: input.units.map((each) => ({
          ...each,
          prerequisite: { kind: "unit" as const, unit: "rival" },
        })),
      },
      plan,
    ],
  ],
  ["limit-not-kept", (plan) => [{ ...input, limits: { budgetCents: 19_999 } }, plan]],
  ["limit-not-kept", (plan) => [{ ...input, limits: { languages: ["en"] } }, plan]],
  ["figure-is-wrong", (plan) => [input, { ...plan, priceCents: 1 }]],
  ["figure-is-wrong", (plan) => [input, { ...plan, creditsCounted: plan.creditsCounted + 1 }]],
])("finds %s", async (code, spoil) => {
  const [question, plan] = spoil(await found());
  expect(checkPlan(question, plan).map((violation) => violation.code)).toContain(code);
});

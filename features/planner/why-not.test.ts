import { afterAll, expect, it } from "vitest";
import type { Unit } from "@/features/pathways/unit";
import type { PlanInput } from "@/features/planning/plan-input";
import { all, item, pool, programme, TODAY, unit } from "@/features/planning/programme.fixture";
import { Planner } from "./planner";
import { whyNot } from "./why-not";

const planner = new Planner();
afterAll(() => planner.close());

const online = {
  start: null,
  end: null,
  deadline: null,
  weeks: 4,
  languages: ["en"],
  country: "FI",
  region: null,
};

it.each<[string, Partial<Unit>, object]>([
  ["no part takes it", { fields: ["01"] }, { code: "no-part-takes-it" }],
  ["dominated", { priceCents: 20_000 }, { code: "dominated-by", params: { unit: "best", on: "cheapest" } }],
  ["needless", { hours: 1, priceCents: 20_000 }, { code: "already-satisfied", params: { leaf: "pool" } }],
  ["excluded", { unit: "rival" }, { code: "violates", params: { constraint: "exclusion:0" } }],
  [
    "not in the language asked for",
    { offerings: [{ ...online, languages: ["sv"], modes: ["online"] }] },
    { code: "violates", params: { constraint: "limit:language" } },
  ],
  [
    "asks for what there is not",
    { prerequisite: { kind: "unit", unit: "nowhere" } },
    { code: "violates", params: { constraint: "prerequisites" } },
  ],
  ["without a price", { priceCents: null }, { code: "value-not-stated", params: { value: "price" } }],
])("says of a unit that is %s so", async (_, more, reason) => {
  const offerings = [{ ...online, modes: ["online"] }];
  const other = { ...unit("other", { offerings, ...more }), unit: more.unit ?? "other" };
  const input: PlanInput = {
    version: programme(all("root", item("core", "core"), pool("pool", 500, { fields: ["06"] })), {
      policy: { exclusions: [{ units: ["core", "rival"], maxCount: 1 }] },
    }),
    rules: [],
    held: [],
    units: [
      unit("core", { offerings, fields: [] }),
      unit("best", { offerings, priceCents: 5_000, hours: 50 }),
      other,
    ],
    limits: { languages: ["en"], budgetCents: 100_000 },
    now: TODAY,
  };
  const outcome = await planner.plan(input);
  const plan =
    outcome.kind === "plans" ? outcome.plans.find(({ wins }) => wins.includes("cheapest")) : undefined;
  expect(plan && whyNot(input, plan, other)).toMatchObject([reason]);
  const [first] = input.units;
  expect(plan && first && whyNot(input, plan, first)).toEqual([]);
});

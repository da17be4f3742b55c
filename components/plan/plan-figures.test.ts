import { describe, expect, it } from "vitest";
import type { Plan, PlanCount } from "@/features/planning/plan";
import { monthsOf, placesOf, planStones } from "./plan-figures";

const count = (credits: number, certainty: PlanCount["certainty"] = "designed"): PlanCount => ({
  leaf: "methods",
  credits,
  certainty,
  basis: { kind: "named" },
  decisionBody: "body",
  until: null,
  reasons: [],
});

const run = (modes: string[], country: string | null) => ({
  start: "2027-01-01",
  end: "2027-02-01",
  deadline: null,
  weeks: null,
  modes,
  languages: [],
  country,
  region: null,
});

const makePlan = (parts: Partial<Plan>): Plan => ({
  wins: ["cheapest"],
  steps: [],
  held: [],
  creditsCounted: 0,
  creditsPossible: 0,
  creditsWasted: 0,
  hours: null,
  priceCents: null,
  unpriced: [],
  finishOn: null,
  certainty: null,
  deciders: [],
  manual: [],
  quality: { state: "optimal", gap: 0 },
  ...parts,
});

const step = (unit: string, counts: PlanCount[], at: ReturnType<typeof run> | null = null) => ({
  unit,
  counts,
  unlocks: [],
  when: at && { from: "2027-01-01", to: "2027-02-01", run: at },
});

describe("planStones", () => {
  it("lays what is held on what is taken, the widest lowest, and never draws the possible as sure", () => {
    const plan = makePlan({
      steps: [
        step("small", [count(300)]),
        step("wide", [count(1500), count(1000)]),
        step("maybe", [count(500, "possible")]),
        step("only-for-another", []),
      ],
      held: [{ achievement: "mine", counts: [count(400)] }],
    });
    expect(planStones("en", plan).map(({ kind, ectsHundredths }) => [kind, ectsHundredths])).toEqual([
      ["counted", 1500],
      ["possible", 500],
      ["counted", 300],
      ["held", 400],
    ]);
  });
});

describe("the figures of a plan", () => {
  it("are unknown where a step does not say", () => {
    const unsaid = makePlan({ steps: [step("a", [count(500)])] });
    expect(monthsOf(unsaid, "2026-11-25")).toBeNull();
    expect(placesOf("en", unsaid, "Online")).toBeNull();
    expect(monthsOf(makePlan({}), "2026-11-25")).toBe(0);
  });

  it("count begun months and name each place once", () => {
    const plan = makePlan({
      finishOn: "2027-02-01",
      steps: [
        step("a", [], run(["online"], "FI")),
        step("b", [], run(["blended"], "FI")),
        step("c", [], run(["presential"], "FI")),
      ],
    });
    expect(monthsOf(plan, "2026-11-25")).toBe(3);
    expect(placesOf("en", plan, "Online")).toEqual(["Online", "Finland"]);
  });
});

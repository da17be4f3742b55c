import { afterAll, expect, it } from "vitest";
import { checkPlan } from "@/features/plan-checker/checker";
import { fieldOf } from "@/features/plan-search/candidates";
import { search } from "@/features/plan-search/find-plan";
import { CHEAPEST } from "@/features/planning/objectives";
import { randomInstance } from "@/features/planning/random-instance.fixture";
import { Solver } from "@/features/solver/solver";
import { enumerateLeast } from "./enumeration.fixture";
import { writePlan } from "./write-plan";

const solver = new Solver();
const options = { solver, timeLimitMs: 10_000, relativeGap: 0 };
afterAll(() => solver.close());

it("finds the same least price as plain enumeration in 200 small instances", {
  timeout: 180_000,
}, async () => {
  let feasible = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const input = randomInstance(seed, { held: 2, units: 4, leaves: 3 });
    const least = enumerateLeast(input, ({ priceCents }) => priceCents);
    const result = await search(input, await fieldOf(input), { objective: CHEAPEST }, options);
    if (least === null) expect(`${seed} ${result.kind}`).toBe(`${seed} infeasible`);
    else {
      feasible += 1;
      expect(`${seed} ${result.kind === "found" ? result.first.objective : result.kind}`).toBe(
        `${seed} ${least}`,
      );
    }
  }
  expect(feasible).toBeGreaterThan(60);
});

it("finds nothing that the checker refuses in 2,000 instances", { timeout: 180_000 }, async () => {
  let found = 0;
  for (let seed = 10_001; seed <= 12_000; seed += 1) {
    const input = randomInstance(seed, { held: 4, units: 12, leaves: 6 });
    const result = await search(input, await fieldOf(input), { objective: CHEAPEST }, options);
    if (result.kind !== "found") continue;
    found += 1;
    const written = writePlan(input, result.solution, null);
    const plan = { wins: [], ...written, quality: { state: "optimal" as const, gap: 0 } };
    expect({ seed, violations: checkPlan(input, plan) }).toEqual({ seed, violations: [] });
  }
  expect(found).toBeGreaterThan(600);
});

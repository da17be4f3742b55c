import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkPlan } from "@/features/plan-checker/checker";
import { constraintsOf, isFeasible, minimalConflict } from "@/features/plan-conflicts/conflict";
import { applyChange, lift } from "@/features/plan-conflicts/lift";
import { smallestRelaxations } from "@/features/plan-conflicts/relaxations";
import { fieldOf } from "@/features/plan-search/candidates";
import { search } from "@/features/plan-search/find-plan";
import { CHEAPEST } from "@/features/planning/objectives";
import { Solver } from "@/features/solver/solver";
import { sharedData } from "@/tests/shared-data";
import { questionOf, READINGS, readTrees, universeOf } from "./graduatenu.fixture";
import { writePlan } from "./write-plan";

const folder = sharedData("pathways/graduatenu");
if (!folder) process.stderr.write("skipped: the real programmes are not beside the checkout\n");

const solver = new Solver();
const options = { solver, timeLimitMs: 20_000, relativeGap: 0 };
afterAll(() => solver.close());

/** Every so many trees; the bench takes all of them. */
const STEP = 9;

describe.skipIf(!folder)("real degree programmes", () => {
  const files = ["majors", "minors"].map((name) => path.join(folder ?? "", `${name}.jsonl.gz`));

  it("reads all trees, and skips those that are empty without concentrations", { timeout: 30_000 }, () => {
    const trees = readTrees(files);
    expect(trees).toHaveLength(2_263 - 20);
    expect(trees.filter(({ year }) => year === 2025)).toHaveLength(513);
    for (const year of [2021, 2022, 2023, 2024, 2025]) {
      const ofYear = trees.filter((tree) => tree.year === year);
      const universe = universeOf(ofYear);
      for (const tree of ofYear) {
        const { units } = questionOf(tree, universe, "once", new Map());
        expect(new Set(units.map((unit) => unit.unit)).size).toBe(units.length);
      }
    }
  });

  it("finds a proven plan that counts no course twice, or a conflict that is minimal", {
    timeout: 120_000,
  }, async () => {
    const trees = readTrees(files).filter(({ year }) => year === 2025);
    const universe = universeOf(trees);
    const kinds = { found: 0, infeasible: 0 };
    for (const tree of trees.filter((_, index) => index % STEP === 0)) {
      for (const reading of READINGS) {
        const input = questionOf(tree, universe, reading, new Map());
        const result = await search(input, await fieldOf(input), { objective: CHEAPEST }, options);
        if (result.kind === "found") {
          expect(result.isProven).toBe(true);
          const written = writePlan(input, result.solution, null);
          const plan = { wins: [], ...written, quality: { state: "optimal" as const, gap: 0 } };
          expect(checkPlan(input, plan)).toEqual([]);
          if (reading === "once") expect(plan.steps.every(({ counts }) => counts.length <= 1)).toBe(true);
          kinds.found += 1;
          continue;
        }
        expect(result.kind).toBe("infeasible");
        kinds.infeasible += 1;
        const conflict = await minimalConflict(input, options);
        const constraints = conflict?.constraints ?? [];
        const alone = constraintsOf(input)
          .filter((id) => !constraints.includes(id))
          .reduce(lift, input);
        expect(await isFeasible(alone, options)).toBe(false);
        for (const each of constraints) expect(await isFeasible(lift(alone, each), options)).toBe(true);
        const relaxations = await smallestRelaxations(input, constraints, options);
        expect(relaxations.length).toBeGreaterThan(0);
        for (const changes of relaxations) {
          expect(await isFeasible(changes.reduce(applyChange, input), options)).toBe(true);
        }
      }
    }
    expect(kinds.found).toBeGreaterThan(80);
    expect(kinds.infeasible).toBeGreaterThan(10);
  });
});

import { afterAll, expect, it } from "vitest";
import { recordsNamedBy } from "@/features/pathways/named-records";
import { Planner } from "@/features/planner/planner";
import { sampleProgrammesOn } from "@/features/sample/programmes";
import { sampleRef, sampleUnits } from "@/features/sample/units.fixture";
import { withPrerequisites } from "./prerequisites";

const TODAY = "2026-11-25";
const planner = new Planner();
afterAll(() => planner.close());

it("shows in a plan of the sample what has to come first, step after step", { timeout: 60_000 }, async () => {
  const programmes = sampleProgrammesOn(TODAY).map(({ programme }) => programme);
  const version = programmes.find(({ qualification }) => qualification === sampleRef("data-for-society"));
  if (!version) throw new Error("The sample has it");
  const named = new Set(programmes.flatMap((each) => recordsNamedBy(each).map(({ record }) => record)));
  const units = withPrerequisites([...sampleUnits(TODAY, named).values()], version);
  const question = { version, rules: [], held: [], units, limits: {}, now: TODAY };
  const outcome = await planner.plan(question, { timeLimitMs: 20_000, totalLimitMs: 60_000 });
  const plans = outcome.kind === "plans" ? outcome.plans : [];
  expect(plans.length).toBeGreaterThan(0);
  for (const { steps } of plans) {
    const step = (key: string) => steps.find(({ unit }) => unit === sampleRef(key));
    const [skills, data, project] = ["data-skills", "research-data", "data-society-project"].map(step);
    expect(skills?.unlocks).toContain(sampleRef("research-data"));
    expect(data?.unlocks).toEqual([sampleRef("data-society-project")]);
    const days = [skills, data, project].map((each) => each?.when);
    for (const [index, each] of days.entries()) {
      const after = days[index + 1];
      if (each && after) expect(each.to < after.from).toBe(true);
    }
  }
});

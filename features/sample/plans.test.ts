import { afterAll, describe, expect, it } from "vitest";
import { sampleCredentials } from "@/db/sample/catalogue";
import { auditAchievements } from "@/features/audit/audit";
import { recordsNamedBy } from "@/features/pathways/named-records";
import type { Certainty } from "@/features/pathways/programme";
import { Planner } from "@/features/planner/planner";
import type { Plan } from "@/features/planning/plan";
import type { Day } from "@/lib/dates";
import { sampleProgrammesOn } from "./programmes";
import { sampleAchievement, sampleRef, sampleUnits } from "./units.fixture";

const TODAY = "2026-11-25";

/** Qualifications that no course leads to: they can be held, not taken. */
const untaught = new Set(
  sampleCredentials.flatMap(({ key, courses }) => (courses.length === 0 ? sampleRef(key) : [])),
);

function sampleOn(today: Day) {
  const programmes = sampleProgrammesOn(today).map(({ programme }) => programme);
  const named = new Set(programmes.flatMap((each) => recordsNamedBy(each).map(({ record }) => record)));
  const units = sampleUnits(today, named);
  const latest = (key: string) => {
    const found = programmes.filter(({ qualification }) => qualification === sampleRef(key)).at(-1);
    if (!found) throw new Error(`The sample has no programme of "${key}"`);
    return found;
  };
  const holding = (held: readonly string[]) => held.map((each) => sampleAchievement(units, each));
  const taught = [...units.values()].filter(({ unit }) => !untaught.has(unit));
  return { taught, latest, holding, units };
}

const sample = sampleOn(TODAY);
const planner = new Planner();
afterAll(() => planner.close());

const answer = (
  target: string,
  held: readonly string[],
  certainty: Certainty,
  { taught, latest, holding } = sample,
  now = TODAY,
) =>
  planner.plan(
    {
      version: latest(target),
      rules: [],
      held: holding(held),
      units: taught,
      limits: { certainty },
      now,
    },
    { timeLimitMs: 20_000 },
  );

const audit = (target: string, held: readonly string[], { latest, holding } = sample, now = TODAY) =>
  auditAchievements(latest(target), holding(held), [], now);

const stepsOf = ({ steps }: Plan) => steps.map(({ unit }) => unit).sort();
const refs = (keys: string) => keys.split(" ").map(sampleRef).sort();

/** What each qualification is in the sample for. Least sure ground of the surest plan, or the conflict that leaves none. */
const MADE_FOR: { target: string; surest: Certainty | string[]; ifPossible?: Certainty }[] = [
  { target: "data-public-services", surest: "designed" },
  { target: "data-for-society", surest: "designed" },
  { target: "process-specialist", surest: "designed" },
  { target: "heat-pump-specialist", surest: "designed" },
  { target: "digital-care-worker", surest: "designed" },
  { target: "business-it-part", surest: "designed" },
  { target: "northern-municipality", surest: "designed" },
  { target: "advanced-nursing", surest: "designed" },
  { target: "specialised-nursing", surest: "designed" },
  { target: "digital-public-design", surest: "designed" },
  { target: "sustainable-destinations", surest: "designed" },
  // Rests on someone's yes.
  { target: "multilingual-learning", surest: ["limit:certainty", "node:early"], ifPossible: "possible" },
  // The agreement that was the only way has ended.
  { target: "supply-chain-customs", surest: ["limit:certainty", "node:customs"], ifPossible: "possible" },
];

describe("the planner on the sample", () => {
  it.each(MADE_FOR)("$target", { timeout: 60_000 }, async ({ target, surest, ifPossible }) => {
    const outcome = await answer(target, [], "precedent");
    if (Array.isArray(surest)) {
      expect(outcome).toMatchObject({ kind: "none", conflict: { constraints: surest, isMinimal: true } });
      expect(outcome.kind === "none" && outcome.relaxations.length).toBeGreaterThan(0);
    } else {
      const plans = outcome.kind === "plans" ? outcome.plans : [];
      expect(plans.map(({ quality }) => quality.state)).toEqual(plans.map(() => "optimal"));
      expect(plans.find(({ wins }) => wins.includes("most-certain"))?.certainty).toBe(surest);
    }
    if (!ifPossible) return;
    const more = await answer(target, [], "possible");
    expect(more.kind === "plans" && more.plans.every(({ certainty }) => certainty === ifPossible)).toBe(true);
  });

  it("says why the offshore certificate cannot be reached, and which small change of either rule would do", async () => {
    const outcome = await answer("offshore-hydrogen", [], "possible");
    expect(outcome).toMatchObject({
      kind: "none",
      conflict: { constraints: ["level:7", "recognised-maximum"], isMinimal: true },
      relaxations: [
        [{ kind: "amount", constraint: "level:7", from: 2000, to: 1300 }],
        [{ kind: "amount", constraint: "recognised-maximum", from: 800, to: 1050 }],
      ],
    });
  });

  it("finds the three bodies of the joint award within the most that each may give", async () => {
    const outcome = await answer("northern-municipality", [], "precedent");
    const [plan] = outcome.kind === "plans" ? outcome.plans : [];
    const taught = (body: string) =>
      (plan ? stepsOf(plan) : []).flatMap((unit) =>
        sample.units.get(unit)?.providers.includes(sampleRef(body))
          ? (sample.units.get(unit)?.credits ?? 0)
          : [],
      );
    for (const body of ["nordhav", "silverdal", "kuukkeli"]) {
      const sum = taught(body).reduce((total, each) => total + each, 0);
      expect(sum).toBeGreaterThan(0);
      expect(sum).toBeLessThanOrEqual(1500);
    }
  });

  it("climbs from one qualification to the next", async () => {
    const outcome = await answer("advanced-nursing", ["specialised-nursing~2025-06"], "precedent");
    const plans = outcome.kind === "plans" ? outcome.plans : [];
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(stepsOf(plan)).toContain(sampleRef("emergency-nurse"));
      expect(plan.held.map(({ achievement }) => achievement)).toEqual(["specialised-nursing"]);
    }
    const towards = await audit("data-for-society", ["data-public-services~2026-01"]);
    expect(towards?.counts).toMatchObject([{ leaf: "methods", credits: 1500, certainty: "designed" }]);
  });

  it("counts one course for two parts that may share it, and once in the total", async () => {
    const found = await audit("digital-public-design", ["public-buyer~2026-05"]);
    expect(found?.counts.map(({ leaf }) => leaf).sort()).toEqual(["law", "practice"]);
    expect(found?.countedCredits).toBe(600);
  });

  it("refuses what an agreement that is over, a missing test and an unproven quality would have let in", async () => {
    const reasonOf = async (target: string, held: string) => {
      const found = await audit(target, [held]);
      return found?.wasted.flatMap(({ reasons }) =>
        reasons.flatMap((reason) =>
          reason.code === "refused" ? `${reason.params.rule} ${reason.params.because}` : [],
        ),
      );
    };
    expect(await reasonOf("heat-pump-specialist", "heat-pumps-neckarblick~2025-01")).toEqual([
      "chamber-agreement rule-not-in-force",
    ]);
    expect(await reasonOf("digital-care-worker", "ai-teachers~2026-03")).toEqual([
      "ai-elsewhere assessment-not-shown",
    ]);
    expect(await reasonOf("business-it-part", "python-jobs~2026-03")).toEqual([
      "job-changers quality-not-shown",
    ]);
    expect(await reasonOf("multilingual-learning", "sign-language~2026-03")).toEqual([
      "null grade-not-shown",
    ]);
    expect(await reasonOf("process-specialist", "plc-koskenvarsi~2026-03")).toEqual([
      "evening-plc identity-not-shown",
    ]);
    expect(await reasonOf("sustainable-destinations", "responsible-tourism~2024-06")).toEqual([
      "null too-old",
    ]);
    expect(await reasonOf("sustainable-destinations", "responsible-tourism")).toEqual([
      "null date-not-stated",
    ]);
  });

  it("counts only what an agreement grants, and what stands for another unit", async () => {
    const data = await audit("business-it-part", ["data-skills~2026-01"]);
    expect(data?.counts).toMatchObject([{ leaf: "data", credits: 500, certainty: "agreement" }]);
    expect(data?.wasted).toMatchObject([{ credits: 800, reasons: [{ code: "rule-awards-less" }] }]);
    const gases = await audit("heat-pump-specialist", ["f-gas-pietrachiara~2025-01"]);
    expect(gases?.counts).toMatchObject([{ leaf: "refrigerants", certainty: "agreement" }]);
  });
});

/** Three micro-credentials of three countries, one certificate in reach: the case of the front page. */
const CASE = {
  target: "data-public-services",
  held: ["data-skills~2026-01", "data-policy~2026-05", "european-affairs~2026-09"],
};

describe("the case of the front page", () => {
  it("holds 24 of 30 credits, one by design, one by an agreement that ends, one by precedent", async () => {
    const found = await audit(CASE.target, CASE.held);
    expect(found?.countedCredits).toBe(2400);
    expect(found?.wasted).toEqual([]);
    expect(found?.counts.map(({ achievement, leaf, certainty }) => [achievement, leaf, certainty])).toEqual([
      ["data-policy", "decisions", "agreement"],
      ["data-skills", "foundation", "designed"],
      ["european-affairs", "setting", "precedent"],
    ]);
    expect(found?.expires[0]).toEqual({
      achievement: "data-policy",
      leaf: "decisions",
      on: "2027-05-31",
      because: "rule",
    });
  });

  it.each(["2026-11-25", "2027-02-10", "2027-08-02"])(
    "has on %s a way on for nothing, one with fewer hours, a faster one and a surer one",
    async (today) => {
      const then = sampleOn(today);
      const outcome = await answer(CASE.target, CASE.held, "precedent", then, today);
      const plans = outcome.kind === "plans" ? outcome.plans : [];
      const winning = (id: string) => {
        const plan = plans.find(({ wins }) => wins.includes(id));
        if (!plan) throw new Error(`No plan wins "${id}"`);
        return plan;
      };
      const [cheapest, least, fastest, surest] = [
        "cheapest",
        "least-study-time",
        "fastest",
        "most-certain",
      ].map(winning);
      if (!cheapest || !least || !fastest || !surest) throw new Error("A plan is missing");
      expect(new Set([cheapest, least, fastest, surest]).size).toBe(4);
      expect(cheapest).toMatchObject({ priceCents: 0, hours: 200 });
      expect(stepsOf(cheapest)).toEqual(refs("cloud-architecture"));
      expect(least).toMatchObject({ priceCents: 7500, hours: 189 });
      expect(stepsOf(least)).toEqual(refs("accessibility-specialist"));
      expect(stepsOf(fastest)).toEqual(refs("machine-learning digital-health-montesol"));
      expect((fastest.finishOn ?? "9999") < (cheapest.finishOn ?? "")).toBe(true);
      expect(surest.certainty).toBe("designed");
    },
  );
});

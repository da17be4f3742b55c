import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { RecognitionRule } from "@/features/pathways/programme";
import type { Offering } from "@/features/pathways/unit";
import { CHEAPEST, FASTEST, LEAST_STUDY_TIME, type Objective } from "@/features/planning/objectives";
import type { PlanInput } from "@/features/planning/plan-input";
import { pool, programme, source, TODAY, unit } from "@/features/planning/programme.fixture";
import { type Random, randomFrom, randomInstance } from "@/features/planning/random-instance.fixture";
import { type SolveOutcome, Solver } from "@/features/solver/solver";
import { addDays, type Day } from "@/lib/dates";
import { fieldOf } from "./candidates";
import { clockOf } from "./clock";
import { affordable } from "./cost-bound";
import { fastest } from "./fastest";
import { type Search, type SearchResult, search } from "./find-plan";

const solver = new Solver();
const options = { solver, timeLimitMs: 10_000, relativeGap: 0 };
afterAll(() => solver.close());

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 60 };

const optimum = (result: SearchResult): number | string =>
  result.kind === "found" ? (result.first.objective ?? Number.NaN) : result.kind;

async function ask(input: PlanInput, question: Search, more: object = {}): Promise<number | string> {
  return optimum(await search(input, await fieldOf(input), question, { ...options, ...more }));
}

function randomRuns(random: Random): Offering[] {
  return Array.from({ length: random.int(0, 2) }, () => {
    const start = random.chance(0.4) ? null : addDays(TODAY, random.int(0, 200));
    return {
      ...run(TODAY, TODAY),
      start,
      end: start !== null && random.chance(0.7) ? addDays(start, random.int(5, 80)) : null,
      deadline: start,
      weeks: random.chance(0.2) ? null : random.int(2, 14),
    };
  });
}

const run = (start: Day, end: Day): Offering => ({
  start,
  end,
  deadline: null,
  weeks: null,
  modes: ["online"],
  languages: ["en"],
  country: null,
  region: null,
});

/** A random question of which the units have runs, and some rules end soon. */
function timedInstance(seed: number): PlanInput {
  const random = randomFrom(seed);
  const input = randomInstance(seed, { held: 2, units: 24, leaves: 3 });
  const rules = input.version.rules.map((rule) =>
    random.chance(0.5) ? { ...rule, validTo: addDays(TODAY, random.int(20, 150)) } : rule,
  );
  return {
    ...input,
    version: { ...input.version, rules },
    units: input.units.map((each) => ({ ...each, offerings: randomRuns(random) })),
    limits: {
      ...input.limits,
      finishBy: addDays(TODAY, random.int(60, 300)),
      ...(random.chance(0.4) ? { hoursPerWeek: random.int(4, 20) } : {}),
    },
  };
}

describe("what pruning leaves", () => {
  it("has an optimum in time that is the same", { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const input = timedInstance(seed);
        const question = { objective: CHEAPEST, clock: clockOf(input) };
        expect(await ask(input, question)).toBe(await ask(input, question, { prunes: false }));
      }),
      runs,
    ),
  );

  it("ends as soon, with as few hours", { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const input = timedInstance(seed);
        const field = await fieldOf(input);
        const question = { objective: FASTEST };
        const [pruned, whole] = [
          await fastest(input, field, question, options),
          await fastest(input, field, question, { ...options, prunes: false }),
        ];
        expect(optimum(pruned)).toBe(optimum(whole));
      }),
      runs,
    ),
  );

  it("has what is dear but can be taken beside the others, or ends in time", async () => {
    const early = run("2027-03-02", "2027-03-20");
    // Its end is not stated, but follows from its weeks.
    const late = { ...run("2027-05-03", "2027-05-20"), end: null, weeks: 3 };
    const taking = (offerings: Offering[]) => (priceCents: number) =>
      unit(`u${priceCents}`, { priceCents, hours: 100, offerings });
    const base = { rules: [], held: [], now: TODAY };
    const question = (input: PlanInput) => ask(input, { objective: CHEAPEST, clock: clockOf(input) });
    const field = { fields: ["06"] };

    const limits = { finishBy: "2027-08-01", hoursPerWeek: 25 };
    const units = [...[1, 2, 3].map(taking([early])), taking([late])(50)];
    expect(await question({ ...base, version: programme(pool("p", 1_000, field)), units, limits })).toBe(51);

    const rule: RecognitionRule = {
      id: "r",
      from: field,
      to: { node: "p" },
      credits: "same",
      conditions: {},
      certainty: "agreement",
      decisionBody: "board",
      evidenceRequired: [],
      validFrom: "2026-01-01",
      validTo: "2027-04-30",
      source,
    };
    const version = programme(pool("p", 500, ["none"]), { rules: [rule] });
    const others = [...[1, 2].map(taking([late])), taking([late, early])(50), taking([early])(60)];
    expect(await question({ ...base, version, units: others, limits: { finishBy: "2027-08-01" } })).toBe(50);
  });

  const count = 1_200;
  const many: PlanInput = {
    version: programme(pool("p", 100 * count, { fields: ["06"] })),
    rules: [],
    held: [],
    units: Array.from({ length: 1_500 }, (_, index) =>
      unit(`u${index}`, { credits: 100, priceCents: index + 1, hours: 25 }),
    ),
    limits: {},
    now: TODAY,
  };

  it("is enough where the best few of a group are not", { timeout: 30_000 }, async () => {
    expect(await ask(many, { objective: CHEAPEST })).toBe((count * (count + 1)) / 2);
    expect(await ask(many, { objective: null })).toBe(25 * count);
  });

  it("is not lost with the time for all of it, once a plan of the best few is found", async () => {
    class Hurried extends Solver {
      asked = 0;
      override solve(...[job, signal]: Parameters<Solver["solve"]>): Promise<SolveOutcome> {
        this.asked += 1;
        return super.solve(this.asked === 2 ? { ...job, timeLimitMs: 0 } : job, signal);
      }
    }
    const hurried = new Hurried();
    const whole = unit("whole", { credits: 100 * count, priceCents: 9_000_000 });
    const input = { ...many, units: [...many.units, whole] };
    const question = { objective: CHEAPEST };
    const found = await search(input, await fieldOf(input), question, { ...options, solver: hurried });
    await hurried.close();
    expect(found).toMatchObject({ kind: "found", isProven: false, first: { objective: 9_000_000 } });
  });
});

describe("affordable", () => {
  const afterFound = async (input: PlanInput, objective: Objective) => {
    const field = await fieldOf(input);
    const [cost] = field.ranking.by(objective.costs).costs;
    const found = await ask(input, { objective }, { prunes: false });
    if (typeof found !== "number" || !cost) return null;
    const kept = affordable(field.items, field.version, cost, found);
    const names = new Set(kept.flatMap((item) => item.unit?.unit ?? []));
    return { found, units: input.units.filter((each) => names.has(each.unit)) };
  };

  it("leaves a plan that costs as little", { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const input = randomInstance(seed, { held: 2, units: 30, leaves: 4 });
        for (const objective of [CHEAPEST, LEAST_STUDY_TIME]) {
          const left = await afterFound(input, objective);
          if (left) expect(await ask({ ...input, units: left.units }, { objective })).toBe(left.found);
        }
      }),
      runs,
    ),
  );

  it("leaves out what alone costs more, and what costs more than its credits are worth", async () => {
    const units = [
      unit("a", { credits: 500, hours: 100, priceCents: 100 }),
      unit("b", { credits: 500, hours: 100, priceCents: 200 }),
      unit("slow", { credits: 500, hours: 110, priceCents: 150 }),
      unit("long", { credits: 250, hours: 51, priceCents: 250 }),
      unit("dear", { credits: 500, hours: 100, priceCents: 301 }),
    ];
    const asking = (minCredits: number, totalCredits: number): PlanInput => ({
      version: programme(pool("p", minCredits, { fields: ["06"] }), { totalCredits }),
      rules: [],
      held: [],
      units,
      limits: {},
      now: TODAY,
    });
    const left = async (input: PlanInput, objective: Objective) =>
      (await afterFound(input, objective))?.units.map((each) => each.unit);
    expect(await left(asking(0, 1_000), LEAST_STUDY_TIME)).toEqual(["a", "b", "dear"]);
    expect(await left(asking(0, 1_000), CHEAPEST)).toEqual(["a", "slow"]);
    expect(await left(asking(1_000, 0), CHEAPEST)).toEqual(["a", "b", "slow", "long"]);
  });
});

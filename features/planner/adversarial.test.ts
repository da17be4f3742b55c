import { afterAll, describe, expect, it } from "vitest";
import { auditAchievements } from "@/features/audit/audit";
import type { RecognitionRule } from "@/features/pathways/programme";
import type { Achievement, Unit } from "@/features/pathways/unit";
import type { PlanInput } from "@/features/planning/plan-input";
import {
  all,
  atLeast,
  held,
  item,
  pool,
  programme,
  source,
  TODAY,
  unit,
} from "@/features/planning/programme.fixture";
import { Planner } from "./planner";

const planner = new Planner();
afterAll(() => planner.close());

const ask = (
  version: PlanInput["version"],
  units: Unit[],
  more: Partial<Pick<PlanInput, "held" | "limits" | "rules">> = {},
) =>
  planner.plan(
    { version, rules: [], held: [], limits: {}, units, now: TODAY, ...more },
    { timeLimitMs: 10_000 },
  );

const cheapest = async (...question: Parameters<typeof ask>) => {
  const outcome = await ask(...question);
  const plan =
    outcome.kind === "plans" ? outcome.plans.find(({ wins }) => wins.includes("cheapest")) : undefined;
  return plan ? plan.priceCents : outcome.kind;
};

const rule = (more: Partial<RecognitionRule>): RecognitionRule => ({
  id: "rule",
  from: { providers: ["college"] },
  to: { node: "pool" },
  credits: "same",
  conditions: {},
  certainty: "agreement",
  decisionBody: "board",
  evidenceRequired: [],
  validFrom: "2026-01-01",
  validTo: null,
  source,
  ...more,
});

describe("adversarial questions", () => {
  it.each([20, 30, 40])("splits %i shared units evenly over two pools (PARTITION)", async (n) => {
    const ids = Array.from({ length: n }, (_, index) => `u${index}`);
    const units = ids.map((id, index) => unit(id, { credits: 100 * ((index * 7) % 13) + 300 }));
    const sum = units.reduce((total, { credits }) => total + (credits ?? 0), 0);
    const half = Math.floor(sum / 200) * 100;
    const outcome = await cheapest(
      programme(all("root", pool("a", half, ids), pool("b", sum - half, ids))),
      units,
    );
    expect(outcome).toBe(n * 10_000);
  });

  it("answers 30 choices between two that share one alternative", async () => {
    const pairs = Array.from({ length: 30 }, (_, index) =>
      atLeast(`or${index}`, 1, item(`own${index}`, `u${index}`), item(`shared${index}`, "joker")),
    );
    const units = [...pairs.map((_, index) => unit(`u${index}`)), unit("joker", { priceCents: 1 })];
    expect(await cheapest(programme(all("root", ...pairs)), units)).toBe(29 * 10_000 + 1);
  });

  it("is not greedy: the cheapest items cannot reach the credits", async () => {
    const ids = ["a", "b", "c", "d"];
    const units = [
      unit("a", { credits: 100, priceCents: 1_000 }),
      unit("b", { credits: 100, priceCents: 1_000 }),
      unit("c", { credits: 900, priceCents: 5_000 }),
      unit("d", { credits: 800, priceCents: 4_500 }),
    ];
    expect(await cheapest(programme(pool("p", 1_000, ids, { minItems: 2 })), units)).toBe(6_000);
  });

  it("names a level minimum that the maximum of recognised credits makes unreachable", async () => {
    const version = programme(pool("pool", 1_000, ["own", "other"]), {
      totalCredits: 1_000,
      policy: { levelMinima: [{ eqf: 7, credits: 500 }], residency: { maxRecognisedPercent: 30 } },
    });
    const units = [unit("own", { credits: 1_000 }), unit("other", { eqf: 7, providers: ["college"] })];
    const outcome = await ask(version, units);
    expect(outcome).toMatchObject({
      kind: "none",
      conflict: { constraints: expect.arrayContaining(["level:7", "recognised-share"]), isMinimal: true },
      relaxations: expect.arrayContaining([
        [{ kind: "lift", constraint: "recognised-share" }],
        [{ kind: "amount", constraint: "level:7", from: 500, to: 0 }],
      ]),
    });
  });

  it("does not reach a unit through one that is excluded beside what counts", async () => {
    const version = programme(all("root", item("a", "a"), item("b", "b")), {
      policy: { exclusions: [{ units: ["a", "door"], maxCount: 1 }] },
    });
    const units = [unit("a"), unit("b", { prerequisite: { kind: "unit", unit: "door" } }), unit("door")];
    const outcome = await ask(version, units);
    expect(outcome.kind === "none" && outcome.conflict?.constraints.toSorted()).toEqual([
      "exclusion:0",
      "node:a",
      "node:b",
      "prerequisites",
    ]);
  });

  it("reads a rule on the day of the application, not of the achievement", async () => {
    const version = programme(pool("pool", 500, ["none"]), { rules: [rule({ validTo: "2027-02-28" })] });
    const achievement = held("x", { providers: ["college"], awardedOn: "2027-01-01" });
    const before = await auditAchievements(version, [achievement], [], "2027-02-28");
    const after = await auditAchievements(version, [achievement], [], "2027-03-01");
    expect([before?.countedCredits, after?.countedCredits]).toEqual([500, 0]);
    expect(after?.wasted[0]?.reasons).toEqual([
      { code: "refused", params: { leaf: "pool", because: "rule-not-in-force", rule: "rule" } },
    ]);
  });

  it.each([
    [500, 20_000 - 10_000],
    [499, 20_000],
  ])("keeps a sharing cap of %i exactly", async (credits, price) => {
    const version = programme(all("root", pool("a", 500, ["x", "y"]), pool("b", 500, ["x", "z"])), {
      policy: { sharing: [{ between: ["a", "b"], mode: "upTo", credits }] },
    });
    expect(await cheapest(version, [unit("x"), unit("y"), unit("z")])).toBe(price);
  });

  it("adds fractions of credits exactly, and counts a unit of none", async () => {
    const ids = ["a", "b", "c", "zero"];
    const units = [
      ...["a", "b", "c"].map((id) => unit(id, { credits: 333 })),
      unit("zero", { credits: 0, priceCents: 1 }),
    ];
    expect(await cheapest(programme(pool("p", 999, ids, { minItems: 4 })), units)).toBe(30_001);
    expect(await cheapest(programme(pool("p", 1_000, ids)), units)).toBe("none");
  });

  it("counts a duplicate or a retake once", async () => {
    const version = programme(pool("p", 1_000, ["a"]));
    const twice = [held("first", { unit: "a" }), held("retake", { unit: "a", awardedOn: "2026-09-01" })];
    const audit = await auditAchievements(version, twice, [], TODAY);
    expect(audit?.countedCredits).toBe(500);
    expect(audit?.wasted.map(({ reasons }) => reasons[0]?.code)).toEqual(["same-as-counted"]);
  });

  it("does not let two units unlock one another", async () => {
    const asks = (other: string): Partial<Unit> => ({ prerequisite: { kind: "unit", unit: other } });
    const version = programme(all("root", item("a", "a"), item("b", "b")));
    expect(await cheapest(version, [unit("a", asks("b")), unit("b", asks("a"))])).toBe("none");
    const eitherWay: Partial<Unit> = {
      prerequisite: {
        kind: "atLeast",
        k: 1,
        of: [
          { kind: "unit", unit: "b" },
          { kind: "unit", unit: "key" },
        ],
      },
    };
    expect(await cheapest(version, [unit("a", eitherWay), unit("b", asks("a")), unit("key")])).toBe(30_000);
  });

  it("never takes an unknown price for nothing", async () => {
    const version = programme(pool("p", 500, ["known", "unknown"]));
    const units = [unit("known", { hours: 500 }), unit("unknown", { priceCents: null })];
    const outcome = await ask(version, units);
    const plans = outcome.kind === "plans" ? outcome.plans : [];
    expect(plans.map(({ wins, priceCents, unpriced }) => [wins[0], priceCents, unpriced])).toEqual([
      ["cheapest", 10_000, []],
      ["least-study-time", null, ["unknown"]],
    ]);
  });

  it("offers the fewest months and credits that would do", async () => {
    const recency = { maxAgeMonths: 12, countFrom: "application" as const, overrides: [] };
    const version = programme(pool("p", 1_000, ["old", "new"]), { policy: { recency } });
    const old: Achievement = held("old", { awardedOn: "2025-09-01" });
    const outcome = await ask(version, [unit("new")], { held: [old] });
    expect(outcome).toMatchObject({
      kind: "none",
      relaxations: expect.arrayContaining([
        [{ kind: "amount", constraint: "recency", from: 12, to: 18 }],
        [{ kind: "amount", constraint: "node:p", from: 1_000, to: 500 }],
      ]),
    });
  });

  it("lays dated runs out in time: within the hours of a week, and what is asked for first", async () => {
    const run = (start: string, end: string) => ({
      start,
      end,
      deadline: null,
      weeks: null,
      modes: ["online"],
      languages: ["en"],
      country: "FI",
      region: null,
    });
    const units = [
      unit("a", { hours: 40, offerings: [run("2027-03-05", "2027-03-20")] }),
      unit("b", {
        hours: 40,
        prerequisite: { kind: "unit", unit: "a" },
        offerings: [run("2027-03-10", "2027-03-25"), run("2027-04-05", "2027-04-20")],
      }),
    ];
    const version = programme(all("root", item("a", "a"), item("b", "b")));
    const outcome = await ask(version, units, { limits: { hoursPerWeek: 10, languages: ["en"] } });
    expect(outcome).toMatchObject({ kind: "plans", plans: [{ finishOn: "2027-04-20" }] });
    const tooSoon = await ask(version, units, { limits: { hoursPerWeek: 10, finishBy: "2027-04-10" } });
    expect(tooSoon).toMatchObject({
      kind: "none",
      conflict: { constraints: expect.arrayContaining(["limit:finish"]) },
    });
  });

  it("prefers sure ground, then fewer credits on the least sure", async () => {
    const version = programme(all("root", item("core", "core"), pool("pool", 500, ["listed"])), {
      rules: [rule({ certainty: "precedent" })],
    });
    const units = [
      unit("core"),
      unit("listed", { priceCents: 90_000, hours: 500 }),
      unit("cheap", { providers: ["college"], priceCents: 100 }),
    ];
    const outcome = await ask(version, units);
    const plans = outcome.kind === "plans" ? outcome.plans : [];
    expect(plans.map(({ wins, certainty }) => [wins, certainty])).toEqual([
      [["cheapest", "least-study-time"], "precedent"],
      [["most-certain"], "designed"],
    ]);
  });
});

import { afterAll, describe, expect, it } from "vitest";
import { all, pool, programme, TODAY, unit } from "@/features/planning/programme.fixture";
import { Planner } from "./planner";

const planner = new Planner(1);
afterAll(() => planner.close());

const easy = {
  version: programme(pool("p", 500, ["a"])),
  rules: [],
  held: [],
  units: [unit("a")],
  limits: {},
  now: TODAY,
};

/** Many subset sums at once: far beyond any time limit of a test. */
function hard() {
  const ids = Array.from({ length: 60 }, (_, index) => `u${index}`);
  const units = ids.map((id, index) =>
    unit(id, { credits: 1_000 + ((index * 7_919) % 997), priceCents: 1_000 + ((index * 613) % 411) }),
  );
  const pools = Array.from({ length: 6 }, (_, index) =>
    pool(`p${index}`, 9_001 + index, ids, { maxCredits: 9_003 + index }),
  );
  return { ...easy, version: programme(all("root", ...pools)), units };
}

describe("Planner", () => {
  it("turns away who comes when the queue is full, and answers the others in turn", async () => {
    const [first, second, third] = await Promise.all([
      planner.plan(easy),
      planner.plan(easy),
      planner.plan(easy),
    ]);
    expect([first.kind, second.kind]).toEqual(["plans", "plans"]);
    expect(third).toEqual({ kind: "queue-full", retryAfterSeconds: expect.any(Number) });
    expect((await planner.plan(easy)).kind).toBe("plans");
  });

  it("ends the work when cancelled, and works on", async () => {
    const controller = new AbortController();
    const started = performance.now();
    const answer = planner.plan(hard(), { signal: controller.signal, timeLimitMs: 60_000 });
    const waiting = planner.plan(easy, { signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    expect([await answer, await waiting]).toEqual([{ kind: "cancelled" }, { kind: "cancelled" }]);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect((await planner.plan(easy)).kind).toBe("plans");
  });

  it("adds a way between the winners where there is one, named by what it balances", async () => {
    const units = [
      unit("slow", { priceCents: 0, hours: 300 }),
      unit("middle", { priceCents: 40_000, hours: 120 }),
      unit("dear", { priceCents: 100_000, hours: 50 }),
    ];
    const version = programme(pool("p", 500, ["slow", "middle", "dear"]));
    const answer = await planner.plan({ ...easy, version, units });
    if (answer.kind !== "plans") throw new Error(answer.kind);
    const found = answer.plans.map(({ wins, steps }) => [steps.map((step) => step.unit).join(), wins]);
    expect(found).toContainEqual(["middle", ["price-and-hours"]]);
    expect(found).toContainEqual(["slow", ["cheapest"]]);
    const without = await planner.plan({
      ...easy,
      version,
      units: units.filter((each) => each.unit !== "middle"),
    });
    expect(without.kind === "plans" && without.plans.flatMap(({ wins }) => wins)).not.toContain(
      "price-and-hours",
    );
  });

  it("keeps to the time for all its questions together", async () => {
    expect((await planner.plan(easy, { totalLimitMs: 0 })).kind).toBe("out-of-time");
    expect((await planner.plan(easy)).kind).toBe("plans");
  });

  it("says so when the time was too short", async () => {
    const outcome = await planner.plan(hard(), { timeLimitMs: 50 });
    expect(outcome.kind === "plans" ? outcome.plans[0]?.quality.state : outcome.kind).toMatch(
      /best-found|out-of-time/,
    );
  });
});

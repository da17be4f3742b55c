import { afterAll, describe, expect, it } from "vitest";
import { Planner } from "./planner";
import { all, pool, programme, TODAY, unit } from "./programme.fixture";

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

  it("says so when the time was too short", async () => {
    const outcome = await planner.plan(hard(), { timeLimitMs: 50 });
    expect(outcome.kind === "plans" ? outcome.plans[0]?.quality.state : outcome.kind).toMatch(
      /best-found|out-of-time/,
    );
  });
});

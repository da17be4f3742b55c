import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CircuitBreaker, FAILURES, type Permit, REST } from "./circuit-breaker";

const failing = (breaker: CircuitBreaker, times: number, now = 0) => {
  for (let i = 0; i < times; i++) breaker.failed(breaker.permit(now), now);
};

describe("a circuit breaker", () => {
  it("opens at the third failure in a row", () => {
    const breaker = new CircuitBreaker();
    failing(breaker, FAILURES - 1);
    breaker.answered(breaker.permit(0));
    failing(breaker, FAILURES - 1);
    expect(breaker.permit(0).kind).toBe("ask");
    expect(breaker.failed(breaker.permit(0), 0)).toBe(true);
    expect(breaker.permit(0)).toEqual({ kind: "rest" });
  });

  it("gives one try at the end of each rest, and closes where it is answered", () => {
    const breaker = new CircuitBreaker();
    failing(breaker, FAILURES, 100);
    expect(breaker.permit(100 + REST - 1).kind).toBe("rest");
    const first = breaker.permit(100 + REST);
    expect(first.kind).toBe("try");
    expect(breaker.permit(100 + REST).kind).toBe("rest");
    expect(breaker.failed(first, 100 + REST + 50)).toBe(false);
    const second = breaker.permit(100 + 2 * REST);
    expect(breaker.answered(second)).toBe(true);
    expect(breaker.permit(100 + 2 * REST).kind).toBe("ask");
  });

  it("hears nothing from what was asked before it opened", () => {
    const breaker = new CircuitBreaker();
    const slow = breaker.permit(0);
    failing(breaker, FAILURES);
    expect(breaker.answered(slow)).toBe(false);
    expect(breaker.isOpen).toBe(true);
  });

  it("tries again where a try never ended", () => {
    const breaker = new CircuitBreaker();
    failing(breaker, FAILURES);
    breaker.permit(REST);
    expect(breaker.permit(2 * REST).kind).toBe("try");
  });

  it("keeps its promises whatever happens when", () => {
    const step = fc.record({
      wait: fc.nat(REST),
      /** Asks anew, or ends the oldest or newest question that is still open. */
      what: fc.constantFrom("ask", "ask", "oldest fails", "newest fails", "oldest answers", "newest answers"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const breaker = new CircuitBreaker();
        const open: { permit: Permit; epoch: number }[] = [];
        // The model: failures in a row among what was asked since the last change of state.
        let [now, epoch, inARow, lastTry] = [0, 0, 0, Number.NEGATIVE_INFINITY];
        let isLeftAlone = false;
        for (const { wait, what } of steps) {
          now += wait;
          if (what === "ask") {
            const permit = breaker.permit(now);
            expect(permit.kind === "ask").toBe(!isLeftAlone);
            if (isLeftAlone) expect(permit.kind).toBe(now - lastTry >= REST ? "try" : "rest");
            if (permit.kind === "try") lastTry = now;
            if (permit.kind !== "rest") open.push({ permit, epoch });
            continue;
          }
          const ended = what.startsWith("oldest") ? open.shift() : open.pop();
          if (!ended) continue;
          if (what.endsWith("answers")) breaker.answered(ended.permit);
          else breaker.failed(ended.permit, now);
          if (ended.epoch !== epoch) continue;
          inARow = what.endsWith("answers") ? 0 : inARow + 1;
          const changes = isLeftAlone ? what.endsWith("answers") : inARow >= FAILURES;
          if (!changes) continue;
          if (!isLeftAlone) lastTry = now;
          [isLeftAlone, epoch, inARow] = [!isLeftAlone, epoch + 1, 0];
          expect(breaker.isOpen).toBe(isLeftAlone);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

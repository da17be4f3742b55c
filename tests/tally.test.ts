import { describe, expect, it } from "vitest";
import { outcome, sum, tallyLine, tallyPlaywright, tallyVitest } from "./tally";

describe("tally", () => {
  it("adds up both test programs", () => {
    const vitest = tallyVitest({
      numPassedTests: 10,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        {
          name: "a.test.ts",
          status: "failed",
          assertionResults: [
            { status: "failed", fullName: "adds" },
            { status: "passed", fullName: "takes away" },
          ],
        },
      ],
    });
    const playwright = tallyPlaywright({
      stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 0 },
      suites: [
        {
          specs: [{ file: "b.spec.ts", title: "opens", ok: false }],
          suites: [
            {
              specs: [
                { file: "b.spec.ts", title: "closes", ok: false },
                { file: "b.spec.ts", title: "waits", ok: true },
              ],
            },
          ],
        },
      ],
    });
    const total = sum([outcome(vitest, 1), outcome(playwright, 1)]);
    expect(tallyLine(total)).toBe("16 passed, 3 failed, 3 skipped");
    expect(total.names).toEqual(["a.test.ts: adds", "b.spec.ts: opens", "b.spec.ts: closes"]);
  });

  it("leaves out the skipped where there are none", () => {
    expect(tallyLine({ passed: 3, failed: 0, skipped: 0, names: [] })).toBe("3 passed, 0 failed");
  });

  it("counts a file that could not be loaded as failed", () => {
    const counts = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
    const testResults = [{ name: "a.test.ts", status: "failed", assertionResults: [] }];
    expect(tallyVitest({ ...counts, testResults })).toMatchObject({ failed: 1, names: ["a.test.ts"] });
  });

  it.each([
    ["a program that wrote no report", null, 1],
    ["a program that failed outside every test", { passed: 3, failed: 0, skipped: 0, names: [] }, 1],
    ["a program that a signal ended", { passed: 3, failed: 0, skipped: 0, names: [] }, null],
    ["a program that ran nothing", { passed: 0, failed: 0, skipped: 4, names: [] }, 0],
  ])("counts %s as one failure", (_what, tally, exitCode) => {
    const { failed, names } = outcome(tally, exitCode);
    expect([failed, names.length]).toEqual([1, 1]);
  });
});

import { describe, expect, it } from "vitest";
import { outcome, sum, tallyLine, tallyPlaywright, tallyVitest } from "./tally";

describe("tally", () => {
  it("adds up both test programs", () => {
    const vitest = tallyVitest({
      numPassedTests: 10,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [{ status: "failed", assertionResults: [{}] }],
    });
    const playwright = tallyPlaywright({ stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 0 } });
    expect(tallyLine(sum([outcome(vitest, 1), outcome(playwright, 1)]))).toBe(
      "16 passed, 3 failed, 3 skipped",
    );
  });

  it("leaves out the skipped where there are none", () => {
    expect(tallyLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  });

  it("counts a file that could not be loaded as failed", () => {
    const counts = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
    expect(tallyVitest({ ...counts, testResults: [{ status: "failed", assertionResults: [] }] }).failed).toBe(
      1,
    );
  });

  it.each([
    ["a program that wrote no report", null, 1],
    ["a program that failed outside every test", { passed: 3, failed: 0, skipped: 0 }, 1],
    ["a program that a signal ended", { passed: 3, failed: 0, skipped: 0 }, null],
    ["a program that ran nothing", { passed: 0, failed: 0, skipped: 4 }, 0],
  ])("counts %s as one failure", (_what, tally, exitCode) => {
    expect(outcome(tally, exitCode).failed).toBe(1);
  });
});

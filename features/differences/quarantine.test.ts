import { describe, expect, it } from "vitest";
import { lossToQuarantine } from "./quarantine";

describe("lossToQuarantine", () => {
  it.each([
    ["a fifth of five", [{ kind: "course", held: 5, lacking: 1 }], false],
    ["two of five", [{ kind: "course", held: 5, lacking: 2 }], true],
    ["all of four", [{ kind: "course", held: 4, lacking: 4 }], false],
    ["21 of 100", [{ kind: "course", held: 100, lacking: 21 }], true],
    [
      "three of ten courses, no credential",
      [
        { kind: "course", held: 10, lacking: 3 },
        { kind: "credential", held: 40, lacking: 0 },
      ],
      true,
    ],
    [
      "two of three of each kind",
      [
        { kind: "course", held: 3, lacking: 2 },
        { kind: "credential", held: 3, lacking: 2 },
      ],
      true,
    ],
    ["nothing of nothing", [{ kind: "course", held: 0, lacking: 0 }], false],
  ])("%s: %s", (_name, tallies, isQuarantined) => {
    expect(lossToQuarantine(tallies) !== null).toBe(isQuarantined);
  });

  it("says how much is lacking and what to do", () => {
    expect(lossToQuarantine([{ kind: "course", held: 10, lacking: 3 }])).toMatch(
      /^The feed lacks 3 of the 10 courses .*30 %.*--partial/,
    );
  });
});

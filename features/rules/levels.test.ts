import { describe, expect, it } from "vitest";
import { course, credential, findings } from "./drafts.fixture";

describe("rules of levels", () => {
  const nqf = "http://data.europa.eu/snb/qdr/c_0a1b2c3d";
  it.each([
    ["0", course({ eqf: 0 }), ["refuse eqf: level-range"]],
    ["9", credential({ eqf: 9 }), ["refuse eqf: level-range"]],
    ["a half", course({ eqf: 5.5 }), ["refuse eqf: level-range"]],
    ["a level and its cycle", course({ eqf: 6, cycle: "first" }), []],
    ["a level and another cycle", course({ eqf: 6, cycle: "second" }), ["warn cycle: cycle-mismatch"]],
    ["a national level", course({ nqf }), []],
    ["a national level in words", course({ nqf: "Level 6" }), ["warn nqf: nqf-unknown"]],
    [
      "a level outside every framework",
      credential({ eqf: 6, isOutsideFramework: true }),
      ["warn isOutsideFramework: level-outside-framework"],
    ],
  ])("%s", (_name, draft, expected) => {
    expect(findings(draft)).toEqual(expected);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cycleOfLevel, EQF_LEVELS, eheaCycles, eqfUri, levelOfCycle, parseEqfLevel } from "./eqf";

describe("EQF levels", () => {
  it.each([
    [6, 6],
    ["6", 6],
    [" 6 ", 6],
    ["http://data.europa.eu/snb/eqf/6", 6],
    ["https://data.europa.eu/snb/eqf/6/", 6],
    [0, null],
    [9, null],
    [6.5, null],
    [-1, null],
    [Number.NaN, null],
    ["", null],
    ["06", null],
    ["6.0", null],
    ["EQF 6", null],
    ["Bachelor", null],
    ["http://data.europa.eu/snb/eqf/9", null],
    ["http://data.europa.eu/snb/isced-f/06", null],
  ])("%j is read as %j", (value, level) => {
    expect(parseEqfLevel(value)).toBe(level);
  });

  it("are read back from their addresses", () => {
    for (const level of EQF_LEVELS) expect(parseEqfLevel(eqfUri(level))).toBe(level);
  });

  it("are nothing but 1 to 8 for any input", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.integer({ min: -9, max: 19 })),
        (value) => {
          expect([...EQF_LEVELS, null]).toContain(parseEqfLevel(value));
        },
      ),
    );
  });
});

describe("cycles of higher education", () => {
  it("are levels 5 to 8, and none below", () => {
    expect(EQF_LEVELS.map(cycleOfLevel)).toEqual([
      null,
      null,
      null,
      null,
      "short",
      "first",
      "second",
      "third",
    ]);
  });

  it("give the level back", () => {
    expect(eheaCycles.codes.map(levelOfCycle)).toEqual([5, 6, 7, 8]);
  });
});

import { describe, expect, it } from "vitest";
import { nearMissLabel } from "./near-miss-label";

const LABELS = {
  provider: { fjordvik: { en: "Fjordvik" } },
  skill: {},
  "stacks-into": {},
  occupation: { en: "welder" },
};

describe("nearMissLabel", () => {
  it.each([
    ["start", ["2027-01"], "Without Start: January 2027"],
    ["level", ["5", "6"], "Without Level: EQF 5 or EQF 6"],
    ["provider", ["fjordvik"], "Without Provider: Fjordvik"],
    ["q", ["evening"], "Without “evening”"],
    ["ects-min", ["2.5"], "Without From 2.5 ECTS"],
    ["occupation", ["some-id"], "Without Teaches skills of: welder"],
  ])("%s %j left out: %s", (parameter, values, label) => {
    expect(nearMissLabel("en", { kind: "drop", dropped: [{ parameter, values }] }, LABELS)).toBe(label);
  });

  it("names all that is left out", () => {
    const dropped = [
      { parameter: "start", values: ["2027-01"] },
      { parameter: "q", values: ["evening", "course"] },
    ];
    expect(nearMissLabel("en", { kind: "drop", dropped }, LABELS)).toBe(
      "Without Start: January 2027 and “evening course”",
    );
  });

  it("says which filter is meant by words that were left out", () => {
    const change = { kind: "add" as const, parameter: "price", values: ["free"] };
    expect(nearMissLabel("en", change, LABELS)).toBe("Only Price: Free");
    expect(nearMissLabel("fi", change, LABELS)).toBe("Vain Hinta: Maksuton");
  });

  it("says what a filter is widened to", () => {
    const change = { kind: "change" as const, parameter: "level", from: ["6"], to: ["5", "6", "7"] };
    expect(nearMissLabel("en", change, LABELS)).toBe("Level: EQF 5, EQF 6 or EQF 7");
    expect(nearMissLabel("fi", change, LABELS)).toBe("Taso: EQF 5, EQF 6 tai EQF 7");
  });

  it("names what it does not know", () => {
    expect(
      nearMissLabel("en", { kind: "drop", dropped: [{ parameter: "colour", values: ["red"] }] }, LABELS),
    ).toBe("Without colour: red");
  });
});

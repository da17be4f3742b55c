import { describe, expect, it } from "vitest";
import { hoursPerCredit } from "./ects";

describe("hours in a credit", () => {
  it.each([
    [25, 25, "usual"],
    [30, 30, "usual"],
    [10, 25, "usual"],
    [24, 24, "unusual"],
    [31, 60, "unusual"],
    [45, 45, "unusual"],
    [14, 14, "outlier"],
    [46, 60, "outlier"],
  ] as const)("%i to %i are %s", (hoursMin, hoursMax, kind) => {
    expect(hoursPerCredit({ hoursMin, hoursMax }, 100).kind).toBe(kind);
  });

  it("counts credits in hundredths", () => {
    expect(hoursPerCredit({ hoursMin: 50, hoursMax: 75 }, 250)).toEqual({ min: 20, max: 30, kind: "usual" });
  });
});

import { describe, expect, it } from "vitest";
import { stoneLabel } from "./stone-label";

describe("stoneLabel", () => {
  it("takes the longest label that fits on the stone", () => {
    const label = (ects: number | null) => stoneLabel(ects, "Thesis and electives, 30 ECTS", "30 ECTS");
    expect(label(3000)).toBe("Thesis and electives, 30 ECTS");
    expect(label(500)).toBe("30 ECTS");
    expect(label(50)).toBeUndefined();
    expect(label(null)).toBeUndefined();
    expect(stoneLabel(3000, null)).toBeUndefined();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pileStones, stoneWidth } from "./stone-shape";

const size = { width: 260, stoneHeight: 34 };

describe("stoneWidth", () => {
  it("grows with the credits up to half a year of study", () => {
    const widths = [null, 100, 500, 1000, 3000, 6000].map((ects) => stoneWidth(ects, 260));
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(stoneWidth(3000, 260)).toBe(260);
    expect(stoneWidth(6000, 260)).toBe(260);
    expect(stoneWidth(null, 260)).toBe(stoneWidth(1, 260));
  });
});

describe("pileStones", () => {
  it("draws the same stones the same way, and others another way", () => {
    const pile = (name: string) => pileStones([{ name, ectsHundredths: 500 }], size);
    expect(pile("data")).toEqual(pile("data"));
    expect(pile("data")).not.toEqual(pile("care"));
  });

  it("lays each stone on the one before, inside the drawing", () => {
    const stone = fc.record({
      name: fc.string(),
      ectsHundredths: fc.option(fc.integer({ min: 1, max: 30_000 })),
    });
    fc.assert(
      fc.property(fc.array(stone, { maxLength: 12 }), (stones) => {
        const { stones: shapes, height } = pileStones(stones, size);
        shapes.forEach((shape, index) => {
          const below = shapes[index - 1];
          expect(shape.y + shape.height).toBeLessThan(below?.y ?? height);
          expect(shape.x).toBeGreaterThanOrEqual(0);
          expect(shape.x + shape.width).toBeLessThanOrEqual(size.width);
          expect(shape.y).toBeGreaterThanOrEqual(0);
          expect(shape.outline).not.toContain("NaN");
        });
      }),
    );
  });
});

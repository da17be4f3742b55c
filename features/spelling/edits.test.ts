import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mistakesBetween, mistakesForgiven, parts, swaps } from "./edits";
import { aWord, oneMistakeIn } from "./mistakes.fixture";

describe("mistakesForgiven", () => {
  it.each([
    ["weld", 0],
    ["welde", 1],
    ["weldingx", 1],
    ["weldingxy", 2],
    ["iso9001", 0],
    ["web3design", 0],
    ["łódźka", 1],
    ["x".repeat(41), 0],
  ])("of %s are %i", (word, expected) => {
    expect(mistakesForgiven(word)).toBe(expected);
  });
});

describe("mistakesBetween", () => {
  it.each([
    ["welding", "welding", 0],
    ["weldign", "welding", 1],
    ["eldwing", "welding", 2],
    ["xelding", "welding", 1],
    ["ewlding", "welding", 1],
    ["welsting", "welding", 2],
    ["weding", "welding", 1],
    ["a", "welding", 7],
    ["", "weld", 4],
  ])("%s and %s: %i", (typed, term, expected) => {
    expect(mistakesBetween(typed, term).whole).toBe(expected);
  });

  it.each([
    ["progamm", "programming", 1],
    ["porgram", "programming", 1],
    ["program", "programming", 0],
    // Any end would do for a wrong last letter.
    ["weldr", "welding", Number.POSITIVE_INFINITY],
    ["weldr", "welders", 1],
    ["weldni", "welding", 1],
  ])("%s and a beginning of %s: %i", (typed, term, expected) => {
    const { beginning } = mistakesBetween(typed, term);
    if (expected === Number.POSITIVE_INFINITY) expect(beginning).toBeGreaterThan(1);
    else expect(beginning).toBe(expected);
  });

  it("counts one for any one mistake, whichever way one looks", () => {
    fc.assert(
      fc.property(
        aWord.chain((word) => fc.tuple(fc.constant(word), oneMistakeIn(word))),
        ([word, typed]) => {
          expect(mistakesBetween(typed, word).whole).toBe(typed === word ? 0 : 1);
          expect(mistakesBetween(word, typed).whole).toBe(typed === word ? 0 : 1);
        },
      ),
    );
  });
});

describe("what terms are looked up by", () => {
  it("leaves one part whole after any one mistake, or is a swap", () => {
    fc.assert(
      fc.property(
        aWord.chain((word) => fc.tuple(fc.constant(word), oneMistakeIn(word))),
        ([word, typed]) => {
          if (mistakesForgiven(typed) === 0 || typed === word) return;
          const { start, middle, end } = parts(typed);
          const shares =
            word.startsWith(start) || word.endsWith(end) || (middle !== null && word.includes(middle));
          expect(shares || swaps(typed).includes(word)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

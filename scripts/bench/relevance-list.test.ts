import { expect, it } from "vitest";
import { isSuccess, ndcg } from "./relevance-list";

const graded = { query: "x", kind: "word" as const, 3: ["a", "b"], 2: ["c"], 1: ["d"] };

it.each([
  [["a", "b", "c", "d"], 1],
  [["b", "a", "c", "d", "e"], 1],
  [[], 0],
  [["e", "f"], 0],
])("nDCG of %j is %d", (found, expected) => {
  expect(ndcg(graded, found)).toBeCloseTo(expected, 10);
});

it("nDCG falls where better courses come later, or not among the first ten", () => {
  const others = Array.from({ length: 10 }, (_, i) => `other-${i}`);
  const figures = [["a", "b"], ["a", "c"], ["c", "a"], ["e", "c", "a"], ["d"], [...others, "a", "b"]].map(
    (found) => ndcg(graded, found),
  );
  expect(figures).toEqual([...figures].sort((a, b) => b - a));
  expect(new Set(figures).size).toBe(figures.length);
  expect(figures.at(-1)).toBe(0);
});

it.each([
  [["e", "f", "c"], true],
  [["e", "f", "d", "a"], false],
  [["d"], false],
  [[], false],
])("success of %j is %s", (found, expected) => {
  expect(isSuccess(graded, found)).toBe(expected);
});

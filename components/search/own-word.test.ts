import { expect, test } from "vitest";
import { ownWordCount } from "./own-word";

const TRUST = [
  { value: "not-stated", count: 9 },
  { value: "self-declared", count: 4 },
];

test.each([
  ["whatever is behind them", [], 4],
  ["only those of another tier", ["not-stated"], 0],
  ["those of several tiers, this one among them", ["not-stated", "self-declared"], 4],
])("counts among %s", (_, trust, count) => {
  expect(ownWordCount({ trust }, TRUST)).toBe(count);
});

test("is none where no course has it, or nothing was counted", () => {
  expect(ownWordCount({}, [])).toBe(0);
  expect(ownWordCount({}, undefined)).toBe(0);
});

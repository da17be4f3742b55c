import { expect, test } from "vitest";
import { listedCounts } from "./listed-counts";

const listed = (...args: Parameters<typeof listedCounts>) =>
  listedCounts(...args).map(({ value, count }) => `${value} ${count}`);

test("by count, then by value; what no course has is left out", () => {
  const counts = new Map([
    ["fi", 2],
    ["en", 2],
    ["sv", 5],
    ["da", 0],
  ]);
  expect(listed("language", counts, [], 10)).toEqual(["sv 5", "en 2", "fi 2"]);
});

test("past the limit only what is chosen, even with no course or unknown", () => {
  const counts = new Map([
    ["sv", 5],
    ["en", 4],
    ["fi", 2],
    ["da", 0],
  ]);
  expect(listed("language", counts, ["fi", "da", "xx"], 1)).toEqual(["sv 5", "fi 2", "da 0", "xx 0"]);
});

test("fields: the broad ones, and the children of a chosen one", () => {
  const counts = new Map([
    ["06", 9],
    ["061", 8],
    ["0611", 4],
    ["0613", 4],
    ["04", 3],
    ["041", 3],
    ["not-stated", 1],
  ]);
  expect(listed("field", counts, [], 10)).toEqual(["06 9", "04 3", "not-stated 1"]);
  expect(listed("field", counts, ["06"], 10)).toEqual(["06 9", "061 8", "04 3", "not-stated 1"]);
  expect(listed("field", counts, ["061"], 10)).toEqual([
    "06 9",
    "061 8",
    "0611 4",
    "0613 4",
    "04 3",
    "not-stated 1",
  ]);
  expect(listed("field", counts, ["0613"], 10)).toEqual(["06 9", "0613 4", "04 3", "not-stated 1"]);
});

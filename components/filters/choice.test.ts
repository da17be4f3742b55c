import { describe, expect, it } from "vitest";
import { NO_SEARCH } from "@/features/search/schema";
import { orderedValues, toChoice } from "./choice";
import { isPartlyChosen, isWithin } from "./nested-choice";

const NO_NAMES = { provider: {}, skill: {}, "stacks-into": {}, occupation: null };
const choosing = (...field: string[]) => ({ ...NO_SEARCH, selection: { field } });

describe("orderedValues", () => {
  it("shows above a chosen field those that hold it, without a count where nobody counted", () => {
    const counts = [
      { value: "07", count: 9 },
      { value: "0613", count: 2 },
      { value: "06", count: 5 },
    ];
    expect(orderedValues("field", counts, choosing("0613"))).toEqual([
      { value: "06", count: 5 },
      { value: "061", count: null },
      { value: "0613", count: 2 },
      { value: "07", count: 9 },
    ]);
    expect(orderedValues("field", counts, NO_SEARCH).map(({ value }) => value)).toEqual(["06", "0613", "07"]);
  });

  it("counts what has no courses as 0", () => {
    expect(orderedValues("level", [{ value: "6", count: 0 }], NO_SEARCH)).toEqual([{ value: "6", count: 0 }]);
  });
});

describe("toChoice", () => {
  it.each([
    ["06", 0],
    ["061", 1],
    ["0613", 2],
    ["not-stated", 0],
  ])("field %s is %i deep", (value, depth) => {
    expect(toChoice("en", "field", { value, count: 1 }, choosing("061"), NO_NAMES)).toMatchObject({
      depth,
      isChosen: value === "061",
    });
  });
});

describe("nested choices", () => {
  it("know what is within what", () => {
    expect(isWithin("0613", "06")).toBe(true);
    expect(isWithin("06", "06")).toBe(false);
    expect(isWithin("06", "0613")).toBe(false);
  });

  it.each([
    ["06", ["0613"], true],
    ["061", ["0613"], true],
    ["06", ["06", "0613"], false],
    ["07", ["0613"], false],
    ["0613", ["06"], false],
  ])("%s is chosen in part by %j: %s", (value, chosen, expected) => {
    expect(isPartlyChosen(value, new Set(chosen))).toBe(expected);
  });
});

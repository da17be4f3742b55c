import { describe, expect, it } from "vitest";
import { FACETS } from "@/features/search/engine";
import { FILTER_GROUPS, orderValues } from "./facet-order";

const ordered = (facet: Parameters<typeof orderValues>[0], values: string[]) =>
  orderValues(
    facet,
    values.map((value) => ({ value, count: 1 })),
  ).map(({ value }) => value);

describe("FILTER_GROUPS", () => {
  it("offer every facet once", () => {
    expect([...FILTER_GROUPS].sort()).toEqual([...FACETS].sort());
  });
});

describe("orderValues", () => {
  it("keeps levels and bands in their own order", () => {
    expect(ordered("level", ["not-stated", "6", "4"])).toEqual(["4", "6", "not-stated"]);
    expect(ordered("ects", ["6-15", "0-1", "not-stated", "1-3"])).toEqual([
      "0-1",
      "1-3",
      "6-15",
      "not-stated",
    ]);
  });

  it("puts months in time between any time and not stated", () => {
    expect(ordered("start", ["no-open-run", "2027-02", "not-stated", "anytime", "2026-12"])).toEqual([
      "anytime",
      "2026-12",
      "2027-02",
      "not-stated",
      "no-open-run",
    ]);
  });

  it("puts narrow fields after their broad one", () => {
    expect(ordered("field", ["07", "0613", "06", "061"])).toEqual(["06", "061", "0613", "07"]);
  });

  it("leaves the rest as it comes, what is not stated last", () => {
    expect(ordered("language", ["fi", "not-stated", "en"])).toEqual(["fi", "en", "not-stated"]);
  });
});

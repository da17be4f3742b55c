import { expect, test } from "vitest";
import { durationBand, ectsBand, FACET_VALUES, isFacetValue } from "./facet-values";

test.each([
  [null, "not-stated"],
  [1, "0-1"],
  [99, "0-1"],
  [100, "1-3"],
  [299, "1-3"],
  [300, "3-6"],
  [600, "6-15"],
  [1499, "6-15"],
  [1500, "15-30"],
  [2999, "15-30"],
  [3000, "30-plus"],
])("%s hundredths of a credit are in the band %s", (hundredths, band) => {
  expect(ectsBand(hundredths)).toBe(band);
});

test.each([
  [null, "not-stated"],
  [1, "under-1-week"],
  [6, "under-1-week"],
  [7, "1-4-weeks"],
  [28, "1-4-weeks"],
  [29, "1-3-months"],
  [92, "1-3-months"],
  [93, "3-6-months"],
  [184, "3-6-months"],
  [185, "over-6-months"],
])("%s days are in the band %s", (days, band) => {
  expect(durationBand(days)).toBe(band);
});

test.each([
  ["level", "6", true],
  ["level", "9", false],
  ["trust", "out-of-scope", true],
  ["start", "2027-01", true],
  ["start", "2027-13", false],
  ["start", "2027-1", false],
  ["start", "no-open-run", true],
  ["country", "FI", true],
  ["country", "fi", false],
  ["country", "not-stated", false],
  ["language", "fi", true],
  ["language", "xx", false],
  ["language", "not-stated", true],
  ["field", "0613", true],
  ["field", "06", true],
  ["field", "6", false],
  ["field", "1234", false],
  ["provider", "aalto-university-2", true],
  ["provider", "Aalto", false],
  ["provider", "a'; drop table courses", false],
  ["skill", "6f3b1a52-0000-4000-8000-1234567890ab", true],
  ["skill", "skill", false],
] as const)("%s=%s can exist: %s", (facet, value, can) => {
  expect(isFacetValue(facet, value)).toBe(can);
});

test("every listed value can exist", () => {
  for (const facet of [
    "level",
    "ects",
    "trust",
    "assessment",
    "credential",
    "duration",
    "mode",
    "price",
  ] as const) {
    for (const value of FACET_VALUES[facet]) expect(isFacetValue(facet, value)).toBe(true);
  }
});

import { describe, expect, it } from "vitest";
import type { Run } from "@/features/courses/schema";
import { makeRun } from "@/tests/factories";
import { course, findings, mended, withRun } from "./drafts.fixture";

describe("rules of runs", () => {
  const dated = { startKind: "dated", startOn: "2027-01-12", startPrecision: "day" } as const;
  it.each<[string, Partial<Run>, string[], Partial<Run>]>([
    [
      "ends before it starts",
      { ...dated, endOn: "2027-01-01" },
      ["warn run R-1: dates: dates-impossible"],
      { startKind: "not-stated", startOn: null, endOn: null, startText: { en: "2027-01-12 – 2027-01-01" } },
    ],
    [
      "starts on no day of the calendar",
      { ...dated, startOn: "2027-02-30", applyBy: "2027-01-01" },
      ["warn run R-1: dates: dates-impossible"],
      { startKind: "not-stated", startOn: null, startText: { en: "2027-02-30" }, applyBy: "2027-01-01" },
    ],
    [
      "closes after the start",
      { ...dated, applyBy: "2027-02-01" },
      ["warn run R-1: applyBy: deadline-after-start"],
      { applyBy: "2027-02-01" },
    ],
    ["is dated without a day", { startKind: "dated" }, [], { startKind: "not-stated" }],
    ["stands with a day", { startKind: "standing", startOn: "2027-01-12" }, [], { startOn: null }],
    [
      "has a price without currency",
      { priceKind: "paid", priceCents: 100 },
      ["warn run R-1: price: price-unclear"],
      { priceKind: "unknown", priceCents: null },
    ],
    [
      "has a price without amount",
      { priceKind: "paid", currency: "EUR" },
      ["warn run R-1: price: price-unclear"],
      { priceKind: "unknown", currency: null },
    ],
    [
      "costs less than nothing",
      { priceKind: "paid", priceCents: -1, currency: "EUR" },
      ["warn run R-1: price: price-unclear"],
      { priceKind: "unknown" },
    ],
    [
      "costs 0",
      { priceKind: "paid", priceCents: 0, currency: "EUR" },
      [],
      { priceKind: "free", currency: null },
    ],
    [
      "is in no country",
      { country: "XX", region: "nowhere" },
      ["warn run R-1: country: code-unknown", "warn run R-1: region: code-unknown"],
      { country: null, region: null },
    ],
    [
      "is in a region of another country",
      { country: "FI", region: "SE11" },
      ["warn run R-1: region: region-elsewhere"],
      { country: "FI", region: null },
    ],
    [
      "is taught in no language",
      { languages: ["fi", "xx", "fi"] },
      ["warn run R-1: languages: code-unknown"],
      { languages: ["fi"] },
    ],
    ["has half a seat", { seats: 1.5 }, ["warn run R-1: seats: seats-range"], { seats: null }],
    [
      "has more hours than a week",
      { hoursPerWeek: 169 },
      ["warn run R-1: hoursPerWeek: hours-range"],
      { hoursPerWeek: null },
    ],
  ])("%s", (_name, run, expected, content) => {
    expect(findings(withRun(run))).toEqual(expected);
    expect(mended(withRun(run)).runs[0]).toMatchObject(content);
  });

  it("keeps one of two runs of the same name, and says so where they differ", () => {
    const run = makeRun({ externalId: "R-1" });
    expect(mended(course({ runs: [run, run] })).runs).toEqual([run]);
    expect(findings(course({ runs: [run, run] }))).toEqual([]);
    expect(findings(course({ runs: [run, { ...run, city: "Turku" }] }))).toEqual(["warn run R-1: run-key"]);
  });

  it("refuses more runs than a page can hold", () => {
    const runs = Array.from({ length: 1_001 }, () => makeRun());
    expect(findings(course({ runs }))).toEqual(["refuse runs: runs-too-many"]);
  });
});

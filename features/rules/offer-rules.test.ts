import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LearningFacts, Run } from "@/features/courses/schema";
import { makeRun } from "@/tests/factories";
import { course, credential, FACTS, mended, provider } from "./drafts.fixture";
import { applyRules } from "./offer-rules";

describe("applyRules", () => {
  it("finds no fault with the smallest valid records", () => {
    for (const draft of [course(), credential(), provider()]) {
      expect(applyRules(draft, FACTS)).toEqual({ draft, notes: [] });
    }
  });

  it("names the record in each note, and says what to do", () => {
    expect(applyRules(course({ eqf: 9 }), FACTS).notes).toEqual([
      {
        kind: "course",
        record: "C-1",
        field: "eqf",
        rule: "level-range",
        severity: "refuse",
        message: "EQF level 9 does not exist: levels are 1 to 8.",
      },
    ]);
  });

  it("has nothing left to mend the second time", () => {
    const facts: fc.Arbitrary<Partial<LearningFacts>> = fc.record({
      ectsHundredths: fc.option(fc.integer({ min: 0, max: 60_000 })),
      hoursMin: fc.option(fc.double({ noNaN: true, min: -5, max: 200_000 })),
      hoursMax: fc.option(fc.double({ noNaN: true, min: -5, max: 200_000 })),
      fields: fc.array(fc.constantFrom("0613", "06", "9876", "061")),
      assessmentTypes: fc.array(fc.constantFrom("quiz", "level-of-attendance", "dance")),
    });
    const run: fc.Arbitrary<Partial<Run>> = fc.record({
      externalId: fc.constantFrom("a", "b", "c"),
      startKind: fc.constantFrom("dated", "standing", "not-stated"),
      startOn: fc.option(fc.constantFrom("2027-01-12", "2027-02-30", "2026-12-01")),
      endOn: fc.option(fc.constantFrom("2027-01-31", "2026-01-01", "soon")),
      applyBy: fc.option(fc.constantFrom("2027-01-01", "2027-13-01")),
      priceKind: fc.constantFrom("free", "paid", "unknown"),
      priceCents: fc.option(fc.integer({ min: -1, max: 3_000_000_000 })),
      currency: fc.option(fc.constantFrom("EUR", "XYZ")),
      country: fc.option(fc.constantFrom("FI", "XX")),
      region: fc.option(fc.constantFrom("FI1B", "SE11", "nowhere")),
      seats: fc.option(fc.double({ noNaN: true })),
      hoursPerWeek: fc.option(fc.double({ noNaN: true })),
    });
    fc.assert(
      fc.property(facts, fc.array(run, { maxLength: 4 }), (learning, runs) => {
        const once = mended(course({ ...learning, runs: runs.map((one) => makeRun(one)) }));
        expect(mended({ ...course(), content: once })).toEqual(once);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { course, credential, findings, mended } from "./drafts.fixture";

describe("rules of workload", () => {
  it.each([
    ["no credits written as 0", course({ ectsHundredths: 0 }), []],
    ["less than nothing", course({ ectsHundredths: -100 }), ["refuse ects: credits-range"]],
    ["a thousandth", course({ ectsHundredths: 250.5 }), ["refuse ects: credits-range"]],
    ["25 hours per credit", course({ ectsHundredths: 100, hoursMin: 25, hoursMax: 25 }), []],
    ["30 hours per credit", course({ ectsHundredths: 500, hoursMin: 150, hoursMax: 150 }), []],
    ["a range that meets the usual", course({ ectsHundredths: 300, hoursMin: 60, hoursMax: 80 }), []],
    [
      "21.7 hours per credit",
      course({ ectsHundredths: 600, hoursMin: 130, hoursMax: 130 }),
      ["warn hours: workload-per-credit"],
    ],
    [
      "9 hours per credit",
      course({ ectsHundredths: 300, hoursMin: 27, hoursMax: 27 }),
      ["warn hours: workload-outlier"],
    ],
    [
      "46 hours per credit",
      credential({ ectsHundredths: 100, hoursMin: 46, hoursMax: 46 }),
      ["warn hours: workload-outlier"],
    ],
    ["hours turned round", course({ hoursMin: 20, hoursMax: 10 }), ["warn hours: hours-range"]],
    ["60 credits", course({ ectsHundredths: 6_000 }), ["warn ects: large-volume"]],
    ["59.99 credits", course({ ectsHundredths: 5_999 }), []],
    ["a micro-credential of 60", credential({ ectsHundredths: 6_000 }), ["warn ects: large-volume"]],
    ["a module of 60", credential({ kind: "module", ectsHundredths: 6_000 }), []],
    ["a degree", credential({ kind: "degree" }), ["warn kind: degree"]],
    ["90 months", course({ durationDays: 2_740, ectsHundredths: 300 }), ["warn duration: duration-suspect"]],
    [
      "three years for a degree",
      course({ durationDays: 1_095, ectsHundredths: 18_000 }),
      ["warn ects: large-volume"],
    ],
    ["no days", course({ durationDays: 0 }), ["warn duration: duration-range"]],
  ])("%s", (_name, draft, expected) => {
    expect(findings(draft)).toEqual(expected);
  });

  it("fills a range, rounds hours and leaves out impossible ones", () => {
    expect(mended(course({ hoursMin: 10.126 }))).toMatchObject({ hoursMin: 10.13, hoursMax: 10.13 });
    expect(mended(course({ hoursMin: 0, hoursMax: 0 }))).toMatchObject({ hoursMin: null, hoursMax: null });
    expect(mended(course({ hoursMin: 9, hoursMax: 3 }))).toMatchObject({ hoursMin: null, hoursMax: null });
    expect(mended(course({ ectsHundredths: 0 })).ectsHundredths).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { answersTo, QUESTIONS } from "./questions";

const counted = (...values: string[]) => values.map((value) => ({ value, count: 1 }));

describe("answersTo", () => {
  it("offers what the catalogue has, in order, and nothing that nobody would ask for", () => {
    expect(answersTo("en", "credential", counted("not-stated", "other", "none", "micro-credential"))).toEqual(
      [
        { value: "micro-credential", count: 1, label: "A micro-credential" },
        { value: "other", count: 1, label: "Another credential" },
      ],
    );
    expect(
      answersTo("en", "start", counted("no-open-run", "2027-02", "anytime")).map(({ label }) => label),
    ).toEqual(["Any time", "February 2027"]);
    expect(answersTo("en", "price", [{ value: "free", count: 0 }])).toEqual([]);
  });

  it("says how many hours credits are", () => {
    expect(answersTo("en", "ects", counted("3-6", "1-3")).map(({ label }) => label)).toEqual([
      "25 to 90 hours (1 to under 3 ECTS)",
      "75 to 180 hours (3 to under 6 ECTS)",
    ]);
  });

  it("asks each question once", () => {
    expect(new Set(QUESTIONS).size).toBe(QUESTIONS.length);
  });
});

import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "@/lib/dates";
import { mondayIn, nextTerm, spread } from "./calendar";

const DAYS = Array.from({ length: 800 }, (_, i) => addDays("2026-11-01", i));

describe("mondayIn", () => {
  it("is a Monday on the right side of today, never in July nor between the years", () => {
    for (const today of DAYS)
      for (const weeks of [-40, -9, -3, 2, 9, 40]) {
        const monday = mondayIn(weeks, today);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(Math.sign(daysBetween(today, monday))).toBe(Math.sign(weeks));
        expect(monday.slice(5)).not.toMatch(/^(07-|12-(1[5-9]|2|3)|01-0[1-6])/);
      }
  });
});

describe("nextTerm", () => {
  it.each([
    ["2027-07-31", "Autumn term 2027"],
    ["2027-08-01", "Spring term 2028"],
    ["2027-12-31", "Spring term 2028"],
  ])("after %s is %s", (today, term) => {
    expect(nextTerm(today).en).toBe(term);
  });
});

describe("spread", () => {
  it("is always the same for the same text, and differs between texts", () => {
    const values = DAYS.map((day) => spread(day, 7));
    expect(DAYS.map((day) => spread(day, 7))).toEqual(values);
    expect(new Set(values)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
  });
});

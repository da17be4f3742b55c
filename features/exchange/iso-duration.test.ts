import { describe, expect, it } from "vitest";
import { calendarDays, parseIsoDuration, workHours } from "./iso-duration";

describe("parseIsoDuration", () => {
  it.each([
    ["P42D", 0, 42, 0],
    ["P6W", 0, 42, 0],
    ["P1Y2M", 14, 0, 0],
    ["PT75H", 0, 0, 75],
    ["PT60M", 0, 0, 1],
    ["P60M", 60, 0, 0],
    ["P1DT1H30M", 0, 1, 1.5],
    [" PT1H0.5S ", 0, 0, 1],
  ])("%s", (text, months, days, hours) => {
    expect(parseIsoDuration(text)).toEqual({ months, days, hours });
  });

  it.each(["", "P", "PT", "P1", "42D", "P1H", "PT1D", "P-1D", "P1.5D", "p1d"])("refuses %j", (text) => {
    expect(parseIsoDuration(text)).toBeNull();
  });
});

describe("days and hours", () => {
  const of = (text: string) => parseIsoDuration(text) ?? { months: 0, days: 0, hours: 0 };

  it.each([
    ["P42D", 42],
    ["P1M", 30],
    ["P3M", 91],
    ["P1Y", 365],
    ["PT8H", 1],
    ["P0D", null],
  ])("%s lasts %s days", (text, days) => {
    expect(calendarDays(of(text))).toBe(days);
  });

  it.each([
    ["PT75H", 75],
    ["PT90M", 1.5],
    ["PT100M", 1.67],
    ["P3D", null],
    ["P60M", null],
    ["PT0S", null],
  ])("%s is %s hours of work", (text, hours) => {
    expect(workHours(of(text))).toBe(hours);
  });
});

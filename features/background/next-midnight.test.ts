import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { nextMidnight } from "./next-midnight";

describe("nextMidnight", () => {
  it.each([
    ["Europe/Brussels", "2026-11-25T09:00:00Z", "2026-11-25T23:00:00.000Z"],
    ["Europe/Helsinki", "2026-11-25T22:30:00Z", "2026-11-26T22:00:00.000Z"],
    // The clock goes back, and the day has 25 hours.
    ["Europe/Brussels", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00.000Z"],
    // The clock goes forward at midnight: the day begins at 01:00.
    ["Asia/Beirut", "2026-03-28T12:00:00Z", "2026-03-28T22:00:00.000Z"],
  ])("in %s after %s is %s", (zone, now, midnight) => {
    expect(nextMidnight(zone, new Date(now)).toISOString()).toBe(midnight);
  });

  it("is the first instant of the next day, in any zone at any time", () => {
    const zones = fc.constantFrom(
      "Europe/Helsinki",
      "Pacific/Chatham",
      "America/Santiago",
      "Asia/Kathmandu",
      "UTC",
    );
    const instant = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2040-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zones, instant, (zone, now) => {
        const midnight = nextMidnight(zone, now);
        const tomorrow = addDays(dayIn(zone, now), 1);
        return dayIn(zone, midnight) === tomorrow && dayIn(zone, new Date(midnight.getTime() - 1)) < tomorrow;
      }),
      { numRuns: 60 },
    );
  });
});

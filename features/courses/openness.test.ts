import { describe, expect, it, test } from "vitest";
import { isOpen, lastDayToJoin, type RunDates, runState } from "./openness";

const TODAY = "2027-01-15";
const run = (dates: Partial<RunDates>): RunDates => ({
  startKind: dates.startOn ? "dated" : "not-stated",
  startOn: null,
  startPrecision: dates.startOn ? "day" : null,
  endOn: null,
  applyBy: null,
  ...dates,
});

test.each([
  ["apply-by today", run({ applyBy: "2027-01-15", startOn: "2027-03-01" }), true],
  ["apply-by yesterday, start still to come", run({ applyBy: "2027-01-14", startOn: "2027-03-01" }), false],
  ["apply-by to come, though it has begun", run({ applyBy: "2027-02-01", startOn: "2027-01-10" }), true],
  [
    "a standing offer whose apply-by has passed",
    run({ startKind: "standing", applyBy: "2027-01-14" }),
    false,
  ],
  ["starts today", run({ startOn: "2027-01-15" }), true],
  ["started yesterday", run({ startOn: "2027-01-14" }), false],
  ["starts some day of this month", run({ startOn: "2027-01-01", startPrecision: "month" }), true],
  ["started last month", run({ startOn: "2026-12-01", startPrecision: "month" }), false],
  ["standing", run({ startKind: "standing" }), true],
  ["start not stated", run({}), true],
])("%s: open %s", (_name, dates, open) => {
  expect(isOpen(dates, TODAY)).toBe(open);
  expect(runState(dates, null, TODAY) === "open").toBe(open);
});

test.each([
  ["2027-02-01", "2027-02-28"],
  ["2028-02-01", "2028-02-29"],
  ["2027-12-01", "2027-12-31"],
])("a start in the month of %s can be joined until %s", (startOn, last) => {
  expect(lastDayToJoin(run({ startOn, startPrecision: "month" }))).toBe(last);
});

describe("a run that can no longer be joined", () => {
  it.each([
    ["until its end", run({ startOn: "2027-01-01", endOn: "2027-01-15" }), null, "under-way"],
    ["not after it", run({ startOn: "2027-01-01", endOn: "2027-01-14" }), null, "past"],
    ["for its duration", run({ startOn: "2027-01-09" }), 7, "under-way"],
    ["not longer", run({ startOn: "2027-01-08" }), 7, "past"],
    ["for a year where nothing is stated", run({ startOn: "2026-01-16" }), null, "under-way"],
    ["not longer than that", run({ startOn: "2026-01-15" }), null, "past"],
    ["from its apply-by where the start is not stated", run({ applyBy: "2027-01-10" }), 7, "under-way"],
    ["before its start too", run({ applyBy: "2027-01-10", startOn: "2027-02-01" }), 7, "under-way"],
  ])("is under way %s", (_name, dates, durationDays, state) => {
    expect(runState(dates, durationDays, TODAY)).toBe(state);
  });
});

import { addDays, type Day } from "@/lib/dates";
import type { Run } from "./schema";

export type RunDates = Pick<Run, "startKind" | "startOn" | "startPrecision" | "endOn" | "applyBy">;
export type RunState = "open" | "under-way" | "past";

/**
 * The last day on which the run can be joined; null where there is none (a standing offer, a start not stated).
 * Of a start known by its month only, the month's last day.
 */
export function lastDayToJoin(run: RunDates): Day | null {
  if (run.applyBy !== null) return run.applyBy;
  if (run.startOn === null) return null;
  return run.startPrecision === "month" ? lastOfMonth(run.startOn) : run.startOn;
}

export function isOpen(run: RunDates, today: Day): boolean {
  const last = lastDayToJoin(run);
  return last === null || today <= last;
}

/** Open while it can be joined; then under way until its end (none stated: its duration, else a year, after its start); then past. */
export function runState(run: RunDates, durationDays: number | null, today: Day): RunState {
  const last = lastDayToJoin(run);
  if (last === null || today <= last) return "open";
  const end = run.endOn ?? addDays(run.startOn ?? last, (durationDays ?? 365) - 1);
  return today <= end ? "under-way" : "past";
}

function lastOfMonth(day: Day): Day {
  const inNextMonth = addDays(`${day.slice(0, 7)}-01`, 31);
  return addDays(`${inNextMonth.slice(0, 7)}-01`, -1);
}

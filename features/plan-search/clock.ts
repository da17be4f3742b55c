import type { PlanInput } from "@/features/planning/plan-input";
import { type Clock, MAX_SLOTS, slotsUntil } from "@/features/planning-model/timing";

/** The clock of an input: from the learner's start, to the learner's end or two years on. */
export function clockOf({ limits, now }: PlanInput): Clock & { isBinding: boolean } {
  const { startOn, finishBy, hoursPerWeek } = limits;
  const start = startOn !== undefined && startOn > now ? startOn : now;
  const isBinding = finishBy !== undefined;
  return {
    startOn: start,
    slots: isBinding ? slotsUntil(start, finishBy) : MAX_SLOTS,
    hoursPerSlot: hoursPerWeek === undefined ? null : hoursPerWeek * 4,
    isBinding,
  };
}

import type { LearningFacts } from "@/features/courses/schema";

/** The stated hours of work as a range; null where there are none. */
export function hoursOf({ hoursMin, hoursMax }: Pick<LearningFacts, "hoursMin" | "hoursMax">) {
  return hoursMin === null || hoursMax === null ? null : { min: hoursMin, max: hoursMax };
}

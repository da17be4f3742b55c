import type { Assessment } from "@/features/courses/schema";

/** What types of assessment say where nothing else does: attendance alone is not an assessment; none say nothing. */
export function assessmentOf(types: readonly string[]): Assessment {
  if (types.length === 0) return "unknown";
  return types.every((type) => type === "level-of-attendance") ? "attendance-only" : "assessed";
}

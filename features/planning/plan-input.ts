import type { ProgrammeVersion, RecognitionRule } from "@/features/pathways/programme";
import type { Achievement, Unit } from "@/features/pathways/unit";
import type { Day } from "@/lib/dates";
import type { Limits } from "./limits";

/** A question to the planner. */
export interface PlanInput {
  version: ProgrammeVersion;
  /** Rules beside those of the programme itself. */
  rules: readonly RecognitionRule[];
  held: readonly Achievement[];
  /** Units that may be taken: all that could meet a leaf that is open, and what those ask for first. Ids unique. */
  units: readonly Unit[];
  limits: Limits;
  /** Today, and the day of the application. */
  now: Day;
}

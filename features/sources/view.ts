import type { SOURCE_CLASSES } from "@/db/schema/sources";
import type { Day } from "@/lib/dates";

export type SourceClass = (typeof SOURCE_CLASSES)[number];

export interface SourceSummary {
  name: string;
  format: string;
  licence: string | null;
  class: SourceClass;
  isSample: boolean;
  /** The day of its last import that was applied; null for one that never was. */
  lastReadOn: Day | null;
  counts: { courses: number; credentials: number; providers: number; skills: number; occupations: number };
}

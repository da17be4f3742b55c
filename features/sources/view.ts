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
  /** What of it stands in the catalogue today. */
  counts: Readonly<Record<SourceCount, number>>;
}

export const SOURCE_COUNTS = [
  "courses",
  "credentials",
  "providers",
  "skills",
  "occupations",
  /** Records of evidence that its last reading still had: a report that names three programmes is one. */
  "evidence",
  /** Bodies that these records are about. */
  "institutions",
] as const;
export type SourceCount = (typeof SOURCE_COUNTS)[number];

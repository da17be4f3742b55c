import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, integer, numeric, text } from "drizzle-orm/pg-core";
import { languageMap, oneOf, textList } from "./columns";

export const ASSESSMENTS = ["assessed", "attendance-only", "none", "unknown"] as const;
export const SUPERVISIONS = [
  "unsupervised-no-id",
  "supervised-no-id",
  "supervised-id",
  "unsupervised-id",
  "not-stated",
] as const;
export const CYCLES = ["short", "first", "second", "third"] as const;
export const MODES = [
  "presential",
  "online",
  "blended",
  "hybrid",
  "work-based",
  "project-based",
  "research-lab",
] as const;

/** The facts that a course and a credential both state about the learning. Null and "unknown" mean: not stated. */
export const learningFacts = () => ({
  /** ISCED-F 2013 codes, 2 to 4 digits. */
  fields: textList(),
  ectsHundredths: integer(),
  hoursMin: numeric({ precision: 8, scale: 2, mode: "number" }),
  hoursMax: numeric({ precision: 8, scale: 2, mode: "number" }),
  eqf: integer(),
  /** URI of the level in the EU list of national qualification frameworks. */
  nqf: text(),
  cycle: text({ enum: CYCLES }),
  assessment: text({ enum: ASSESSMENTS }).notNull(),
  assessmentTypes: textList(),
  supervision: text({ enum: SUPERVISIONS }).notNull(),
  prerequisites: languageMap(),
});

interface LearningColumns {
  ectsHundredths: AnyPgColumn;
  hoursMin: AnyPgColumn;
  hoursMax: AnyPgColumn;
  eqf: AnyPgColumn;
  cycle: AnyPgColumn;
  assessment: AnyPgColumn;
  supervision: AnyPgColumn;
}

export function learningChecks(table: string, t: LearningColumns) {
  return [
    check(`${table}_ects_check`, sql`${t.ectsHundredths} > 0`),
    check(`${table}_eqf_check`, sql`${t.eqf} between 1 and 8`),
    check(
      `${table}_hours_check`,
      sql`(${t.hoursMin} is null) = (${t.hoursMax} is null) and ${t.hoursMin} > 0 and ${t.hoursMin} <= ${t.hoursMax}`,
    ),
    check(`${table}_cycle_check`, oneOf(t.cycle, CYCLES)),
    check(`${table}_assessment_check`, oneOf(t.assessment, ASSESSMENTS)),
    check(`${table}_supervision_check`, oneOf(t.supervision, SUPERVISIONS)),
  ];
}

import { samplePatterns } from "@/db/sample/catalogue";
import type { SampleHours, SampleProvider } from "@/db/sample/shapes";
import type { LearningFacts } from "@/features/courses/schema";
import { cycleOfLevel, parseEqfLevel } from "@/features/vocabularies/eqf";
import type { LanguageMap } from "@/lib/language-map";
import { examOf } from "./entries";

interface Stated {
  fields: readonly string[];
  level: number | null;
  ects: number | null;
  hours: SampleHours;
  exam: string;
  prerequisites: LanguageMap | null;
}

/** Cycle and national level are stated by institutions of higher education for what carries credits. */
export function toLearningFacts(stated: Stated, provider: SampleProvider): LearningFacts {
  const exam = examOf(stated.exam);
  const hours = [stated.hours].flat();
  const level = isFormal(provider, stated.ects) && stated.level !== null ? parseEqfLevel(stated.level) : null;
  return {
    fields: stated.fields,
    ectsHundredths: stated.ects === null ? null : Math.round(stated.ects * 100),
    hoursMin: hours[0] ?? null,
    hoursMax: hours.at(-1) ?? null,
    eqf: stated.level,
    nqf: level === null ? null : (samplePatterns.nationalLevels[provider.country]?.[level - 1] ?? null),
    cycle: level === null ? null : cycleOfLevel(level),
    assessment: exam.assessment,
    assessmentTypes: exam.types,
    supervision: exam.supervision,
    prerequisites: stated.prerequisites,
  };
}

export const isFormal = (provider: SampleProvider, ects: number | null): boolean =>
  provider.kind === "higher-education" && ects !== null;

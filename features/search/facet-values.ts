import { CONFIRMED_VALUES } from "@/features/judgements/confirmed";
import { countries } from "@/features/vocabularies/countries";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { languages } from "@/features/vocabularies/languages";
import { isSlug } from "@/lib/slug";
import { isUuid } from "@/lib/uuid";
import type { Facet } from "./engine";

/** The values of facets that have few, in the order in which people expect them. */
export const FACET_VALUES = {
  level: ["1", "2", "3", "4", "5", "6", "7", "8", "not-stated"],
  ects: ["0-1", "1-3", "3-6", "6-15", "15-30", "30-plus", "not-stated"],
  trust: [
    "external-review-esg",
    "national-authorisation",
    "recognised-label",
    "self-declared",
    "not-stated",
    "out-of-scope",
  ],
  confirmed: CONFIRMED_VALUES,
  assessment: ["assessed", "attendance-only", "none", "not-stated"],
  credential: ["micro-credential", "other", "none", "not-stated"],
  duration: ["under-1-week", "1-4-weeks", "1-3-months", "3-6-months", "over-6-months", "not-stated"],
  mode: [
    "presential",
    "online",
    "blended",
    "hybrid",
    "work-based",
    "project-based",
    "research-lab",
    "not-stated",
  ],
  price: ["free", "under-100", "100-500", "over-500", "not-stated"],
} as const satisfies Partial<Record<Facet, readonly string[]>>;

export type FacetValue<F extends keyof typeof FACET_VALUES> = (typeof FACET_VALUES)[F][number];

const START = /^(?:(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])|anytime|not-stated|no-open-run)$/;

/** Whether a value can exist; of providers, skills and qualifications only its form is known here. */
export function isFacetValue(facet: Facet, value: string): boolean {
  switch (facet) {
    case "start":
      return START.test(value);
    case "country":
      return countries.has(value);
    case "language":
      return languages.has(value) || value === "not-stated";
    case "field":
      return iscedFields.has(value) || value === "not-stated";
    case "provider":
    case "stacks-into":
      return isSlug(value);
    case "skill":
      return isUuid(value);
    default: {
      const values: readonly string[] = FACET_VALUES[facet];
      return values.includes(value);
    }
  }
}

/** Credits in hundredths; the lower bound belongs to the band. */
export function ectsBand(hundredths: number | null): FacetValue<"ects"> {
  if (hundredths === null) return "not-stated";
  if (hundredths < 1_00) return "0-1";
  if (hundredths < 3_00) return "1-3";
  if (hundredths < 6_00) return "3-6";
  if (hundredths < 15_00) return "6-15";
  return hundredths < 30_00 ? "15-30" : "30-plus";
}

/**
 * The upper bound belongs to the band, so that every label is true in plain words: seven days are not under a week,
 * four weeks are "1-4 weeks", and three or six months, whichever months they are (up to 92 or 184 days), are not over.
 */
export function durationBand(days: number | null): FacetValue<"duration"> {
  if (days === null) return "not-stated";
  if (days < 7) return "under-1-week";
  if (days <= 28) return "1-4-weeks";
  if (days <= 92) return "1-3-months";
  return days <= 184 ? "3-6-months" : "over-6-months";
}

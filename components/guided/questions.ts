import { facetLabel } from "@/components/filters/facet-label";
import { orderValues } from "@/components/filters/facet-order";
import type { Facet, FacetCount } from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** What is asked, in the order of a talk; each question only sets the filter of its name. */
export const QUESTIONS = [
  "field",
  "credential",
  "ects",
  "duration",
  "start",
  "mode",
  "language",
  "price",
  "country",
] as const satisfies readonly Facet[];
export type Question = (typeof QUESTIONS)[number];

export interface Answer {
  value: string;
  label: string;
  count: number;
}

// What nobody would ask for: that something is not known, or not to be had.
const NO_ANSWERS = ["not-stated", "none", "no-open-run"];
const NO_NAMES = { provider: {}, skill: {}, "stacks-into": {}, occupation: null };

/** The answers that the catalogue has, in the words of the question. */
export function answersTo(locale: Locale, question: Question, counts: readonly FacetCount[]): Answer[] {
  return orderValues(question, counts)
    .filter(({ value, count }) => count > 0 && !NO_ANSWERS.includes(value))
    .map(({ value, count }) => ({ value, count, label: labelOf(locale, question, value) }));
}

function labelOf(locale: Locale, question: Question, value: string): string {
  const t = translator(locale);
  const band = FACET_VALUES.ects.find((known) => known === value);
  if (question === "ects" && band && band !== "not-stated") return t(`guided.time.${band}`);
  if (question === "credential" && (value === "micro-credential" || value === "other"))
    return t(`guided.outcome.${value}`);
  return facetLabel(locale, question, value, NO_NAMES);
}

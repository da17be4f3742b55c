import type { Facet, FacetCount } from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";

/** The filter groups in order of use. */
export const FILTER_GROUPS = [
  "level",
  "ects",
  "trust",
  "confirmed",
  "credential",
  "assessment",
  "start",
  "duration",
  "mode",
  "language",
  "field",
  "price",
  "country",
  "provider",
  "skill",
  "stacks-into",
] as const satisfies readonly Facet[];

const FIRST = ["anytime"];
const LAST = ["not-stated", "no-open-run"];

/**
 * Values as people expect them: few ones in their own order, months in time, fields with the narrower ones after the
 * broad one that holds them; the rest as they come, most frequent first. What is not known comes last.
 */
export function orderValues(facet: Facet, counts: readonly FacetCount[]): FacetCount[] {
  const fixed: readonly string[] =
    facet in FACET_VALUES ? FACET_VALUES[facet as keyof typeof FACET_VALUES] : [];
  const isSorted = facet === "start" || facet === "field";
  const rank = (value: string) => {
    if (fixed.length > 0) return fixed.indexOf(value);
    if (FIRST.includes(value)) return -1;
    return LAST.includes(value) ? 1 + LAST.indexOf(value) : 0;
  };
  return [...counts].sort(
    (a, b) =>
      rank(a.value) - rank(b.value) || (isSorted ? (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) : 0),
  );
}

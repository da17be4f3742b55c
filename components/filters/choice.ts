import type { Facet, FacetCount } from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";
import { isChosen } from "@/features/search/url";
import { iscedParents } from "@/features/vocabularies/isced-f";
import type { Locale } from "@/lib/locales";
import { type FacetLabels, facetLabel } from "./facet-label";
import { orderValues } from "./facet-order";

/** A value of a facet that can be chosen. */
export interface Choice {
  value: string;
  label: string;
  /** Courses that it would find; null where nobody counted. */
  count: number | null;
  isChosen: boolean;
  /** How deep in a hierarchy: 0 for the top. */
  depth: number;
}

/** A value, not yet in words. */
type CountedValue = Pick<Choice, "value" | "count">;

/** Fields hold one another: "06" holds "0613". */
export const isNested = (facet: string): boolean => facet === "field";

/** The values in the order in which they are shown; above a chosen field those that hold it, counted or not. */
export function orderedValues(
  facet: Facet,
  counts: readonly FacetCount[],
  params: SearchParams,
): CountedValue[] {
  const chosen = isNested(facet) ? (params.selection[facet] ?? []) : [];
  const counted = new Set(counts.map(({ value }) => value));
  const above = new Set(chosen.flatMap(iscedParents).filter((value) => !counted.has(value)));
  const uncounted = [...above].map((value) => ({ value, count: 0 }));
  return orderValues(facet, [...counts, ...uncounted]).map(({ value, count }) => ({
    value,
    count: above.has(value) ? null : count,
  }));
}

export function toChoice(
  locale: Locale,
  facet: Facet,
  { value, count }: CountedValue,
  params: SearchParams,
  labels: FacetLabels,
): Choice {
  return {
    value,
    label: facetLabel(locale, facet, value, labels),
    count,
    isChosen: isChosen(params, facet, value),
    depth: isNested(facet) && /^\d{3,}$/.test(value) ? value.length - 2 : 0,
  };
}

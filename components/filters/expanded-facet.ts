import type { Facet, FacetCount } from "@/features/search/engine";
import type { LanguageMap } from "@/lib/language-map";
import type { FacetLabels } from "./facet-label";

/** More values than a person reads through: beyond them a part of the name finds the rest. */
export const ALL_VALUES = 500;

/** A part of a value's name, at most so long. */
export const CONTAINS_LENGTH = 100;

/** A facet of which all values were asked for, or those with some text in their names. */
export interface ExpandedFacet {
  facet: Facet;
  contains: string;
  /** False where there are more than these. */
  isAll: boolean;
  counts: readonly FacetCount[];
  labels: FacetLabels;
}

interface Found {
  facet: Facet;
  contains: string;
  /** Up to one more than `ALL_VALUES`. */
  values: readonly (FacetCount & { label: LanguageMap | null })[];
  /** What is listed anyhow, chosen values included. */
  listed: readonly FacetCount[];
  labels: FacetLabels;
  chosen: readonly string[];
}

/** What was found, and chosen values with it: whatever is looked for, they stay in the form. */
export function expandFacet({ facet, contains, values, listed, labels, chosen }: Found): ExpandedFacet {
  const shown = values.slice(0, ALL_VALUES);
  const found = new Set(shown.map(({ value }) => value));
  const kept = listed.filter(({ value }) => chosen.includes(value) && !found.has(value));
  const names = Object.fromEntries(shown.flatMap(({ value, label }) => (label ? [[value, label]] : [])));
  const isNamed = facet === "provider" || facet === "skill" || facet === "stacks-into";
  return {
    facet,
    contains,
    isAll: contains === "" && values.length <= ALL_VALUES,
    counts: [...shown.map(({ value, count }) => ({ value, count })), ...kept],
    labels: isNamed ? { ...labels, [facet]: { ...labels[facet], ...names } } : labels,
  };
}

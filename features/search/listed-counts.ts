import type { Facet, FacetCount } from "./engine";

/** Whether a value is listed where nothing is chosen. */
export const isListedUnchosen = (facet: Facet, value: string): boolean =>
  facet !== "field" || value.length === 2 || value === "not-stated";

/**
 * The values of a facet that are listed: those found, by count and then by value, up to `limit`, and in any case the
 * chosen ones. Of fields only the broad ones, the chosen ones and the children of these.
 */
export function listedCounts(
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  limit: number,
): FacetCount[] {
  const isChosen = (value: string) => chosen.includes(value);
  const isListed = (value: string) => isListedUnchosen(facet, value) || isChosen(value.slice(0, -1));
  const found = [...counts].filter(([value, count]) => count > 0 && isListed(value)).map(([value]) => value);
  return [...new Set([...found, ...chosen])]
    .map((value) => ({ value, count: counts.get(value) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .filter(({ value }, place) => place < limit || isChosen(value));
}

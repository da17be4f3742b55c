import { FACETS, type Facet } from "@/features/search/engine";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import type { Dropped } from "./view";

/** Something that a search asks for and can do without. */
export interface Drop {
  dropped: Dropped;
  /** The search without it. */
  from(params: SearchParams): SearchParams;
}

/** Each filter as a whole. */
export function filterDrops(params: SearchParams): Drop[] {
  return [...FACETS.flatMap((facet) => facetDrop(params, facet)), ...otherDrops(params)];
}

export function facetDrop({ selection }: SearchParams, facet: Facet): Drop[] {
  const chosen = selection[facet] ?? [];
  if (chosen.length === 0) return [];
  const from = (params: SearchParams) => {
    const { [facet]: _, ...others } = params.selection;
    return { ...params, selection: others };
  };
  return [{ dropped: { parameter: facet, values: [...chosen] }, from }];
}

/** The filters that are no facets. */
export function otherDrops({ ectsMin, ectsMax, occupation }: SearchParams): Drop[] {
  const credits = (parameter: string, hundredths: number | null, change: Partial<SearchParams>): Drop[] =>
    hundredths === null ? [] : [dropOf(parameter, String(hundredths / 100), change)];
  return [
    ...credits("ects-min", ectsMin, { ectsMin: null }),
    ...credits("ects-max", ectsMax, { ectsMax: null }),
    ...(occupation === null ? [] : [dropOf("occupation", occupation, { occupation: null })]),
  ];
}

/** All words. */
export function wordsDrop({ query }: SearchParams): Drop[] {
  return query === "" ? [] : [dropOf("q", query, { query: NO_SEARCH.query, asTyped: NO_SEARCH.asTyped })];
}

const dropOf = (parameter: string, value: string, change: Partial<SearchParams>): Drop => ({
  dropped: { parameter, values: [value] },
  from: (params) => ({ ...params, ...change }),
});

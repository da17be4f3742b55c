import {
  ALL_VALUES,
  CONTAINS_LENGTH,
  type ExpandedFacet,
  expandFacet,
} from "@/components/filters/expanded-facet";
import type { FacetLabels } from "@/components/filters/facet-label";
import { facetValues } from "@/features/finding/queries";
import { FACETS, type Facet, type SearchAnswer } from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";

interface Asked {
  facet: Facet;
  contains: string;
}

/** The facet of which all values are asked for, by `facet` and `contains` of the address; null: of none. */
export function readAskedFacet(facet: string | undefined, contains = ""): Asked | null {
  const known = FACETS.find((name) => name === facet);
  return known
    ? { facet: known, contains: contains.replaceAll("\0", "").trim().slice(0, CONTAINS_LENGTH) }
    : null;
}

/** All its values, as the other choices of the search let them be. */
export async function expandedFacet(
  { facet, contains }: Asked,
  params: SearchParams,
  answer: Pick<SearchAnswer, "facets"> & { labels: FacetLabels },
  now: Date,
): Promise<ExpandedFacet> {
  const values = await facetValues(facet, contains, { ...params, facetLimit: ALL_VALUES + 1 }, { now });
  return expandFacet({
    facet,
    contains,
    values,
    listed: answer.facets[facet] ?? [],
    labels: answer.labels,
    chosen: params.selection[facet] ?? [],
  });
}

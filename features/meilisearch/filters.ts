import { SORT_FIELDS } from "@/features/meilisearch-index/documents";
import {
  chosenKeys,
  countChosenKeys,
  isRunFacet,
  keyAttribute,
  type RunFacet,
} from "@/features/meilisearch-index/run-keys";
import {
  FACETS,
  type Facet,
  JOINT_FACETS,
  RUN_FACETS,
  type SearchRequest,
  type Selection,
} from "@/features/search/engine";
import { isFacetValue } from "@/features/search/facet-values";
import { invalid } from "@/lib/errors";

/** Conditions that must all hold. */
export type Filter = string[];

/** In which the chosen values of facets of runs can be had together: 24 months in 8 modes and 25 languages are 4,800. */
const WAYS = 10_000;

/** Holds for no document. */
const NEVER = "bucket = -1";

/**
 * A value in the server's language of filters: between quotes, where a quote or a backslash needs a backslash. Without
 * it what a person sends could end the value and go on as a condition.
 */
export const quoted = (value: string): string => `"${value.replace(/[\\"]/g, "\\$&")}"`;

/** The document has at least one of the values; with none of them: never. */
export function anyOf(attribute: string, values: readonly string[]): string {
  return values.length === 0 ? NEVER : `${attribute} IN [${values.map(quoted).join(", ")}]`;
}

/** The documents of some groups (features/search/copy.ts). */
export const inBuckets = (buckets: readonly number[]): string => `bucket IN [${buckets.join()}]`;

/** What was chosen of each facet. The server compares values without regard to case and accents: what can be none is left out. */
export function chosenIn({ selection }: Pick<SearchRequest, "selection">): Selection {
  const chosen = FACETS.flatMap((facet) => {
    const values = selection[facet] ?? [];
    if (values.length === 0) return [];
    const possible = values.filter((value) => isFacetValue(facet, value));
    // Where all must hold, nothing can be found with one that can be none.
    return [[facet, isJoint(facet) && possible.length < values.length ? [] : possible] as const];
  });
  return Object.fromEntries(chosen);
}

/** Whether all chosen values of a facet must hold, so that it heeds its own choice when its values are counted. */
export const isJoint = (facet: Facet): boolean => JOINT_FACETS.includes(facet);

/** The facets of runs of which something is chosen, besides one. */
export const chosenRunFacets = (chosen: Selection, besides: Facet | null = null): RunFacet[] =>
  RUN_FACETS.filter((facet) => facet !== besides && chosen[facet] !== undefined);

/**
 * What narrows a search but words, besides the choices of some facets.
 * @throws invalid where values of runs can be had together in more ways than the server can be asked for
 */
export function filterOf(
  request: Pick<SearchRequest, "ectsMin" | "ectsMax" | "teachesAnyOf">,
  chosen: Selection,
  besides: readonly Facet[] = [],
): Filter {
  const { ectsMin, ectsMax, teachesAnyOf } = request;
  const ofCourses = FACETS.filter((facet) => !isRunFacet(facet) && !besides.includes(facet));
  const runFacets = chosenRunFacets(chosen).filter((facet) => !besides.includes(facet));
  if (countChosenKeys(runFacets, chosen) > WAYS)
    throw invalid("So many values about runs at once are not asked of the search server");
  return [
    ...(ectsMin === null ? [] : [`${SORT_FIELDS.ects} >= ${ectsMin}`]),
    ...(ectsMax === null ? [] : [`${SORT_FIELDS.ects} <= ${ectsMax}`]),
    ...(teachesAnyOf === null ? [] : [anyOf("skill", teachesAnyOf)]),
    ...ofCourses.flatMap((facet) => {
      const values = chosen[facet];
      if (values === undefined) return [];
      return isJoint(facet) && values.length > 0
        ? values.map((value) => anyOf(facet, [value]))
        : [anyOf(facet, values)];
    }),
    ...(runFacets.length === 0 ? [] : [anyOf(keyAttribute(runFacets), chosenKeys(runFacets, chosen))]),
  ];
}

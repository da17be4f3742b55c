import { TEXT_FIELDS } from "@/features/search/document";
import type { Facet, SearchRequest, Selection, Sort } from "@/features/search/engine";
import { exactField, forgivingField, SORT_FIELDS } from "./documents";
import { chosenRunFacets, type Filter, filterOf, isJoint } from "./filters";
import { isRunFacet, keyAttribute } from "./run-keys";
import { windowOf } from "./windows";
import { exactQuery, forgivingQuery } from "./word-forms";

/** Which words are looked for, and where. */
export interface Words {
  query: string | null;
  fields: string[];
}

/** Words as they were typed. */
export const asTyped = ({ query }: SearchRequest): Words => ({
  query: exactQuery(query),
  fields: TEXT_FIELDS.map(exactField),
});

/** Words with typing mistakes forgiven by the server. */
export const forgiven = ({ query }: SearchRequest): Words => ({
  query: forgivingQuery(query),
  fields: TEXT_FIELDS.map(forgivingField),
});

/** Words as they were most likely meant. */
export const corrected = (words: string): Words => ({
  query: exactQuery(words, { isWhole: true }),
  fields: TEXT_FIELDS.map(exactField),
});

/** One query of several that are sent at once, to one index. */
export interface Question {
  q?: string;
  attributesToSearchOn?: string[];
  matchingStrategy: "all";
  filter: Filter;
  facets: string[];
  sort?: string[];
  page: number;
  hitsPerPage: number;
  attributesToRetrieve: string[];
}

const SORTS: Record<Exclude<Sort, "relevance">, string> = {
  start: `${SORT_FIELDS.start}:asc`,
  ects: `${SORT_FIELDS.ects}:asc`,
  price: `${SORT_FIELDS.price}:asc`,
  newest: `${SORT_FIELDS.newest}:desc`,
};

/** Whether a facet is counted in other courses than those found: it ignores its own choice, unless it is a joint one. */
export const isApart = (facet: Facet, chosen: Selection): boolean =>
  chosen[facet] !== undefined && !isJoint(facet);

/** The question for the hits; it also counts the values of every facet that is counted in these. */
export function mainQuestion(request: SearchRequest, chosen: Selection, words: Words): Question {
  const { page, hitsPerPage } = windowOf(request);
  return {
    ...counting(words, filterOf(request, chosen)),
    facets: request.facets
      .filter((facet) => !isApart(facet, chosen))
      .flatMap((facet) => countedAttributes(facet, chosen)),
    ...(request.sort === "relevance" ? {} : { sort: [SORTS[request.sort], "id:asc"] }),
    page,
    hitsPerPage,
  };
}

/** The question for a facet that is counted in others. */
export function facetQuestion(
  request: SearchRequest,
  chosen: Selection,
  words: Words,
  facet: Facet,
): Question {
  return {
    ...counting(words, filterOf(request, chosen, [facet])),
    facets: countedAttributes(facet, chosen),
  };
}

/** Asks for nothing but the total. */
export function counting({ query, fields }: Words, filter: Filter): Question {
  return {
    ...(query === null ? {} : { q: query, attributesToSearchOn: fields }),
    matchingStrategy: "all",
    filter,
    facets: [],
    page: 1,
    hitsPerPage: 0,
    attributesToRetrieve: ["id"],
  };
}

/**
 * Of which attributes the server counts values: of a facet of runs beside other choices about runs, its own values on any
 * run of the courses found, and those on the same run as the others.
 */
function countedAttributes(facet: Facet, chosen: Selection): string[] {
  if (!isRunFacet(facet)) return [facet];
  const others = chosenRunFacets(chosen, facet);
  const own = keyAttribute([facet]);
  return others.length === 0 ? [own] : [own, keyAttribute([...others, facet])];
}

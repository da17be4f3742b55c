import { wordsOf } from "@/features/search/analyser";
import { TEXT_FIELDS } from "@/features/search/document";
import type { Facet, SearchRequest, Selection, Sort, Spelling } from "@/features/search/engine";
import { mistakesForgiven } from "@/features/spelling/edits";
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

/**
 * Misspelt words, in the order in which to look for them: with mistakes forgiven by the server, and as they were most
 * likely meant. The other way round where a first letter is wrong: that counts as two mistakes to the server, which thus
 * would find other words of a short one.
 */
export function asMeant(query: string, { corrected }: Spelling): [first: Words, second: Words] {
  const forgiven = { query: forgivingQuery(query), fields: TEXT_FIELDS.map(forgivingField) };
  const meant = { query: exactQuery(corrected, { isWhole: true }), fields: TEXT_FIELDS.map(exactField) };
  const words = wordsOf(corrected);
  const isBeyondServer = wordsOf(query).some(
    (typed, i) => mistakesForgiven(typed) < 2 && typed.at(0) !== words[i]?.at(0),
  );
  return isBeyondServer ? [meant, forgiven] : [forgiven, meant];
}

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

/** The question for the hits; it also counts the values of facets that are counted in these. */
export function mainQuestion(
  request: SearchRequest,
  chosen: Selection,
  words: Words,
  facets: readonly Facet[],
): Question {
  const { page, hitsPerPage } = windowOf(request);
  return {
    ...counting(words, filterOf(request, chosen)),
    facets: facets.flatMap((facet) => countedAttributes(facet, chosen)),
    ...(request.sort === "relevance" ? {} : { sort: [SORTS[request.sort], "id:asc"] }),
    page,
    hitsPerPage,
  };
}

/** The question for one facet, in whichever courses it is counted. */
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

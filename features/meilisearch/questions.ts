import {
  BROAD_FIELDS,
  exactField,
  forgivingField,
  SORT_FIELDS,
} from "@/features/meilisearch-index/documents";
import { isRunFacet, keyAttribute } from "@/features/meilisearch-index/run-keys";
import { exactQuery, forgivingQuery } from "@/features/meilisearch-index/word-forms";
import { wordsOf } from "@/features/search/analyser";
import { TEXT_FIELDS, type TextField } from "@/features/search/document";
import type { Facet, SearchRequest, Selection, Sort, Spelling } from "@/features/search/engine";
import { mistakesForgiven } from "@/features/spelling/edits";
import { chosenRunFacets, type Filter, filterOf, isJoint } from "./filters";
import { windowOf } from "./windows";

/** Which words are looked for, and where. */
export interface Words {
  /** Ways in which they may have been meant, of which a course needs one; none: no words are looked for. */
  queries: string[];
  fields: string[];
}

/** Of more ways in which words may have been meant, the likeliest. */
const MEANT = 8;

const wordsIn = (fieldOf: (field: TextField) => string, queries: readonly (string | null)[]): Words => ({
  queries: queries.filter((query) => query !== null),
  fields: TEXT_FIELDS.map(fieldOf),
});

/** Words as they were typed. */
export const asTyped = ({ query }: SearchRequest): Words => wordsIn(exactField, [exactQuery(query)]);

/**
 * Misspelt words, in the order in which to look for them: with mistakes forgiven by the server, and as they were likely
 * meant. The other way round where a first letter is wrong: that counts as two mistakes to the server, which thus would
 * find other words of a short one.
 */
export function asMeant(query: string, spelling: Spelling): [first: Words, second: Words] {
  const forgiven = wordsIn(forgivingField, [forgivingQuery(query)]);
  const typed = wordsOf(query);
  const ways = waysMeant(typed, spelling);
  const meant = wordsIn(
    exactField,
    ways.map((words) => exactQuery(words.join(" "), { isWhole: true })),
  );
  const isBeyondServer = typed.some(
    (word, i) => mistakesForgiven(word) < 2 && word.at(0) !== ways[0]?.[i]?.at(0),
  );
  return isBeyondServer ? [meant, forgiven] : [forgiven, meant];
}

/** What words may have stood for, one for one, the likeliest first: what was misspelt, in each of its ways. */
function waysMeant(typed: readonly string[], { corrected, alternatives }: Spelling): string[][] {
  return wordsOf(corrected).reduce<string[][]>(
    (ways, word, i) => {
      const meant = word === typed[i] ? [word] : [...new Set([word, ...(alternatives[i] ?? [])])];
      return ways.flatMap((before) => meant.map((each) => [...before, each])).slice(0, MEANT);
    },
    [[]],
  );
}

/** One query of several that are sent at once, to one index. */
export interface Question {
  q?: string;
  /** More ways to write `q`, to none of which the server gives less weight. */
  others?: string[];
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
    ...countsQuestion(request, chosen, words, facets),
    ...(request.sort === "relevance" ? {} : { sort: [SORTS[request.sort], "id:asc"] }),
    page,
    hitsPerPage,
  };
}

/**
 * The question for the values of facets that are counted in the same courses: those found.
 * @param besides facets whose choice is ignored
 */
export function countsQuestion(
  request: SearchRequest,
  chosen: Selection,
  words: Words,
  facets: readonly Facet[],
  besides: readonly Facet[] = [],
): Question {
  return {
    ...counting(words, filterOf(request, chosen, besides)),
    facets: facets.flatMap((facet) => countedAttributes(facet, chosen)),
  };
}

/** The question for one facet, in whichever courses it is counted. */
export const facetQuestion = (
  request: SearchRequest,
  chosen: Selection,
  words: Words,
  facet: Facet,
): Question => countsQuestion(request, chosen, words, [facet], [facet]);

/** Asks for nothing but the total. */
export function counting({ queries: [q, ...others], fields }: Words, filter: Filter): Question {
  return {
    ...(q === undefined ? {} : { q, attributesToSearchOn: fields }),
    ...(others.length === 0 ? {} : { others }),
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
  const own = ownAttribute(facet, chosen);
  if (!isRunFacet(facet)) return [own];
  const others = chosenRunFacets(chosen, facet);
  return others.length === 0 ? [own] : [own, keyAttribute([...others, facet])];
}

/** In which the values of a facet are counted, on any run of the courses. */
export function ownAttribute(facet: Facet, chosen: Selection): string {
  if (isRunFacet(facet)) return keyAttribute([facet]);
  return facet === "field" && chosen.field === undefined ? BROAD_FIELDS : facet;
}

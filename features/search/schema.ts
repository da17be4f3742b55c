import { z } from "zod";
import type { Day } from "@/lib/dates";
import {
  ENGINES,
  FACETS,
  type Facet,
  PAGED_RESULTS,
  type SearchRequest,
  type Selection,
  SORTS,
  type Sort,
} from "./engine";
import { isFacetValue } from "./facet-values";

export const QUERY_LENGTH = 256;
export const PAGE_SIZE = 20;
export const FACET_LIMIT = 100;
const VALUES_PER_FACET = 50;
const VALUE_LENGTH = 100;

/** A search as its address says it; `url.ts` writes it back. */
export interface SearchParams {
  query: string;
  /** Values in code order, without repeats; a facet without a choice is absent. */
  selection: Selection;
  /** Inclusive bounds in hundredths of a credit. */
  ectsMin: number | null;
  ectsMax: number | null;
  /** Id of an ESCO occupation: courses that teach at least one essential, non-transversal skill of it; null: not asked. */
  occupation: string | null;
  /** Words are taken as they were typed, even where nothing has them all. */
  asTyped: boolean;
  /** Answer by this engine if it is at hand, so that the pages of one list are of one order; null: by the first. */
  engine: string | null;
  sort: Sort;
  /** From 1. */
  page: number;
  pageSize: number;
  facetLimit: number;
}

export interface ParsedSearch {
  params: SearchParams;
  /** What could not be used, as "name=value": fallen back on its default, or a filter value that does not exist. */
  ignored: string[];
}

/** What a page (`searchParams`) or a request (`url.searchParams`) brings. */
export type SearchInput = URLSearchParams | Readonly<Record<string, string | string[] | undefined>>;

export const NO_SEARCH: SearchParams = {
  query: "",
  selection: {},
  ectsMin: null,
  ectsMax: null,
  occupation: null,
  asTyped: false,
  engine: null,
  sort: "relevance",
  page: 1,
  pageSize: PAGE_SIZE,
  facetLimit: FACET_LIMIT,
};

/** What an engine is asked where nothing is asked for: no hits and no counts but the total of all courses. */
export const emptyRequest = (today: Day): SearchRequest => ({
  query: "",
  spelling: null,
  teachesAnyOf: null,
  selection: {},
  ectsMin: null,
  ectsMax: null,
  sort: "relevance",
  offset: 0,
  limit: 0,
  facets: [],
  facetLimit: FACET_LIMIT,
  today,
});

const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(max));

/** "2.5" or "2,5" credits -> 250; a bound finer than hundredths moves inwards. */
const credits = (round: (hundredths: number) => number) =>
  z
    .string()
    .regex(/^\d{1,6}(?:[.,]\d{1,6})?$/)
    .transform((text) => round(Number((Number(text.replace(",", ".")) * 100).toFixed(4))));

const scalars = {
  occupation: z.uuid(),
  words: z.literal("as-typed").transform(() => true),
  engine: z.enum(ENGINES),
  sort: z.enum(SORTS),
  page: wholeNumber(999_999_999),
  "page-size": wholeNumber(100),
  "facet-limit": wholeNumber(500),
  "ects-min": credits(Math.ceil),
  "ects-max": credits(Math.floor),
};

/** Never fails: what cannot be used takes its default and is named in `ignored`; unknown names are passed over. */
export function parseSearchParams(input: SearchInput): ParsedSearch {
  const ignored: string[] = [];
  const ignore = (name: string, value: string) => ignored.push(`${name}=${value.slice(0, VALUE_LENGTH)}`);

  function scalar<N extends keyof typeof scalars, D>(name: N, fallback: D) {
    const [text] = valuesOf(input, name);
    if (text === undefined) return fallback;
    const parsed = scalars[name].safeParse(text);
    if (!parsed.success) ignore(name, text);
    return parsed.success ? (parsed.data as z.output<(typeof scalars)[N]>) : fallback;
  }

  const selection: Partial<Record<Facet, readonly string[]>> = {};
  for (const facet of FACETS) {
    const chosen = [...new Set(valuesOf(input, facet).map((value) => value.slice(0, VALUE_LENGTH)))].sort();
    for (const value of chosen.slice(VALUES_PER_FACET)) ignore(facet, value);
    const values = chosen.slice(0, VALUES_PER_FACET);
    for (const value of values) if (!isFacetValue(facet, value)) ignore(facet, value);
    if (values.length > 0) selection[facet] = values;
  }
  const params = {
    query: (valuesOf(input, "q")[0] ?? "").trim().slice(0, QUERY_LENGTH).trimEnd(),
    selection,
    ectsMin: scalar("ects-min", null),
    ectsMax: scalar("ects-max", null),
    occupation: scalar("occupation", null),
    asTyped: scalar("words", false),
    engine: scalar("engine", null),
    sort: scalar("sort", NO_SEARCH.sort),
    page: scalar("page", NO_SEARCH.page),
    pageSize: scalar("page-size", NO_SEARCH.pageSize),
    facetLimit: scalar("facet-limit", NO_SEARCH.facetLimit),
  };
  return { params, ignored };
}

/** Pages reach the first 10,000 results. */
export function isBeyondLastPage({ page, pageSize }: Pick<SearchParams, "page" | "pageSize">): boolean {
  return page * pageSize > PAGED_RESULTS;
}

/** An empty field of a form counts as absent; a NUL, which no text of ours can hold, becomes the replacement character. */
function valuesOf(input: SearchInput, name: string): string[] {
  const values = input instanceof URLSearchParams ? input.getAll(name) : [input[name] ?? []].flat();
  return values.map((value) => value.replaceAll("\0", "\uFFFD")).filter((value) => value.trim() !== "");
}

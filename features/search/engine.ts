import type { Day } from "@/lib/dates";

/** Facets in the order of design: each is also the name of the search parameter that narrows by it. */
export const FACETS = [
  "level",
  "ects",
  "trust",
  "confirmed",
  "assessment",
  "credential",
  "duration",
  "start",
  "mode",
  "price",
  "country",
  "language",
  "field",
  "provider",
  "skill",
  "stacks-into",
] as const;
export type Facet = (typeof FACETS)[number];

/** Facets whose chosen values must all hold on one and the same open run. */
export const RUN_FACETS = [
  "start",
  "mode",
  "price",
  "country",
  "language",
] as const satisfies readonly Facet[];

/** Facets whose chosen values must all hold: a count is that of adding the value to the choice. */
export const JOINT_FACETS: readonly Facet[] = ["confirmed"];

export const SORTS = ["relevance", "start", "ects", "price", "newest"] as const;
export type Sort = (typeof SORTS)[number];

/** Pages reach the first 10,000 results; the export gives all. */
export const PAGED_RESULTS = 10_000;

/** Values within one facet are alternatives, those of joint facets aside; different facets all hold. */
export type Selection = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** The engines there are, by name. */
export const ENGINES = ["meilisearch", "postgres"] as const;
export type EngineName = (typeof ENGINES)[number];

/** More words than these in one query are not looked at. */
export const WORDS_ASKED = 10;

/** What misspelt words may stand for; an engine may know further ways to forgive mistakes. */
export interface Spelling {
  /** For each word of the query, in order, the words it may stand for: whole, folded, the likeliest first. */
  alternatives: readonly (readonly string[])[];
  /** The query with each word as it was most likely meant. */
  corrected: string;
}

export interface SearchRequest {
  /**
   * What the person typed, at most 256 characters: its first ten words must all be found, and the last one typed may be
   * a beginning (`readWords`).
   */
  query: string;
  /** Null: words are as they were typed. Else no course has all of them, and mistakes are forgiven. */
  spelling: Spelling | null;
  /** Courses that teach at least one of these skills, by id; null: whatever they teach. */
  teachesAnyOf: readonly string[] | null;
  selection: Selection;
  /** Inclusive bounds in hundredths of a credit; a course without stated credits is in neither. */
  ectsMin: number | null;
  ectsMax: number | null;
  sort: Sort;
  /** The slice of the ordered results: `limit` 0 asks for counts only. */
  offset: number;
  limit: number;
  /** Which facets to count, each with at most `facetLimit` values: by count, then by value; chosen values always included. */
  facets: readonly Facet[];
  facetLimit: number;
  /** The day it is in the portal's time zone: decides which runs are open. */
  today: Day;
}

export interface FacetCount {
  value: string;
  /** Courses, not runs, that would be found with this value chosen in place of the facet's present choice; of a joint one, beside it. */
  count: number;
}

export interface SearchAnswer {
  /** The engine that answered. */
  engine: string;
  /** Ids of courses in order; texts are read from Postgres. */
  ids: string[];
  /** Exact. */
  total: number;
  /** Exact and disjunctive: a facet ignores its own selection, unless it is a joint one. */
  facets: Partial<Record<Facet, FacetCount[]>>;
}

/** The one port between search and what answers it. Every implementation passes the same contract suite. */
export interface SearchEngine {
  readonly name: string;
  /** @throws unavailable where it cannot answer just now, or not in time. */
  search(request: SearchRequest): Promise<SearchAnswer>;
}

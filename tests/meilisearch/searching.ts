import { z } from "zod";
import { Fault } from "./fault";
import { type Filter, normalized, parseFilter, type Value } from "./filter";
import type { StoredDocument, StoredIndex } from "./stored-index";
import { hasPhrase, mistakes, type ParsedQuery, parseQuery, type Term } from "./words";

/** The parameters that we send; any other is refused, as the server refuses what it does not know. */
export const searchQuery = z.strictObject({
  indexUid: z.string(),
  q: z.string().nullish(),
  page: z.int().min(0).default(1),
  hitsPerPage: z.int().min(0).default(20),
  filter: z.union([z.string(), z.array(z.union([z.string(), z.array(z.string())]))]).nullish(),
  facets: z.array(z.string()).nullish(),
  sort: z.array(z.string()).nullish(),
  attributesToRetrieve: z.array(z.string()).default(["*"]),
  attributesToSearchOn: z.array(z.string()).nullish(),
  matchingStrategy: z.enum(["last", "all", "frequency"]).default("last"),
});
export type SearchQuery = z.output<typeof searchQuery>;

const federation = z.strictObject({
  page: z.int().min(0),
  hitsPerPage: z.int().min(0),
  facetsByIndex: z.record(z.string(), z.array(z.string())),
});
export const manyQueries = z.strictObject({
  queries: z.tuple([searchQuery], searchQuery),
  federation: federation.optional(),
});

interface Match {
  document: StoredDocument;
  /** Mistakes, and in how dear a field the words stand. */
  rank: readonly [number, number];
}

export function search(index: StoredIndex, query: SearchQuery) {
  const started = Date.now();
  const matches = inOrder(index, matchesOf(index, query), query);
  return {
    indexUid: query.indexUid,
    ...shownPage(index, matches, query, query),
    query: query.q ?? "",
    processingTimeMs: Date.now() - started,
    ...(query.facets
      ? { facetDistribution: distributions(index, matches, query.facets), facetStats: {} }
      : {}),
  };
}

/** One answer to several queries to one index: what any of them finds, each document once, as its best query ranks it. */
export function searchAny(
  indexOf: (uid: string) => StoredIndex,
  queries: readonly [SearchQuery, ...SearchQuery[]],
  asked: z.output<typeof federation>,
) {
  const [first] = queries;
  const { indexUid } = first;
  if (queries.some((query) => query.indexUid !== indexUid))
    throw new Error("The stand-in puts together what one index has only");
  const index = indexOf(indexUid);
  const best = new Map<string, Match>();
  for (const match of queries.flatMap((query) => matchesOf(index, query))) {
    const known = best.get(match.document.id);
    if (!known || compareRanks(match.rank, known.rank) < 0) best.set(match.document.id, match);
  }
  const matches = inOrder(index, [...best.values()], first);
  const distribution = distributions(index, matches, asked.facetsByIndex[indexUid] ?? []);
  return {
    ...shownPage(index, matches, first, asked),
    processingTimeMs: 0,
    facetsByIndex: { [indexUid]: { distribution, stats: {} } },
  };
}

function matchesOf(index: StoredIndex, query: SearchQuery): Match[] {
  const fields = searchedFields(index, query.attributesToSearchOn ?? null);
  const filter: Filter = query.filter ?? [];
  const holds = parseFilter(filter, (attribute) => index.askable(attribute));
  const parsed = parseQuery(query.q ?? "", index.settings.nonSeparatorTokens);
  return [...index.documents.values()].filter(holds).flatMap((document) => {
    const rank = rankOf(index, document, parsed, fields);
    return rank === null ? [] : [{ document, rank }];
  });
}

function inOrder(index: StoredIndex, matches: readonly Match[], { sort }: SearchQuery): Match[] {
  const order = (sort ?? []).map((text) => sortOf(text, index.settings.sortableAttributes));
  return [...matches].sort(
    (a, b) =>
      bySort(a.document, b.document, order) ||
      compareRanks(a.rank, b.rank) ||
      (a.document.id < b.document.id ? -1 : 1),
  );
}

function shownPage(
  { settings }: StoredIndex,
  matches: readonly Match[],
  { attributesToRetrieve }: SearchQuery,
  { page, hitsPerPage }: { page: number; hitsPerPage: number },
) {
  const reached = matches.slice(0, settings.pagination.maxTotalHits);
  const hits = page === 0 ? [] : reached.slice((page - 1) * hitsPerPage, page * hitsPerPage);
  return {
    hits: hits.map(({ document }) => shown(document, settings.displayedAttributes, attributesToRetrieve)),
    hitsPerPage,
    page,
    totalPages: hitsPerPage === 0 ? 0 : Math.ceil(matches.length / hitsPerPage),
    totalHits: matches.length,
  };
}

function distributions(index: StoredIndex, matches: readonly Match[], facets: readonly string[]) {
  for (const facet of facets)
    if (index.askable(facet) === "not")
      throw new Fault(400, "invalid_search_facets", `Attribute \`${facet}\` is not filterable.`);
  const documents = matches.map(({ document }) => document);
  const { maxValuesPerFacet, sortFacetValuesBy } = index.settings.faceting;
  return Object.fromEntries(
    facets.map((facet) => {
      const isByCount = (sortFacetValuesBy[facet] ?? sortFacetValuesBy["*"]) === "count";
      return [facet, distribution(documents, facet, { most: maxValuesPerFacet, isByCount })];
    }),
  );
}

function searchedFields({ settings }: StoredIndex, asked: readonly string[] | null): readonly string[] {
  const unknown = asked?.find((field) => !settings.searchableAttributes.includes(field));
  if (unknown !== undefined)
    throw new Fault(
      400,
      "invalid_search_attributes_to_search_on",
      `Attribute \`${unknown}\` is not searchable.`,
    );
  return settings.searchableAttributes.filter((field) => asked === null || asked.includes(field));
}

/** Mistakes first, then in how dear a field the words stand; null: not all words are there. */
function rankOf(
  index: StoredIndex,
  document: StoredDocument,
  { terms, not }: ParsedQuery,
  fields: readonly string[],
): Match["rank"] | null {
  if (not.some((word) => fields.some((field) => index.wordsOf(document, field).places.has(word))))
    return null;
  const from = (i: number): readonly [number, number] | null => {
    const term = terms[i];
    if (term === undefined) return [0, 0];
    return best([add(costOf(index, document, term, fields), from, i + 1), together(i)]);
  };
  // Two words that were written apart, where the document has them as one.
  const together = (i: number): readonly [number, number] | null => {
    const [a, b] = [terms[i], terms[i + 1]];
    if (!a || !b || a.isPhrase || b.isPhrase) return null;
    const joined = { words: [`${a.words[0]}${b.words[0]}`], isPhrase: false, isBeginning: b.isBeginning };
    const forgiving = fields.filter((field) => isForgiving(index, field));
    return add(costOf(index, document, joined, forgiving), from, i + 2);
  };
  return from(0);
}

function add(
  cost: readonly [number, number] | null,
  from: (i: number) => readonly [number, number] | null,
  next: number,
): readonly [number, number] | null {
  const rest = cost && from(next);
  return cost && rest && [cost[0] + rest[0], cost[1] + rest[1]];
}

function best(ranks: readonly (readonly [number, number] | null)[]): readonly [number, number] | null {
  return ranks.reduce((a, b) => (a === null || (b !== null && compareRanks(b, a) < 0) ? b : a), null);
}

/** Where one term stands in a document: with how many mistakes, and in which field. */
function costOf(
  index: StoredIndex,
  document: StoredDocument,
  { words, isPhrase, isBeginning }: Term,
  fields: readonly string[],
): readonly [number, number] | null {
  const [word = ""] = words;
  return best(
    fields.map((field, place) => {
      const known = index.wordsOf(document, field);
      if (isPhrase) return hasPhrase(known, words) ? [0, place] : null;
      if (known.places.has(word)) return [0, place];
      const allowed = isForgiving(index, field) ? mistakesAllowed(index, word) : 0;
      const others = [...known.places.keys()];
      const counts =
        allowed > 0
          ? others.flatMap((other) => mistakes(word, other, isBeginning, allowed) ?? [])
          : others.some((other) => isBeginning && other.startsWith(word))
            ? [0]
            : [];
      // Any word stands also for two that are written apart, with or without typo tolerance.
      const isSplit = Array.from(word, (_, i) => i).some(
        (i) => i > 0 && hasPhrase(known, [word.slice(0, i), word.slice(i)]),
      );
      const least = Math.min(...counts, isSplit ? 1 : Number.POSITIVE_INFINITY);
      return Number.isFinite(least) ? [least, place] : null;
    }),
  );
}

const isForgiving = ({ settings }: StoredIndex, field: string): boolean =>
  !settings.typoTolerance.disableOnAttributes.includes(field);

function mistakesAllowed({ settings: { typoTolerance } }: StoredIndex, word: string): number {
  const { oneTypo, twoTypos } = typoTolerance.minWordSizeForTypos;
  const length = [...word].length;
  if (!typoTolerance.enabled || length < oneTypo) return 0;
  return length < twoTypos ? 1 : 2;
}

function sortOf(text: string, sortable: readonly string[]): { attribute: string; sign: 1 | -1 } {
  const [attribute = "", direction] = text.split(":");
  if (!sortable.includes(attribute))
    throw new Fault(400, "invalid_search_sort", `Attribute \`${attribute}\` is not sortable.`);
  return { attribute, sign: direction === "desc" ? -1 : 1 };
}

function bySort(
  a: StoredDocument,
  b: StoredDocument,
  order: readonly { attribute: string; sign: 1 | -1 }[],
): number {
  for (const { attribute, sign } of order) {
    const [x, y] = [a[attribute], b[attribute]];
    if (x === y) continue;
    if (x === undefined || y === undefined || x === null || y === null) return (y ?? null) === null ? -1 : 1;
    return x < y ? -sign : sign;
  }
  return 0;
}

const compareRanks = (a: readonly [number, number], b: readonly [number, number]): number =>
  a[0] - b[0] || a[1] - b[1];

/** The most frequent values; of those as frequent, the last in the alphabet first. */
function distribution(
  documents: readonly StoredDocument[],
  facet: string,
  { most, isByCount }: { most: number; isByCount: boolean },
): Record<string, number> {
  const counts = new Map<string, { value: string; count: number }>();
  for (const document of documents) {
    const values = [document[facet] ?? []].flat().filter((value: Value) => value !== null);
    for (const [key, value] of new Map(values.map((value) => [normalized(String(value)), String(value)]))) {
      const known = counts.get(key) ?? { value, count: 0 };
      counts.set(key, { value: known.value, count: known.count + 1 });
    }
  }
  const sorted = [...counts].sort(([a, { count: x }], [b, { count: y }]) =>
    isByCount ? y - x || (a < b ? 1 : -1) : a < b ? -1 : 1,
  );
  return Object.fromEntries(sorted.slice(0, most).map(([, { value, count }]) => [value, count]));
}

export function shown(document: StoredDocument, displayed: readonly string[], asked: readonly string[]) {
  const isShown = (name: string) => displayed.includes("*") || displayed.includes(name);
  const isAsked = (name: string) => asked.includes("*") || asked.includes(name);
  return Object.fromEntries(Object.entries(document).filter(([name]) => isShown(name) && isAsked(name)));
}

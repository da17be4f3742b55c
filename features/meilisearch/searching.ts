import { type Facet, PAGED_RESULTS, type SearchAnswer, type SearchRequest } from "@/features/search/engine";
import { listedCounts } from "@/features/search/listed-counts";
import { invalid } from "@/lib/errors";
import { partition } from "@/lib/group";
import type { Ask } from "./asking";
import { countInParts } from "./counted-in-parts";
import { type FacetCounts, nextToAsk, readCounts } from "./facet-counts";
import { chosenIn } from "./filters";
import { asMeant, asTyped, counting, facetQuestion, isApart, mainQuestion, type Words } from "./questions";
import { windowOf } from "./windows";

type Found = Omit<SearchAnswer, "engine">;

/** Words as they were typed; or, where they are misspelt, as they may have been meant, until something is found. */
export async function searchWith(ask: Ask, request: SearchRequest): Promise<Found> {
  if (request.offset + request.limit > PAGED_RESULTS)
    throw invalid("The search server gives the first 10,000 results only");
  const { spelling } = request;
  if (spelling === null) return searchFor(ask, request, asTyped(request));
  const [first, second] = asMeant(request.query, spelling);
  const found = await searchFor(ask, request, first);
  return found.total > 0 ? found : searchFor(ask, request, second);
}

/** Thousands of values: to count these takes the server as long as all else together, so it is asked at the same time. */
const SLOW: readonly Facet[] = ["skill"];

async function searchFor(ask: Ask, request: SearchRequest, words: Words): Promise<Found> {
  const chosen = chosenIn(request);
  const [slow, quick] = partition(request.facets, (facet) => SLOW.includes(facet));
  const [apart, among] = partition(quick, (facet) => isApart(facet, chosen));
  const ofFacets = (facets: readonly Facet[]) =>
    facets.map((facet) => facetQuestion(request, chosen, words, facet));
  // What takes longest is sent first.
  const [ofSlow, [main, ...ofApart]] = await Promise.all([
    slow.length > 0 ? ask(ofFacets(slow)) : [],
    ask([mainQuestion(request, chosen, words, among), ...ofFacets(apart)]),
  ]);
  if (main === undefined) throw new Error("No answer to the first question");
  const counts = await Promise.all(
    request.facets.map(async (facet): Promise<FacetCounts> => {
      const answer = ofApart[apart.indexOf(facet)] ?? ofSlow[slow.indexOf(facet)] ?? main;
      const known = readCounts(request, chosen, facet, answer);
      if (!known.mayLack) return known;
      const all = await countInParts(ask, facetQuestion(request, chosen, words, facet), facet);
      return { ...known, counts: all, open: new Map() };
    }),
  );
  await completeCounts(ask, request, words, counts);
  const { skip, take } = windowOf(request);
  return {
    ids: main.hits.slice(skip, skip + take).map(({ id }) => id),
    total: main.totalHits,
    facets: Object.fromEntries(
      counts.map(({ facet, counts: known }) => [
        facet,
        listedCounts(facet, known, request.selection[facet] ?? [], request.facetLimit),
      ]),
    ),
  };
}

/** Asks how many courses have the values of which that is not known yet, until what is listed is certain. */
async function completeCounts(
  ask: Ask,
  request: SearchRequest,
  words: Words,
  facets: readonly FacetCounts[],
): Promise<void> {
  for (;;) {
    const asked = facets.flatMap((known) =>
      nextToAsk(known, request.selection[known.facet] ?? [], request.facetLimit).map((value) => ({
        known,
        value,
      })),
    );
    if (asked.length === 0) return;
    const answers = await ask(asked.map(({ known, value }) => counting(words, known.filterFor(value))));
    for (const [i, { known, value }] of asked.entries()) {
      known.open.delete(value);
      known.counts.set(value, answers[i]?.totalHits ?? 0);
    }
  }
}

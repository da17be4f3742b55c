import { type Facet, PAGED_RESULTS, type SearchAnswer, type SearchRequest } from "@/features/search/engine";
import { listedCounts } from "@/features/search/listed-counts";
import { invalid } from "@/lib/errors";
import { partition } from "@/lib/group";
import type { Answer } from "./answers";
import type { Ask } from "./asking";
import { countInParts } from "./counted-in-parts";
import { type FacetCounts, nextToAsk, readCounts } from "./facet-counts";
import { chosenIn } from "./filters";
import {
  asMeant,
  asTyped,
  counting,
  countsQuestion,
  facetQuestion,
  isApart,
  mainQuestion,
  type Question,
  type Words,
} from "./questions";
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

/** To count these takes the server as long as all else together, so they are asked for at the same time. */
const SLOW: readonly Facet[] = ["skill", "start", "language"];

interface Counted {
  facets: readonly Facet[];
  question: Question;
}

async function searchFor(ask: Ask, request: SearchRequest, words: Words): Promise<Found> {
  const chosen = chosenIn(request);
  const [slow, quick] = partition(request.facets, (facet) => SLOW.includes(facet));
  const [slowApart, slowAmong] = partition(slow, (facet) => isApart(facet, chosen));
  const [apart, among] = partition(quick, (facet) => isApart(facet, chosen));
  const alone = (facet: Facet): Counted => ({
    facets: [facet],
    question: facetQuestion(request, chosen, words, facet),
  });
  const together = { facets: slowAmong, question: countsQuestion(request, chosen, words, slowAmong) };
  const hits = { facets: among, question: mainQuestion(request, chosen, words, among) };
  // What takes longest is sent first.
  const [ofSlow, [main, ...ofApart]] = await Promise.all([
    askFor(ask, [...(slowAmong.length > 0 ? [together] : []), ...slowApart.map(alone)]),
    askFor(ask, [hits, ...apart.map(alone)]),
  ]);
  if (main === undefined) throw new Error("No answer to the first question");
  const counts = await Promise.all(
    [main, ...ofApart, ...ofSlow].flatMap(({ facets, answer }) =>
      facets.map(async (facet): Promise<FacetCounts> => {
        const known = readCounts(request, chosen, facet, answer);
        if (!known.mayLack) return known;
        const all = await countInParts(ask, facetQuestion(request, chosen, words, facet), facet);
        return { ...known, counts: all, open: new Map() };
      }),
    ),
  );
  await completeCounts(ask, request, words, counts);
  const listed = new Map(
    counts.map(({ facet, counts: known }) => [
      facet,
      listedCounts(facet, known, request.selection[facet] ?? [], request.facetLimit),
    ]),
  );
  const { skip, take } = windowOf(request);
  return {
    ids: main.answer.hits.slice(skip, skip + take).map(({ id }) => id),
    total: main.answer.totalHits,
    // In the order in which they were asked for.
    facets: Object.fromEntries(request.facets.map((facet) => [facet, listed.get(facet)])),
  };
}

async function askFor(
  ask: Ask,
  counted: readonly Counted[],
): Promise<{ facets: readonly Facet[]; answer: Answer }[]> {
  if (counted.length === 0) return [];
  const answers = await ask(counted.map(({ question }) => question));
  return answers.map((answer, i) => ({ facets: counted[i]?.facets ?? [], answer }));
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

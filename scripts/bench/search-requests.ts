import { FACETS, type Facet, RUN_FACETS, type SearchRequest, SORTS } from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";
import type { Day } from "@/lib/dates";
import { Random } from "./random";
import { COUNTRIES, FIELDS, type Ingredients, LANGUAGES } from "./search-catalogue";

/** The most frequent words of a language, its "the" and "of", are not what people search for. */
const FUNCTION_WORDS = 30;
const PAGE = 20;

const isRunFacet = (facet: Facet) => RUN_FACETS.some((name) => name === facet);

/** Values that courses of the generated catalogue have. */
function valuesOf({ providerSlugs, skillIds }: Ingredients, today: Day): Record<Facet, readonly string[]> {
  const months = Array.from({ length: 24 }, (_, i) => {
    const month = Number(today.slice(5, 7)) + i;
    return `${Number(today.slice(0, 4)) + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}`;
  });
  return {
    ...FACET_VALUES,
    start: [...months, "anytime", "not-stated", "no-open-run"],
    country: COUNTRIES,
    language: LANGUAGES,
    field: [...FIELDS, ...new Set(FIELDS.map((code) => code.slice(0, 2)))],
    provider: providerSlugs.slice(0, 50),
    skill: skillIds.slice(0, 50),
    "stacks-into": [],
  };
}

/**
 * Requests as a busy day might bring them: three in ten with filters alone; of the others, of one to four words, two in
 * five end in a word cut short, one in five has a mistake, and two in five have one to three filters, a part of them of
 * two values; one in ten is sorted, one in ten far back.
 */
export function requestLog(count: number, made: Ingredients, today: Day): SearchRequest[] {
  const random = new Random(7);
  const asked = made.words.slice(FUNCTION_WORDS);
  const values = valuesOf(made, today);
  const facets = FACETS.filter((facet) => values[facet].length > 0);
  const choose = () => choices(random, values, facets, 1 + random.below(3));
  const query = () => {
    const typed = Array.from({ length: 1 + random.below(4) }, () => random.skewed(asked));
    if (random.chance(0.2)) typed[0] = mistyped(random, typed[0] ?? "");
    const last = typed.pop() ?? "";
    return [...typed, random.chance(0.4) ? last.slice(0, 4) : last].join(" ");
  };
  return Array.from({ length: count }, (): SearchRequest => {
    const hasWords = random.chance(0.7);
    return {
      query: hasWords ? query() : "",
      spelling: null,
      teachesAnyOf: null,
      selection: !hasWords || random.chance(0.4) ? choose() : {},
      ectsMin: null,
      ectsMax: null,
      sort: random.chance(0.1) ? random.of(SORTS) : "relevance",
      offset: random.chance(0.1) ? PAGE * random.below(10) : 0,
      limit: PAGE,
      facets: FACETS,
      facetLimit: 100,
      today,
    };
  });
}

/** Each request of a log without choices about runs, and the same with one to three of them. */
export function runPairs(
  log: readonly SearchRequest[],
  made: Ingredients,
  today: Day,
): { without: SearchRequest; with: SearchRequest }[] {
  const random = new Random(11);
  const values = valuesOf(made, today);
  return log.map((request) => {
    const selection = Object.fromEntries(
      Object.entries(request.selection).filter(([facet]) => !RUN_FACETS.some((name) => name === facet)),
    );
    const runs = choices(random, values, FACETS.filter(isRunFacet), 1 + random.below(3));
    return {
      without: { ...request, selection, offset: 0 },
      with: { ...request, selection: { ...selection, ...runs }, offset: 0 },
    };
  });
}

function choices(
  random: Random,
  values: Record<Facet, readonly string[]>,
  facets: readonly Facet[],
  count: number,
): Record<string, string[]> {
  const chosen = random.some(facets, count);
  return Object.fromEntries(
    chosen.map((facet) => [facet, random.some(values[facet], random.chance(0.4) ? 2 : 1).sort()]),
  );
}

/** One letter left out, doubled, changed or swapped with the next; the first one stays. */
export function mistyped(random: Random, word: string): string {
  if (word.length < 3) return word;
  const at = 1 + random.below(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word[at] ?? "", word.slice(at + 1)];
  switch (random.below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + (letter === "q" ? "v" : "q") + after;
    default:
      return before + (after[0] ?? "") + letter + after.slice(1);
  }
}

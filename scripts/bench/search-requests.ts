import { FACETS, type Facet, RUN_FACETS, type SearchRequest, SORTS } from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";
import type { Day } from "@/lib/dates";
import { Random } from "./random";
import { COUNTRIES, FIELDS, type Ingredients, LANGUAGES } from "./search-catalogue";

/** The most frequent words of a language, its "the" and "of", are not what people search for. */
const FUNCTION_WORDS = 30;

/**
 * Requests as a busy day might bring them: none to four choices about courses and as many about runs, two in five of
 * them of two values; half of the requests with words, the last one cut; one in ten sorted, one in ten far back.
 */
export function requestLog(count: number, { words, providerSlugs, skillIds }: Ingredients, today: Day) {
  const random = new Random(7);
  const asked = words.slice(FUNCTION_WORDS);
  const months = Array.from({ length: 24 }, (_, i) => {
    const month = Number(today.slice(5, 7)) + i;
    return `${Number(today.slice(0, 4)) + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}`;
  });
  const values: Record<Facet, readonly string[]> = {
    ...FACET_VALUES,
    start: [...months, "anytime", "not-stated", "no-open-run"],
    country: COUNTRIES,
    language: LANGUAGES,
    field: [...FIELDS, ...new Set(FIELDS.map((code) => code.slice(0, 2)))],
    provider: providerSlugs.slice(0, 50),
    skill: skillIds.slice(0, 50),
    "stacks-into": [],
  };
  const courseFacets = FACETS.filter(
    (facet) => values[facet].length > 0 && !RUN_FACETS.some((name) => name === facet),
  );
  const choices = (facets: readonly Facet[]) =>
    random
      .some(facets, random.below(5))
      .map((facet) => [facet, random.some(values[facet], random.chance(0.4) ? 2 : 1)]);
  const query = () => {
    const typed = Array.from({ length: 1 + random.below(3) }, () => random.skewed(asked));
    const last = typed.pop() ?? "";
    return [...typed, random.chance(0.5) ? last.slice(0, 4) : last].join(" ");
  };
  return Array.from(
    { length: count },
    (): SearchRequest => ({
      query: random.chance(0.5) ? query() : "",
      spelling: null,
      teachesAnyOf: null,
      selection: Object.fromEntries([...choices(courseFacets), ...choices(RUN_FACETS)]),
      ectsMin: null,
      ectsMax: null,
      sort: random.chance(0.1) ? random.of(SORTS) : "relevance",
      offset: random.chance(0.1) ? 20 * random.below(100) : 0,
      limit: 20,
      facets: FACETS,
      facetLimit: 100,
      today,
    }),
  );
}

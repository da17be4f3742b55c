import { readWords } from "@/features/search/analyser";
import { FACETS } from "@/features/search/engine";
import { isFacetValue } from "@/features/search/facet-values";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import { toQueryString } from "@/features/search/url";
import type { Day } from "@/lib/dates";
import type { Locale } from "@/lib/locales";

/** A search that found nothing, with nothing of who asked; see `unanswered_searches`. */
export interface Unanswered {
  day: Day;
  locale: Locale | "";
  words: string;
  filters: string;
}

/** Characters; longer is no search of a person. */
const WORDS_LENGTH = 80;
const FILTERS_LENGTH = 300;
/** An address of mail, or a number such as a person or a telephone has: six digits together, ten in all. */
const MAY_BE_PERSONAL = /@|\+\s*\d|\d{6}|(?:\d\D*){10}/;

/**
 * What is counted of a search that found nothing; null where it is not: further pages, questions for a number alone, values
 * that no course can have, what may say who asks, and texts too long to be meant.
 * @param locale of the page; null for the API
 */
export function unansweredOf(params: SearchParams, locale: Locale | null, day: Day): Unanswered | null {
  const { query, selection, ectsMin, ectsMax, occupation, page, pageSize } = params;
  if (page > 1 || pageSize === 1 || MAY_BE_PERSONAL.test(query)) return null;
  if (FACETS.some((facet) => selection[facet]?.some((value) => !isFacetValue(facet, value)))) return null;
  const { whole, beginning } = readWords(query);
  const words = [...whole, ...(beginning === null ? [] : [beginning])].join(" ");
  const filters = toQueryString({ ...NO_SEARCH, selection, ectsMin, ectsMax, occupation });
  if (words === "" && filters === "") return null;
  if (words.length > WORDS_LENGTH || filters.length > FILTERS_LENGTH) return null;
  return { day, locale: locale ?? "", words, filters };
}

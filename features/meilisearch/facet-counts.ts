import {
  chosenKeys,
  countChosenKeys,
  isRunFacet,
  keyAttribute,
  type RunFacet,
} from "@/features/meilisearch-index/run-keys";
import { LISTED_VALUES } from "@/features/meilisearch-index/settings";
import { type Facet, RUN_FACETS, type SearchRequest, type Selection } from "@/features/search/engine";
import { type Answer, countsOf } from "./answers";
import { anyOf, chosenRunFacets, type Filter, filterOf, isJoint } from "./filters";
import { ownAttribute } from "./questions";

/** What is known of the counts of one facet, and what must still be asked. */
export interface FacetCounts {
  facet: Facet;
  counts: Map<string, number>;
  /** Values whose count is not known, with a number that it cannot exceed. */
  open: Map<string, number>;
  /** Whether the server may have left out a value that is to be listed. */
  mayLack: boolean;
  /** Of the courses that count for a value. */
  filterFor(value: string): Filter;
}

/** Reads what an answer says of a facet. */
export function readCounts(
  request: SearchRequest,
  chosen: Selection,
  facet: Facet,
  answer: Answer,
): FacetCounts {
  if (isRunFacet(facet)) {
    const others = chosenRunFacets(chosen, facet);
    if (others.length > 0) return onOneRun(request, chosen, facet, others, answer);
  }
  return onAnyRun(request, chosen, facet, ownAttribute(facet, chosen), answer);
}

/** A count of a value is what the server says; of a chosen one that is not among those it lists, it is asked. */
function onAnyRun(
  request: SearchRequest,
  chosen: Selection,
  facet: Facet,
  attribute: string,
  answer: Answer,
): FacetCounts {
  const counts = countsOf(answer, attribute);
  const isWhole = counts.size < LISTED_VALUES;
  const unlisted = isWhole ? [] : (chosen[facet] ?? []).filter((value) => !counts.has(value));
  return {
    facet,
    counts,
    open: new Map(unlisted.map((value) => [value, answer.totalHits])),
    mayLack: !isWhole && !isCertain(counts, request.facetLimit),
    filterFor: (value) => [
      ...filterOf(request, chosen, isJoint(facet) ? [] : [facet]),
      anyOf(attribute, [value]),
    ],
  };
}

/**
 * Where the server has more values than it gives, the last one that is listed must have more courses than the last one
 * given: else one that comes before it by its name may have been left out.
 */
function isCertain(counts: ReadonlyMap<string, number>, limit: number): boolean {
  const sorted = [...counts.values()].sort((a, b) => b - a);
  return (sorted[limit - 1] ?? 0) > (sorted.at(-1) ?? 0);
}

/**
 * A value counts on the runs that have the other choices. Where there is one way to have these, as many courses have the
 * value so as have the key of both. Where there are several, a course may have more than one key: it is asked how many
 * have any.
 */
function onOneRun(
  request: SearchRequest,
  chosen: Selection,
  facet: RunFacet,
  others: readonly RunFacet[],
  answer: Answer,
): FacetCounts {
  const set = [...others, facet];
  const keysFor = (value: string) => chosenKeys(set, { ...chosen, [facet]: [value] });
  const byKey = countsOf(answer, keyAttribute(set));
  const isWhole = byKey.size < LISTED_VALUES;
  const isOneWay = countChosenKeys(others, chosen) === 1;
  const counts = new Map<string, number>();
  const open = new Map<string, number>();
  for (const [value, onAny] of countsOf(answer, keyAttribute([facet]))) {
    const known = keysFor(value).flatMap((key) => byKey.get(key) ?? []);
    const [first] = known;
    if (first !== undefined && known.length === 1 && (isWhole || isOneWay)) counts.set(value, first);
    else if (first !== undefined || !isWhole) open.set(value, isWhole ? Math.min(onAny, sum(known)) : onAny);
  }
  const ofCourses = filterOf(request, chosen, RUN_FACETS);
  const attribute = keyAttribute(set);
  return {
    facet,
    counts,
    open,
    mayLack: false,
    filterFor: (value) => [...ofCourses, anyOf(attribute, keysFor(value))],
  };
}

/**
 * The values of which to ask next, the likeliest to be listed first: none once `limit` values are known to come before
 * all others. A value with as many courses as the last one listed may still come before it by its name.
 */
export function nextToAsk({ counts, open }: FacetCounts, chosen: readonly string[], limit: number): string[] {
  const last = [...counts.values()].sort((a, b) => b - a)[limit - 1] ?? 0;
  return [...open]
    .filter(([value, most]) => most >= last || chosen.includes(value))
    .sort(([, a], [, b]) => b - a)
    .slice(0, Math.max(limit, chosen.length))
    .map(([value]) => value);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

import { readWords } from "@/features/search/analyser";
import {
  FACETS,
  type Facet,
  type FacetCount,
  JOINT_FACETS,
  type SearchAnswer,
} from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";
import type { SearchParams } from "@/features/search/schema";
import { topicOf } from "@/features/spelling/intents";
import type { Reading } from "@/features/spelling/view";
import type { Day } from "@/lib/dates";
import { facetDrop, otherDrops, wordsDrop } from "./drops";
import type { Dropped, NearMiss } from "./view";

/** A search close to one that finds little; `known`: what it finds, where the answer says it already, else null. */
export interface Offer extends Omit<NearMiss, "count"> {
  known: number | null;
}

/** A search, and what was found. */
export interface Found extends Pick<SearchAnswer, "total" | "facets"> {
  params: SearchParams;
  reading: Reading;
}

/** Facets of which a course has exactly one value, so that counts of values can be added. */
const SINGLE: readonly Facet[] = ["level", "ects", "assessment", "duration", "provider"];

/** Each filter and each word left out, and filters widened to what is next to them. */
export function nearOffers(found: Found, today: Day): Offer[] {
  const first = { ...found.params, page: 1, engine: null };
  return [
    ...FACETS.flatMap((facet) => facetOffers(found, first, facet, today)),
    ...otherDrops(first).map(({ dropped, from }) => dropOffer([dropped], from(first))),
    ...wordOffers(first),
  ];
}

const dropOffer = (dropped: Dropped[], params: SearchParams, known: number | null = null): Offer => ({
  change: { kind: "drop", dropped },
  params,
  known,
});

function facetOffers(found: Found, first: SearchParams, facet: Facet, today: Day): Offer[] {
  const chosen = first.selection[facet] ?? [];
  const counts = knownCounts(found, facet);
  const wider = widened(facet, chosen, today);
  return facetDrop(first, facet).flatMap(({ dropped, from }) => [
    ...(wider === null ? [] : [widerOffer(first, facet, wider, counts?.of(wider) ?? null)]),
    ...(JOINT_FACETS.includes(facet) ? eachOf(first, facet, chosen) : []),
    dropOffer([dropped], from(first), counts?.ofAll() ?? null),
  ]);
}

function widerOffer(first: SearchParams, facet: Facet, wider: string[], known: number | null): Offer {
  return {
    change: { kind: "change", parameter: facet, from: [...(first.selection[facet] ?? [])], to: wider },
    params: { ...first, selection: { ...first.selection, [facet]: wider } },
    known,
  };
}

/** Values that must all hold, each left out alone. */
function eachOf(first: SearchParams, facet: Facet, chosen: readonly string[]): Offer[] {
  if (chosen.length < 2) return [];
  return chosen.map((value) => {
    const others = chosen.filter((other) => other !== value);
    const selection = { ...first.selection, [facet]: others };
    return dropOffer([{ parameter: facet, values: [value] }], { ...first, selection });
  });
}

/** Without each of the words as they were typed, without those of intent, and without all of them. */
function wordOffers(first: SearchParams): Offer[] {
  const typed = first.query.split(/\s+/);
  const places = [...typed.keys()];
  const isOfIntent = (word: string) => hasWords(word) && topicOf(word) === "";
  const intents = [...typed.entries()].flatMap(([at, word]) => (isOfIntent(word) ? [at] : []));
  const some = [...places.map((at) => [at]), ...(intents.length > 1 ? [intents] : [])].map((left) => {
    const values = typed.filter((_, at) => left.includes(at));
    const query = typed.filter((_, at) => !left.includes(at)).join(" ");
    return dropOffer([{ parameter: "q", values }], { ...first, query });
  });
  return [
    ...some.filter(({ params }) => hasWords(params.query)),
    ...wordsDrop(first).map(({ dropped, from }) => dropOffer([dropped], from(first))),
  ];
}

function hasWords(query: string): boolean {
  const { whole, beginning } = readWords(query);
  return whole.length > 0 || beginning !== null;
}

/** A choice and what is next to it; null where nothing is. */
function widened(facet: Facet, chosen: readonly string[], today: Day): string[] | null {
  const values = [...new Set([...chosen, ...neighbours(facet, chosen, today)])].sort();
  const wider = facet === "field" ? parents(chosen) : values;
  return wider.join() === [...chosen].sort().join() ? null : wider;
}

function neighbours(facet: Facet, chosen: readonly string[], today: Day): string[] {
  if (facet === "start") {
    const months = chosen.filter((value) => /^\d/.test(value)).sort();
    const ends = [monthFrom(months[0], -1), monthFrom(months.at(-1), 1)];
    return ends.flatMap((month) => (month !== null && month >= today.slice(0, 7) ? [month] : []));
  }
  if (facet !== "level" && facet !== "ects" && facet !== "duration") return [];
  const scale: readonly string[] = FACET_VALUES[facet].filter((value) => value !== "not-stated");
  return chosen.flatMap((value) => {
    const at = scale.indexOf(value);
    return at < 0 ? [] : scale.slice(Math.max(0, at - 1), at + 2);
  });
}

/** The broader fields of narrow ones. */
function parents(fields: readonly string[]): string[] {
  const wider = fields.map((code) => (/^\d{3,4}$/.test(code) ? code.slice(0, -1) : code));
  return [...new Set(wider)].sort();
}

function monthFrom(month: string | undefined, step: 1 | -1): string | null {
  if (month === undefined) return null;
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

interface Counts {
  of(values: readonly string[]): number | null;
  ofAll(): number | null;
}

/** Null where words were not taken as they were typed: with another choice they might be. */
function knownCounts(found: Found, facet: Facet): Counts | null {
  return found.reading.kind === "all" ? listedCounts(found, facet) : null;
}

/** What the answer says of other choices of a facet: of one value for any, of several where a course has only one. */
export function listedCounts({ facets, params }: Found, facet: Facet): Counts | null {
  const listed = facets[facet];
  if (listed === undefined) return null;
  const isComplete = listed.length < params.facetLimit;
  const counts = new Map(listed.map(({ value, count }) => [value, count]));
  const isSingle = SINGLE.includes(facet);
  return {
    of(values) {
      if (values.length > 1 && !isSingle) return null;
      if (!isComplete && values.some((value) => !counts.has(value))) return null;
      return values.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
    },
    ofAll: () => (isSingle && isComplete ? sum(listed) : null),
  };
}

const sum = (counts: readonly FacetCount[]): number => counts.reduce((all, { count }) => all + count, 0);

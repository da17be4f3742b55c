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
import type { Day } from "@/lib/dates";
import type { NearMiss, Reading } from "./view";

/** A search close to one that finds little; `known`: what it finds, where the answer says it already, else null. */
export interface Offer extends Omit<NearMiss, "count"> {
  known: number | null;
}

export interface LittleFound extends Pick<SearchAnswer, "total" | "facets"> {
  params: SearchParams;
  reading: Reading;
}

/** Facets of which a course has exactly one value, so that counts of values can be added. */
const SINGLE: readonly Facet[] = ["level", "ects", "assessment", "duration", "provider"];

/** Each filter and each word left out, and filters widened to what is next to them. */
export function nearOffers(found: LittleFound, today: Day): Offer[] {
  const first = { ...found.params, page: 1, engine: null };
  return [
    ...FACETS.flatMap((facet) => facetOffers(found, first, facet, today)),
    ...boundOffers(first),
    ...occupationOffers(first),
    ...wordOffers(first),
  ];
}

function facetOffers(found: LittleFound, first: SearchParams, facet: Facet, today: Day): Offer[] {
  const chosen = first.selection[facet] ?? [];
  if (chosen.length === 0) return [];
  const { [facet]: _, ...others } = first.selection;
  const counts = knownCounts(found, facet);
  const wider = widened(facet, chosen, today);
  const change: Offer[] =
    wider === null
      ? []
      : [
          {
            change: { kind: "change", parameter: facet, from: [...chosen], to: wider },
            params: { ...first, selection: { ...others, [facet]: wider } },
            known: counts?.of(wider) ?? null,
          },
        ];
  const drop: Offer = {
    change: { kind: "drop", parameter: facet, values: [...chosen] },
    params: { ...first, selection: others },
    known: counts?.ofAll() ?? null,
  };
  return [...change, ...(JOINT_FACETS.includes(facet) ? eachOf(drop, facet, chosen) : []), drop];
}

/** Values that must all hold, each left out alone. */
function eachOf({ params }: Offer, facet: Facet, chosen: readonly string[]): Offer[] {
  if (chosen.length < 2) return [];
  return chosen.map((value) => ({
    change: { kind: "drop", parameter: facet, values: [value] },
    params: {
      ...params,
      selection: { ...params.selection, [facet]: chosen.filter((other) => other !== value) },
    },
    known: null,
  }));
}

function boundOffers(first: SearchParams): Offer[] {
  const drop = (parameter: string, hundredths: number | null, params: SearchParams): Offer[] =>
    hundredths === null
      ? []
      : [{ change: { kind: "drop", parameter, values: [String(hundredths / 100)] }, params, known: null }];
  return [
    ...drop("ects-min", first.ectsMin, { ...first, ectsMin: null }),
    ...drop("ects-max", first.ectsMax, { ...first, ectsMax: null }),
  ];
}

function occupationOffers(first: SearchParams): Offer[] {
  if (first.occupation === null) return [];
  const change = { kind: "drop", parameter: "occupation", values: [first.occupation] } as const;
  return [
    {
      change: { ...change, values: [...change.values] },
      params: { ...first, occupation: null },
      known: null,
    },
  ];
}

/** Without each of the words as they were typed, and without all of them. */
function wordOffers(first: SearchParams): Offer[] {
  if (first.query === "") return [];
  const typed = first.query.split(/\s+/);
  const without = (values: string[], query: string): Offer => ({
    change: { kind: "drop", parameter: "q", values },
    params: { ...first, query, asTyped: first.asTyped && query !== "" },
    known: null,
  });
  const each = typed.map((word, at) => without([word], typed.filter((_, other) => other !== at).join(" ")));
  return [...each.filter(({ params }) => hasWords(params.query)), without([first.query], "")];
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

/**
 * What the answer says of other choices of a facet: of one value for any, of several where a course has only one. Null
 * where words were not taken as they were typed: with another choice they might be.
 */
function knownCounts(
  { facets, params, reading }: LittleFound,
  facet: Facet,
): { of(values: readonly string[]): number | null; ofAll(): number | null } | null {
  const listed = facets[facet];
  if (listed === undefined || reading.kind !== "all") return null;
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

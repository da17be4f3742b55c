import type { SearchParams } from "@/features/search/schema";
import { type Drop, filterDrops, wordsDrop } from "./drops";
import type { Offer } from "./near-offers";

/**
 * Searches further off, for where no single change finds anything: without two filters; without all filters but with the
 * words, or without the words and a filter, or all of them; without anything. Each kind is only worth asking for where the
 * one before it finds nothing.
 */
export function farOffers(params: SearchParams): Offer[][] {
  const filters = filterDrops(params);
  const words = wordsDrop(params);
  const pairs = filters.flatMap((one, i) => filters.slice(i + 1).map((other) => [one, other]));
  const mixed = words.flatMap((all) => [filters, [all], ...filters.map((one) => [one, all])]);
  return [pairs, mixed, [[...filters, ...words]]].map((kind) =>
    kind.filter((drops) => drops.length > 0).map((drops) => without(params, drops)),
  );
}

function without(params: SearchParams, drops: readonly Drop[]): Offer {
  const first: SearchParams = { ...params, page: 1, engine: null };
  return {
    change: { kind: "drop", dropped: drops.map(({ dropped }) => dropped) },
    params: drops.reduce((rest, drop) => drop.from(rest), first),
    known: null,
  };
}

import type { SearchParams } from "@/features/search/schema";
import type { Day } from "@/lib/dates";
import { farOffers } from "./far-offers";
import { type Found, nearOffers, type Offer } from "./near-offers";
import type { NearMiss } from "./view";

/** With fewer results than these, ways to find more are offered. */
export const FEW = 5;
const MOST_OFFERS = 5;
/** Offers of a kind that are counted by asking the engine; the rest of a long search is not tried. */
const MOST_COUNTS = 12;

/**
 * The offers that find most, each with exactly what it finds; none that finds nothing, or no more than the search itself.
 * Those further off are only made where none is near.
 * @param count what a search finds, taken as a reader's is
 */
export async function findNearest(
  found: Found,
  count: (params: SearchParams) => Promise<number>,
  today: Day,
): Promise<NearMiss[]> {
  if (found.total >= FEW || found.params.page > 1) return [];
  for (const offers of [nearOffers(found, today), ...farOffers(found.params)]) {
    const nearest = bestOf((await counted(offers, count)).filter((offer) => offer.count > found.total));
    if (nearest.length > 0) return nearest;
  }
  return [];
}

type Counted = Offer & { count: number };

function counted(
  offers: readonly Offer[],
  count: (params: SearchParams) => Promise<number>,
): Promise<Counted[]> {
  const asked = new Set(offers.filter(({ known }) => known === null).slice(0, MOST_COUNTS));
  return Promise.all(
    offers
      .filter((offer) => offer.known !== null || asked.has(offer))
      .map(async (offer) => ({ ...offer, count: offer.known ?? (await count(offer.params)) })),
  );
}

/** Those that find most; of as many, what keeps part of a choice before what gives it up, which is then not offered. */
function bestOf(offers: readonly Counted[]): NearMiss[] {
  const isIdle = ({ change, count }: Counted) =>
    change.kind === "drop" &&
    offers.some(
      (other) =>
        other.change.kind === "change" &&
        other.change.parameter === change.dropped[0]?.parameter &&
        other.count === count,
    );
  return offers
    .filter((offer) => !isIdle(offer))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_OFFERS)
    .map(({ change, count, params }) => ({ change, count, params }));
}

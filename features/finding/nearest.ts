import type { SearchParams } from "@/features/search/schema";
import type { Day } from "@/lib/dates";
import { type LittleFound, nearOffers, type Offer } from "./near-offers";
import type { NearMiss } from "./view";

/** With fewer results than these, ways to find more are offered. */
export const FEW = 5;
const MOST_OFFERS = 5;
/** Offers that are counted by asking the engine; the rest of a long search is not tried. */
const MOST_COUNTS = 12;

/**
 * The offers that find most, each with exactly what it finds; none that finds nothing, or no more than the search itself.
 * @param count what a search finds, taken as a reader's is
 */
export async function findNearest(
  found: LittleFound,
  count: (params: SearchParams) => Promise<number>,
  today: Day,
): Promise<NearMiss[]> {
  if (found.total >= FEW || found.params.page > 1) return [];
  const offers = nearOffers(found, today);
  const asked = new Set(offers.filter(({ known }) => known === null).slice(0, MOST_COUNTS));
  const counted = await Promise.all(
    offers
      .filter((offer) => offer.known !== null || asked.has(offer))
      .map(async (offer) => ({ ...offer, count: offer.known ?? (await count(offer.params)) })),
  );
  return bestOf(counted.filter((offer) => offer.count > found.total));
}

/** Those that find most; of as many, what keeps part of a choice before what gives it up, which is then not offered. */
function bestOf(offers: readonly (Offer & { count: number })[]): NearMiss[] {
  const isIdle = ({ change, count }: Offer & { count: number }) =>
    change.kind === "drop" &&
    offers.some(
      (other) =>
        other.change.kind === "change" &&
        other.change.parameter === change.parameter &&
        other.count === count,
    );
  return offers
    .filter((offer) => !isIdle(offer))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_OFFERS)
    .map(({ change, count, params }) => ({ change, count, params }));
}

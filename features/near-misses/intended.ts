import type { SearchParams } from "@/features/search/schema";
import { choiceOf } from "@/features/spelling/intents";
import { words } from "@/lib/fold";
import { type Found, listedCounts } from "./near-offers";
import type { NearMiss } from "./view";

/**
 * What words of intent that were left out ask for, as filters: each with exactly what it finds, which is something, and
 * less than the search itself.
 * @param count what a search finds, taken as a reader's is
 */
export async function findIntended(
  found: Found,
  count: (params: SearchParams) => Promise<number>,
): Promise<NearMiss[]> {
  const { params, reading, total } = found;
  if (reading.kind !== "most" || params.page > 1) return [];
  const asked = reading.left.flatMap(words).flatMap((word) => choiceOf(word) ?? []);
  const choices = new Map(
    asked.filter(({ facet }) => !params.selection[facet]).map((choice) => [choice.facet, choice.values]),
  );
  const offers = await Promise.all(
    [...choices].map(async ([facet, values]): Promise<NearMiss> => {
      const selection = { ...params.selection, [facet]: values };
      const near = { ...params, selection, page: 1, engine: null };
      return {
        change: { kind: "add", parameter: facet, values: [...values] },
        // Of fewer courses none has all the words either: they are read alike.
        count: listedCounts(found, facet)?.of(values) ?? (await count(near)),
        params: near,
      };
    }),
  );
  return offers.filter((offer) => offer.count > 0 && offer.count < total);
}

import type { FacetCount, Selection } from "@/features/search/engine";

const OWN_WORD = "self-declared";

/**
 * How many of the courses found have nothing but their provider's own word behind them; exact, by the counts of the facet,
 * which ignore what was chosen of it. A course has one tier.
 */
export function ownWordCount(selection: Selection, trust: readonly FacetCount[] | undefined): number {
  const chosen = selection.trust ?? [];
  if (chosen.length > 0 && !chosen.includes(OWN_WORD)) return 0;
  return trust?.find(({ value }) => value === OWN_WORD)?.count ?? 0;
}

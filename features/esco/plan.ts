import { lossToQuarantine } from "@/features/differences/quarantine";
import { type ConceptContext, type ConceptPlans, type HeldConcepts, planConcepts } from "./concept-plan";
import { type HeldPairs, type PairPlans, planPairs } from "./pair-plan";
import type { EscoFault, EscoFeed } from "./schema";

export interface EscoPlan {
  concepts: ConceptPlans;
  pairs: PairPlans;
  faults: EscoFault[];
  quarantine: string | null;
}

/** What bringing in a set of ESCO files would do to what is held; decides everything and writes nothing. */
export function planEsco(
  feed: EscoFeed,
  held: { concepts: HeldConcepts; pairs: HeldPairs },
  given: Omit<ConceptContext, "isWhole"> & { isPartial: boolean },
): EscoPlan {
  const isWhole = feed.isComplete && !given.isPartial;
  const concepts = planConcepts(feed, held.concepts, { ...given, isWhole });
  const pairs = planPairs(feed, held.pairs, concepts, isWhole);
  const stated = [...Object.entries(concepts), ...Object.entries(pairs)].filter(([, part]) => part.isStated);
  return {
    concepts,
    pairs,
    faults: [...feed.faults, ...stated.flatMap(([, { faults }]) => faults)],
    quarantine:
      stated.length === 0 && feed.isComplete
        ? "No file of ESCO was found. Nothing was changed. Name the folder that holds skills_en.csv and the others."
        : isWhole
          ? lossToQuarantine(
              stated.map(([kind, { held: count, lacking }]) => ({ kind, held: count, lacking })),
            )
          : null,
  };
}

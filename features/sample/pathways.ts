import type { Transaction } from "@/db/client";
import { samplePathways } from "@/db/sample/pathways";
import type { Moment } from "@/features/changes/schema";
import { writePathways } from "@/features/curated-pathways/mutations";
import { pathwaySchema } from "@/features/curated-pathways/pathway-schema";
import { planPathways } from "@/features/curated-pathways/plan";
import { loadStoredPathways } from "@/features/curated-pathways/queries";
import type { ImportSource } from "@/features/imports/mutations";
import type { Day } from "@/lib/dates";
import { conflict } from "@/lib/errors";
import { broughtTo } from "./dates";

export interface SamplePathway {
  /** Its address too. */
  id: string;
  /** The file of the `pathway` format. */
  document: unknown;
}

/** The curated pathways of the sample, with dates that fit `today`. */
export const samplePathwaysOn = (today: Day): SamplePathway[] =>
  samplePathways.map((written) => {
    const document = broughtTo(today, written);
    return { id: pathwaySchema.parse(document).id, document };
  });

/**
 * Puts in pathways that are not there yet or say something else, by the same way as an import.
 * @throws conflict where a pathway of another source has the address of one of them
 */
export async function addPathways(
  tx: Transaction,
  wanted: readonly SamplePathway[],
  source: ImportSource,
  moment: Moment,
): Promise<void> {
  const files = wanted.map(({ document }) => ({ name: source.name, document, fault: null }));
  const items = planPathways(files, await loadStoredPathways(tx), source.id, () => true);
  const refused = items.flatMap(({ record, notes, accepted }) =>
    accepted ? [] : notes.map(({ message }) => `${record}: ${message}`),
  );
  if (refused.length > 0) throw conflict(`Pathways of the sample cannot come in: ${refused.join(" ")}`);
  const news = items.filter(({ outcome }) => outcome !== "unchanged");
  await writePathways(tx, news, source, moment);
}

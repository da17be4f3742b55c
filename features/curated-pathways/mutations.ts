import "server-only";
import type { Transaction } from "@/db/client";
import { upsertRows } from "@/db/rows";
import { curatedPathways } from "@/db/schema/pathways";
import type { DocumentMoment } from "@/features/documents/schema";
import type { ImportSource } from "@/features/imports/mutations";
import { uuidv7 } from "@/lib/uuid";
import type { PathwayItem } from "./plan";

/** Writes pathways as they now are; its address stays with a pathway. */
export async function writePathways(
  tx: Transaction,
  items: readonly PathwayItem[],
  source: ImportSource,
  { now, today }: DocumentMoment,
): Promise<void> {
  await upsertRows(
    tx,
    curatedPathways,
    items.flatMap(({ accepted, document }) =>
      accepted
        ? [
            {
              id: accepted.id ?? uuidv7(now.getTime()),
              slug: accepted.pathway.id,
              sourceId: source.id,
              version: accepted.pathway.version,
              checkedOn: accepted.pathway.checkedOn,
              document,
              retrievedOn: today,
              updatedAt: now,
            },
          ]
        : [],
    ),
  );
}

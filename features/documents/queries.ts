import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { importItems } from "@/db/schema/sources";

/** Record -> hash of what its source last said of it, of the documents of one format that an import kept. */
export async function lastKeptHashes(
  db: Database,
  sourceId: string,
  kind: string,
): Promise<Map<string, string>> {
  const rows = await db
    .selectDistinctOn([importItems.externalId], {
      record: importItems.externalId,
      hash: importItems.contentHash,
    })
    .from(importItems)
    .where(and(eq(importItems.sourceId, sourceId), eq(importItems.kind, kind)))
    .orderBy(importItems.externalId, desc(importItems.runId), desc(importItems.position));
  return new Map(rows.map(({ record, hash }) => [record, hash]));
}

import "server-only";
import type { Database } from "@/db/client";
import { insertRows } from "@/db/rows";
import { importItems } from "@/db/schema/sources";
import { contentHash } from "@/features/differences/content-hash";
import { type ImportSource, type RunOutcome, recordRun } from "@/features/imports/mutations";
import { uuidv7 } from "@/lib/uuid";
import { lastKeptHashes } from "./queries";
import type { DocumentFormat, DocumentItem } from "./schema";

/** All that was accepted, with what the source says that is news; or, whatever happens, none of it. */
export async function applyDocuments<I extends DocumentItem>(
  db: Database,
  format: DocumentFormat<I>,
  items: readonly I[],
  source: ImportSource,
  outcome: RunOutcome,
): Promise<void> {
  await db.transaction(async (tx) => {
    const runId = await recordRun(tx, source, outcome);
    const known = await lastKeptHashes(tx, source.id, format.name);
    await insertRows(
      tx,
      importItems,
      items.flatMap(({ record, outcome: what, document, notes }, position) => {
        const hash = contentHash(document);
        if (what === "unchanged" || known.get(record) === hash) return [];
        return {
          id: uuidv7(outcome.startedAt.getTime()),
          runId,
          sourceId: source.id,
          kind: format.name,
          externalId: record,
          outcome: what,
          raw: document ?? null,
          contentHash: hash,
          notes: notes.map(({ field, rule, severity, message }) => ({ field, rule, severity, message })),
          position,
        };
      }),
    );
    const accepted = items.filter(({ outcome: what }) => what === "added" || what === "changed");
    await format.apply(tx, accepted, source, { now: outcome.startedAt, today: outcome.retrievedOn });
  });
}

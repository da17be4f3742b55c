import "server-only";
import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { insertRows } from "@/db/rows";
import { type IMPORT_STATES, type ImportCounts, importItems, importRuns, sources } from "@/db/schema/sources";
import { applyChanges } from "@/features/changes/mutations";
import type { Actor } from "@/features/changes/schema";
import type { Plan, PlannedItem } from "@/features/differences/schema";
import type { SourceClass } from "@/features/sources/view";
import { conflict } from "@/lib/errors";
import type { Progress } from "@/lib/progress";
import { uuidv7 } from "@/lib/uuid";
import { latestRunId } from "./queries";

/** The source of an import, as it stood when the difference was made. */
export interface ImportSource {
  id: string;
  name: string;
  format: string;
  address: string;
  class: SourceClass;
  licence: string | null;
  isSample: boolean;
  /** False before its first import. */
  isHeld: boolean;
  latestRunId: string | null;
}

/** How an import went. */
export interface RunOutcome {
  state: (typeof IMPORT_STATES)[number];
  counts: ImportCounts;
  isPartial: boolean;
  retrievedOn: string;
  startedAt: Date;
  finishedAt: Date;
}

/**
 * All of a plan, with what the source said of each record that is news; or, whatever happens, none of it. Of a feed in
 * quarantine only that it was read.
 */
export async function applyPlan(
  db: Database,
  actor: Actor,
  plan: Plan,
  source: ImportSource,
  outcome: RunOutcome,
  progress: Progress,
): Promise<void> {
  await db.transaction(async (tx) => {
    const runId = await recordRun(tx, source, outcome);
    if (plan.quarantine !== null) return;
    await insertRows(tx, importItems, itemRows(plan.items, runId, source.id, outcome.startedAt));
    const changes = plan.items.flatMap(({ change }) => change ?? []);
    const moment = { now: outcome.startedAt, today: outcome.retrievedOn };
    await applyChanges(tx, actor, changes, moment, progress);
  });
}

/**
 * Writes the run down and takes its source into this transaction's hands; a new source begins with it.
 * @returns the id of the run
 * @throws conflict where another import of the source ended since it was read
 */
export async function recordRun(tx: Transaction, source: ImportSource, outcome: RunOutcome): Promise<string> {
  const { id, name, address } = source;
  if (!source.isHeld) {
    const { format, class: sourceClass, licence, isSample } = source;
    await tx
      .insert(sources)
      .values({
        id,
        name,
        format,
        address,
        class: sourceClass,
        licence,
        isSample,
        createdAt: outcome.startedAt,
      })
      .onConflictDoNothing({ target: sources.name });
  }
  // The lock comes first: only then is the latest run the latest.
  const [held] = await tx
    .update(sources)
    .set({ address })
    .where(eq(sources.name, name))
    .returning({ id: sources.id });
  if (held?.id !== id || (await latestRunId(tx, id)) !== source.latestRunId)
    throw conflict(
      `Another import of "${name}" ended in the meantime: nothing was applied. Run this one again.`,
    );
  const runId = uuidv7(outcome.startedAt.getTime());
  await tx.insert(importRuns).values({ id: runId, sourceId: id, ...outcome });
  return runId;
}

function itemRows(
  items: readonly PlannedItem[],
  runId: string,
  sourceId: string,
  now: Date,
): (typeof importItems.$inferSelect)[] {
  return items.flatMap(({ kind, externalId, outcome, raw, contentHash, notes, isNews }, position) => {
    if (outcome === "unchanged" || contentHash === null || !isNews) return [];
    return [
      {
        id: uuidv7(now.getTime()),
        runId,
        sourceId,
        kind,
        externalId,
        outcome,
        raw: raw ?? null,
        contentHash,
        notes: notes.map(({ field, rule, severity, message }) => ({ field, rule, severity, message })),
        position,
      },
    ];
  });
}

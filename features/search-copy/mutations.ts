import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { searchCopies } from "@/db/schema/changes";
import { reindexAll } from "@/features/postgres-search/mutations";
import type { SearchCopy } from "@/features/search/copy";
import type { EngineName } from "@/features/search/engine";
import type { Day } from "@/lib/dates";
import { ROWS_FORM } from "./rows-form";
import type { Place } from "./schema";

interface Moment {
  now: Date;
  today: Day;
}

/** The search rows are a copy too: in the same database, so that they need no watermark. */
const ROWS: EngineName = "postgres";
const NOWHERE: Place = { xid: "0", id: 0 };

/** Begins to know of a copy; one that is known stays as it is. */
export async function knowCopy(db: Database, engine: string, now: Date): Promise<void> {
  await db
    .insert(searchCopies)
    .values({
      engine,
      settingsHash: "",
      seenXid: NOWHERE.xid,
      seenId: NOWHERE.id,
      rebuiltCourses: null,
      rebuildTotal: null,
      rebuildAskedAt: null,
      holdsOn: null,
      sweptAt: null,
      updatedAt: now,
    })
    .onConflictDoNothing();
}

/** All changes up to there are in the copy; with `holdsOn`, all that changes by itself until that day too. Never back. */
export async function moveSeen(
  db: Database,
  { engine, settingsHash }: Pick<SearchCopy, "engine" | "settingsHash">,
  { seen, holdsOn }: { seen: Place; holdsOn: Day | null },
  now: Date,
): Promise<void> {
  await db
    .update(searchCopies)
    .set({
      seenXid: seen.xid,
      seenId: seen.id,
      updatedAt: now,
      ...(holdsOn === null ? {} : { holdsOn }),
    })
    .where(
      sql`engine = ${engine} and settings_hash = ${settingsHash}
        and (seen_xid, seen_id) <= (${seen.xid}::xid8, ${seen.id}::bigint)`,
    );
}

/** Somebody wants the copy built anew; who keeps it does so. False where none is kept. */
export async function askRebuild(db: Database, engine: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(searchCopies)
    .set({ rebuildAskedAt: now, updatedAt: now })
    .where(eq(searchCopies.engine, engine))
    .returning({ engine: searchCopies.engine });
  return rows.length > 0;
}

/** How far it is built anew: courses written until now, of how many; null: it is no longer built. */
export async function noteRebuild(
  db: Database,
  engine: string,
  rebuilding: { done: number; total: number } | null,
  now: Date,
): Promise<void> {
  await db
    .update(searchCopies)
    .set({
      rebuiltCourses: rebuilding?.done ?? null,
      rebuildTotal: rebuilding?.total ?? null,
      updatedAt: now,
    })
    .where(eq(searchCopies.engine, engine));
}

/** The copy was built with these settings, of all changes up to there; `asked` is what was asked for when it began. */
export async function noteBuilt(
  db: Database,
  engine: string,
  { settingsHash, seen, asked }: { settingsHash: string; seen: Place; asked: Date | null },
  now: Date,
): Promise<void> {
  await db
    .update(searchCopies)
    .set({
      settingsHash,
      seenXid: seen.xid,
      seenId: seen.id,
      holdsOn: null,
      rebuiltCourses: null,
      rebuildTotal: null,
      // Asked again meanwhile: that stays.
      rebuildAskedAt: sql`nullif(rebuild_asked_at, ${asked?.toISOString() ?? null}::timestamptz)`,
      updatedAt: now,
    })
    .where(eq(searchCopies.engine, engine));
}

export async function noteSwept(db: Database, engine: string, now: Date): Promise<void> {
  await db.update(searchCopies).set({ sweptAt: now, updatedAt: now }).where(eq(searchCopies.engine, engine));
}

/**
 * Builds the search rows of Postgres anew where another version of the code wrote them.
 * @returns how many courses they are of; null where they were as they should be
 */
export function keepRows(db: Database, { now, today }: Moment): Promise<number | null> {
  return db.transaction(async (tx) => {
    await knowCopy(tx, ROWS, now);
    const [row] = await tx
      .select({ form: searchCopies.settingsHash })
      .from(searchCopies)
      .where(eq(searchCopies.engine, ROWS))
      .for("update");
    return row?.form === ROWS_FORM ? null : rebuildRowsIn(tx, { now, today });
  });
}

/** Builds the search rows of Postgres anew, however they are. */
export function rebuildRows(db: Database, { now, today }: Moment): Promise<number> {
  return db.transaction(async (tx) => {
    await knowCopy(tx, ROWS, now);
    return rebuildRowsIn(tx, { now, today });
  });
}

async function rebuildRowsIn(tx: Transaction, { now, today }: Moment): Promise<number> {
  const { courses } = await reindexAll(tx, { today });
  await tx
    .update(searchCopies)
    .set({ settingsHash: ROWS_FORM, updatedAt: now })
    .where(eq(searchCopies.engine, ROWS));
  return courses;
}

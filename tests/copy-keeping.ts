import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import { searchCopies } from "@/db/schema/changes";
import { knowCopy, noteBuilt } from "@/features/search-copy/mutations";
import { hasDue, horizon, readCopyState } from "@/features/search-copy/queries";
import { relay } from "@/features/search-copy/relay";
import { isBefore, type Keeping, type Place } from "@/features/search-copy/schema";
import { dayIn } from "@/lib/dates";
import type { TestDatabase } from "./database";
import { NOW } from "./factories";
import { MemoryCopy } from "./memory-copy";

const PATIENCE = { timeout: 60_000, interval: 10 };

/** Keeps a copy that nobody has built yet. */
export function keepingOf({ url, db }: TestDatabase, now = NOW, copy = new MemoryCopy()) {
  return { url, db, copy, clock: () => now, timeZone: "UTC" };
}

/** Keeps an empty copy that has seen all changes until now. */
export async function keepingFromHere(database: TestDatabase, now = NOW, copy = new MemoryCopy()) {
  const keeping = keepingOf(database, now, copy);
  const { db } = database;
  copy.live = new Map();
  await db.delete(searchCopies);
  await knowCopy(db, copy.engine, now);
  const { settingsHash } = copy;
  await noteBuilt(db, copy.engine, { settingsHash, seen: await latest(db), asked: null }, now);
  // A place above the horizon would be one of another database.
  await horizonPasses(db);
  return keeping;
}

/** After it, no transaction had ended when this was asked. */
export async function latest(db: Database): Promise<Place> {
  const [row] = await db.execute<{ xid: string }>(
    sql`select pg_snapshot_xmax(pg_current_snapshot())::text as xid`,
  );
  return { xid: row?.xid ?? "0", id: 0 };
}

/** Waits until all that was written is below the horizon, which transactions in the databases of other tests hold back too. */
export async function horizonPasses(db: Database): Promise<void> {
  const written = await latest(db);
  await expect.poll(async () => isBefore(await horizon(db), written), PATIENCE).toBe(false);
}

/** All turns of the relay until nothing is left and it holds today, if it can; returns how many courses they carried. */
export async function relayAll(keeping: Keeping): Promise<number> {
  const { db, copy, clock, timeZone } = keeping;
  const today = dayIn(timeZone, clock());
  const holds = async () => (await readCopyState(db, copy.engine))?.holdsOn === today;
  await horizonPasses(db);
  let courses = 0;
  async function turn(): Promise<boolean> {
    const relayed = await relay(keeping);
    courses += relayed.courses;
    return relayed.isAll && ((await hasDue(db, today)) || (await holds()));
  }
  await expect.poll(turn, PATIENCE).toBe(true);
  return courses;
}

/** Leaves no course that can be found, and no copy that is known. */
export async function forgetCourses({ sql }: TestDatabase): Promise<void> {
  for (const table of [
    "search_copies",
    "search_keys",
    "search_documents",
    "search_words",
    "search_bits",
    "search_terms",
  ])
    await sql`delete from ${sql(table)}`;
  await sql`update courses set status = 'draft'`;
}

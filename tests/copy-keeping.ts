import { expect } from "vitest";
import type { Database } from "@/db/client";
import { searchCopies } from "@/db/schema/changes";
import { knowCopy, noteBuilt } from "@/features/search-copy/mutations";
import { horizon, latest } from "@/features/search-copy/queries";
import { relay } from "@/features/search-copy/relay";
import { isBefore, type Keeping } from "@/features/search-copy/schema";
import type { TestDatabase } from "./database";
import { NOW } from "./factories";
import { MemoryCopy } from "./memory-copy";

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
  return keeping;
}

/** Waits until all that was written is below the horizon, which transactions in the databases of other tests hold back too. */
export async function horizonPasses(db: Database): Promise<void> {
  const written = await latest(db);
  await expect.poll(async () => isBefore(await horizon(db), written), { timeout: 60_000 }).toBe(false);
}

/** All turns of the relay until nothing is left; returns how many courses they carried. */
export async function relayAll(keeping: Keeping): Promise<number> {
  await horizonPasses(keeping.db);
  let courses = 0;
  for (let isAll = false; !isAll; ) {
    const relayed = await relay(keeping);
    courses += relayed.courses;
    isAll = relayed.isAll;
  }
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

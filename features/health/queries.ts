import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { courses } from "@/db/schema/courses";
import { log } from "@/lib/log";

const PATIENCE_MS = 2_000;

/** True where the catalogue can be read, its schema included, within two seconds. */
export async function isDatabaseReady(open: () => Database = database): Promise<boolean> {
  const tooLate = new AbortController();
  try {
    const read = async () => open().select({ one: sql`1` }).from(courses).limit(1);
    const silence = wait(PATIENCE_MS, null, { signal: tooLate.signal });
    return (await Promise.race([read(), silence])) !== null;
  } catch (error) {
    log.warn({ err: error }, "the database is not ready");
    return false;
  } finally {
    tooLate.abort();
  }
}

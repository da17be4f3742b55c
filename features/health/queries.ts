import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { courses } from "@/db/schema/courses";
import { isHealthy } from "@/features/meilisearch/meilisearch-engine";
import { SETTINGS_HASH } from "@/features/meilisearch-index/settings";
import { mayAnswer } from "@/features/search-copy/queries";
import type { Day } from "@/lib/dates";
import { log } from "@/lib/log";

const PATIENCE_MS = 2_000;
const HEALTH_PATIENCE_MS = 500;

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

/**
 * True where Postgres answers searches although the search server of this address should: it is gone, not built yet or
 * behind. People are served all the same.
 */
export async function isSearchDegraded(
  server: string,
  { today, db = database() }: { today: Day; db?: Database },
): Promise<boolean> {
  const [isUp, isInStep] = await Promise.all([
    isHealthy(server, HEALTH_PATIENCE_MS),
    mayAnswer(db, { today, settingsHash: SETTINGS_HASH }),
  ]);
  return !isUp || !isInStep;
}

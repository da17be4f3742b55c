import "server-only";
import { sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";

/**
 * Equal at two moments of one day between which no transaction that writes began or ended: what was read after the first
 * is what would be read after the second, whatever it is.
 */
export async function stateOfData({
  now = new Date(),
  db = database(),
}: {
  now?: Date;
  db?: Database;
} = {}): Promise<string> {
  const [row] = await db.execute<{ snapshot: string }>(sql`select pg_current_snapshot()::text as snapshot`);
  return `${dayIn(env().CAIRN_TIME_ZONE, now)} ${row?.snapshot}`;
}

import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { uuids } from "@/db/rows";
import { type RECORD_CHANGES, recordChanges } from "@/db/schema/changes";
import type { SLUG_KINDS } from "@/db/schema/slugs";

/** Says in the caller's transaction what it does to these records, for all that follows them later. */
export async function noteChanges(
  tx: Transaction,
  kind: (typeof SLUG_KINDS)[number],
  change: (typeof RECORD_CHANGES)[number],
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    insert into ${recordChanges} (kind, record_id, change)
    select ${kind}::text, id, ${change}::text from unnest(${uuids(ids)}) as id`);
}

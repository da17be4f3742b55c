import "server-only";
import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertRows, upsertRows, uuids, type Write } from "@/db/rows";
import { awardingBodies, credentials } from "@/db/schema/credentials";
import { writeOutcomes } from "@/features/courses/mutations";
import { toAwardingBodyRows, toCredentialRow } from "./record-rows";
import type { CredentialRecord } from "./schema";

/** The rows of credentials; only features/changes calls this, through whose door every change goes. */
export async function writeCredentials(
  tx: Transaction,
  writes: readonly Write<CredentialRecord>[],
  now: Date,
): Promise<void> {
  await upsertRows(
    tx,
    credentials,
    writes.map(({ after }) => toCredentialRow(after)),
  );
  const reawarded = writes.filter(
    ({ before, after }) =>
      !isDeepStrictEqual(before?.content.awardingBodies ?? [], after.content.awardingBodies),
  );
  const ids = reawarded.map(({ after }) => after.id);
  await tx.delete(awardingBodies).where(sql`${awardingBodies.credentialId} = any(${uuids(ids)})`);
  await insertRows(
    tx,
    awardingBodies,
    reawarded.flatMap(({ after }) => toAwardingBodyRows(after)),
  );
  await writeOutcomes(
    tx,
    "credential",
    writes.map(({ before, after }) => ({
      ownerId: after.id,
      before: before?.content.outcomes ?? null,
      after: after.content.outcomes,
    })),
    now,
  );
}

export async function deleteCredentials(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.delete(credentials).where(sql`${credentials.id} = any(${uuids(ids)})`);
}

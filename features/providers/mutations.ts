import "server-only";
import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertRows, upsertRows, uuids, type Write } from "@/db/rows";
import { providerIdentifiers, providers } from "@/db/schema/providers";
import { toProviderIdentifierRows, toProviderRow } from "./record-rows";
import type { ProviderRecord } from "./schema";

/** The rows of providers; only features/changes calls this, through whose door every change goes. */
export async function writeProviders(
  tx: Transaction,
  writes: readonly Write<ProviderRecord>[],
): Promise<void> {
  await upsertRows(
    tx,
    providers,
    writes.map(({ after }) => toProviderRow(after)),
  );
  const renumbered = writes.filter(
    ({ before, after }) => !isDeepStrictEqual(before?.content.identifiers ?? [], after.content.identifiers),
  );
  const ids = renumbered.map(({ after }) => after.id);
  await tx.delete(providerIdentifiers).where(sql`${providerIdentifiers.providerId} = any(${uuids(ids)})`);
  await insertRows(
    tx,
    providerIdentifiers,
    renumbered.flatMap(({ after }) => toProviderIdentifierRows(after)),
  );
}

export async function deleteProviders(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.delete(providers).where(sql`${providers.id} = any(${uuids(ids)})`);
}

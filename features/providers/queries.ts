import "server-only";
import { and, asc, count, eq, getTableColumns } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { courses } from "@/db/schema/courses";
import { awardingBodies, credentials } from "@/db/schema/credentials";
import { providerIdentifiers, providers } from "@/db/schema/providers";
import { sources } from "@/db/schema/sources";
import { type Found, resolveAddress } from "@/features/courses/queries";
import { toProviderRef, toSourceRef, toTrustView } from "@/features/courses/summary";
import { judgeProviders } from "@/features/judgements/queries";
import { type Day, dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { fromProviderRow } from "./record-rows";
import type { ProviderDetail, ProviderSummary } from "./view";

/**
 * A provider by its slug, an earlier slug, or its id.
 * @param at the day on which it is judged; today if not given
 */
export async function findProvider(
  address: string,
  { now, at, db = database() }: { now: Date; at?: Day; db?: Database },
): Promise<Found<ProviderDetail> | null> {
  const id = await resolveAddress(db, "provider", address);
  if (!id) return null;
  const [row] = await db
    .select({ provider: getTableColumns(providers), source: getTableColumns(sources) })
    .from(providers)
    .innerJoin(sources, eq(sources.id, providers.sourceId))
    .where(eq(providers.id, id));
  if (!row) return null;
  const { provider, source } = row;
  if (provider.slug !== address && provider.id !== address) return { kind: "moved", slug: provider.slug };
  const [identifiers, [offer], awarded, judgements] = await Promise.all([
    db
      .select({ scheme: providerIdentifiers.scheme, value: providerIdentifiers.value })
      .from(providerIdentifiers)
      .where(eq(providerIdentifiers.providerId, id))
      .orderBy(asc(providerIdentifiers.scheme), asc(providerIdentifiers.value)),
    db
      .select({ total: count() })
      .from(courses)
      .where(and(eq(courses.providerId, id), eq(courses.status, "published"))),
    db
      .select({
        id: credentials.id,
        slug: credentials.slug,
        title: credentials.title,
        defaultLanguage: credentials.defaultLanguage,
      })
      .from(awardingBodies)
      .innerJoin(credentials, eq(credentials.id, awardingBodies.credentialId))
      .where(and(eq(awardingBodies.providerId, id), eq(credentials.status, "published")))
      .orderBy(asc(credentials.slug))
      .limit(100),
    judgeProviders(db, [id], { at: at ?? dayIn(env().CAIRN_TIME_ZONE, now) }),
  ]);
  const judgement = judgements.get(id);
  if (!judgement) throw new Error(`No judgement of provider ${id}`);
  return {
    kind: "found",
    record: {
      ...toProviderRef(provider),
      content: fromProviderRow(provider, identifiers).content,
      courseCount: offer?.total ?? 0,
      credentials: awarded,
      trust: toTrustView(judgement),
      judgement,
      isSample: provider.isSample,
      source: toSourceRef(source, provider),
      updatedAt: provider.updatedAt,
    },
  };
}

/** One page of the providers by address, with the exact total. */
export async function listProviders(
  { page, pageSize }: { page: number; pageSize: number },
  db: Database = database(),
): Promise<{ total: number; providers: ProviderSummary[] }> {
  const [rows, [counted]] = await Promise.all([
    db
      .select()
      .from(providers)
      .orderBy(asc(providers.slug))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db.select({ total: count() }).from(providers),
  ]);
  return {
    total: counted?.total ?? 0,
    providers: rows.map((row) => ({
      ...toProviderRef(row),
      kind: row.kind,
      homepage: row.homepage,
      isSample: row.isSample,
      updatedAt: row.updatedAt,
    })),
  };
}

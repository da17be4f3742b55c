import "server-only";
import { asc, eq, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { awardingBodies, credentials } from "@/db/schema/credentials";
import { evidenceMatches, evidenceSubjects } from "@/db/schema/evidence-subjects";
import { providerIdentifiers, providers } from "@/db/schema/providers";
import { sources } from "@/db/schema/sources";
import type { NamedSubject } from "@/features/evidence/draft";
import { groupBy } from "@/lib/group";
import type { CatalogueBody, CatalogueOffer, Decision, ProgrammeSort } from "./matching";

/** Every provider of the catalogue, as far as a register can tell it from others. */
export async function loadBodies(db: Database): Promise<CatalogueBody[]> {
  const rows = await db
    .select({
      id: providers.id,
      legalName: providers.legalName,
      homepage: providers.homepage,
      isSample: providers.isSample,
    })
    .from(providers)
    .where(eq(providers.identity, "stated"))
    .orderBy(asc(providers.id));
  const identifiers = groupBy(await db.select().from(providerIdentifiers), ({ providerId }) => providerId);
  return rows.map((row) => ({
    ...row,
    identifiers: (identifiers.get(row.id) ?? []).map(({ scheme, value }) => ({ scheme, value })),
  }));
}

/** What these providers teach and award, by title. */
export async function loadOffers(db: Database, providerIds: readonly string[]): Promise<CatalogueOffer[]> {
  const taught = await db
    .select({ id: courses.id, title: courses.title, providerId: courses.providerId })
    .from(courses)
    .where(sql`${courses.providerId} = any(${uuids(providerIds)}) and ${courses.status} = 'published'`);
  const awarded = await db
    .select({
      id: credentials.id,
      title: credentials.title,
      kind: credentials.kind,
      providerId: awardingBodies.providerId,
    })
    .from(awardingBodies)
    .innerJoin(credentials, eq(credentials.id, awardingBodies.credentialId))
    .where(
      sql`${awardingBodies.providerId} = any(${uuids(providerIds)}) and ${credentials.status} = 'published'`,
    );
  return [
    ...taught.map(({ id, title, providerId }) => ({
      kind: "course" as const,
      id,
      title,
      providerIds: [providerId],
      takes: ["short", "attendance"] as const,
    })),
    ...[...groupBy(awarded, ({ id }) => id).values()].flatMap(([first, ...others]) =>
      first
        ? {
            kind: "credential" as const,
            id: first.id,
            title: first.title,
            providerIds: [first, ...others].map(({ providerId }) => providerId),
            takes: sortsTakenBy(first.kind),
          }
        : [],
    ),
  ];
}

/** A certificate of attendance is never a micro-credential, and a full degree neither. */
function sortsTakenBy(kind: (typeof credentials.$inferSelect)["kind"]): readonly ProgrammeSort[] {
  if (kind === "degree") return ["degree"];
  if (kind === "certificate-of-attendance") return ["attendance"];
  return kind === "micro-credential" ? ["short"] : ["degree", "short"];
}

/** Our record for each subject that is named by the feed it came from: by "kind key". */
export async function findByFeed(
  db: Database,
  subjects: readonly NamedSubject[],
): Promise<Map<string, string>> {
  const named = subjects.flatMap(({ kind, key, feed }) => (feed ? [{ kind, key, ...feed }] : []));
  const found = new Map<string, string>();
  for (const [kinds, table] of [
    [["provider"], providers],
    [["credential", "qualification"], credentials],
    [["course"], courses],
  ] as const) {
    const asked = named.filter(({ kind }) => kinds.some((each) => each === kind));
    if (asked.length === 0) continue;
    const rows = await db.execute<{ key: string; id: string }>(sql`
      select asked.key, record.id
      from unnest(
        ${texts(asked.map(({ kind, key }) => `${kind} ${key}`))}, ${texts(asked.map(({ source }) => source))},
        ${texts(asked.map(({ externalId }) => externalId))}) as asked (key, source, external_id)
      join ${sources} on ${sources.name} = asked.source
      join ${table} as record on record.source_id = ${sources.id} and record.external_id = asked.external_id`);
    for (const { key, id } of rows) found.set(key, id);
  }
  return found;
}

const RECORD_ID = sql<string>`coalesce(${evidenceMatches.providerId}, ${evidenceMatches.credentialId}, ${evidenceMatches.courseId})`;

/** What people have decided about who is who. */
export async function loadDecisions(db: Database): Promise<Decision[]> {
  const rows = await db
    .select({
      kind: evidenceMatches.kind,
      key: evidenceMatches.key,
      recordId: RECORD_ID,
      state: evidenceMatches.state,
    })
    .from(evidenceMatches)
    .where(or(eq(evidenceMatches.state, "accepted"), eq(evidenceMatches.state, "rejected")));
  return rows.flatMap(({ state, ...row }) => (state === "proposed" ? [] : [{ ...row, state }]));
}

export interface ListedMatch {
  id: string;
  state: (typeof evidenceMatches.$inferSelect)["state"];
  ground: (typeof evidenceMatches.$inferSelect)["ground"];
  kind: NamedSubject["kind"];
  key: string;
  /** What registers call it. */
  names: readonly string[];
  record: { id: string; name: string };
  proposedOn: string;
  decidedOn: string | null;
}

/** Proposals and decisions, those that wait first. */
export async function listMatches(db: Database): Promise<ListedMatch[]> {
  const rows = await db
    .select({
      id: evidenceMatches.id,
      state: evidenceMatches.state,
      ground: evidenceMatches.ground,
      kind: evidenceMatches.kind,
      key: evidenceMatches.key,
      proposedOn: evidenceMatches.proposedOn,
      decidedOn: evidenceMatches.decidedOn,
      names: sql<string[] | null>`(
        select names from ${evidenceSubjects} as named
        where named.kind = ${evidenceMatches.kind} and named.key = ${evidenceMatches.key} and names <> '{}'
        order by named.id desc limit 1)`,
      recordId: RECORD_ID,
      name: sql<string>`coalesce(
        ${providers.legalName} ->> ${providers.defaultLanguage}, ${credentials.title} ->> ${credentials.defaultLanguage},
        ${courses.title} ->> ${courses.defaultLanguage})`,
    })
    .from(evidenceMatches)
    .leftJoin(providers, eq(providers.id, evidenceMatches.providerId))
    .leftJoin(credentials, eq(credentials.id, evidenceMatches.credentialId))
    .leftJoin(courses, eq(courses.id, evidenceMatches.courseId))
    .orderBy(
      sql`${evidenceMatches.state} = 'proposed' desc`,
      asc(evidenceMatches.key),
      asc(evidenceMatches.id),
    );
  return rows.map(({ recordId, name, names, ...row }) => ({
    ...row,
    names: names ?? [],
    record: { id: recordId, name },
  }));
}

import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database, Transaction } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { awardingBodies, courseCredentials, credentials } from "@/db/schema/credentials";
import { outcomeSkills, outcomes } from "@/db/schema/outcomes";
import { providerIdentifiers, providers } from "@/db/schema/providers";
import { runs } from "@/db/schema/runs";
import { slugs } from "@/db/schema/slugs";
import {
  type CourseRow,
  fromCourseCredentialRow,
  fromCourseRow,
  fromRunRow,
} from "@/features/courses/record-rows";
import type { Outcome, SkillLink } from "@/features/courses/schema";
import { type CredentialRow, fromCredentialRow } from "@/features/credentials/record-rows";
import { fromProviderRow, type ProviderRow } from "@/features/providers/record-rows";
import type { ProviderRecord } from "@/features/providers/schema";
import { groupBy } from "@/lib/group";
import type { HeldRecords } from "./schema";

type Reader = Database | Transaction;

/** Whole providers by id. */
export async function loadProviders(db: Reader, ids: readonly string[]): Promise<ProviderRecord[]> {
  return wholeProviders(db, await db.select().from(providers).where(among(providers.id, ids)));
}

/** Every record of a source, whole, in a number of statements that does not grow with it. */
export async function loadRecords(db: Reader, sourceId: string): Promise<HeldRecords> {
  return wholeRecords(db, {
    providerRows: await db
      .select()
      .from(providers)
      .where(eq(providers.sourceId, sourceId))
      .orderBy(asc(providers.externalId)),
    credentialRows: await db
      .select()
      .from(credentials)
      .where(eq(credentials.sourceId, sourceId))
      .orderBy(asc(credentials.externalId)),
    courseRows: await db
      .select()
      .from(courses)
      .where(eq(courses.sourceId, sourceId))
      .orderBy(asc(courses.externalId)),
  });
}

/** These courses, the credentials they lead to, and every provider that teaches or awards one of them. */
export async function loadCourses(db: Reader, courseIds: readonly string[]): Promise<HeldRecords> {
  const courseRows = await db.select().from(courses).where(among(courses.id, courseIds));
  const linked = sql`select credential_id from course_credentials where course_id = any(${uuids(courseIds)})`;
  const credentialRows = await db.select().from(credentials).where(sql`${credentials.id} in (${linked})`);
  const awarding = sql`select provider_id from awarding_bodies where credential_id in (${linked})`;
  const teaching = courseRows.map(({ providerId }) => providerId);
  const providerRows = await db
    .select()
    .from(providers)
    .where(sql`${among(providers.id, teaching)} or ${providers.id} in (${awarding})`);
  return wholeRecords(db, { providerRows, credentialRows, courseRows });
}

interface RecordRows {
  providerRows: ProviderRow[];
  credentialRows: CredentialRow[];
  courseRows: CourseRow[];
}

async function wholeRecords(
  db: Reader,
  { providerRows, credentialRows, courseRows }: RecordRows,
): Promise<HeldRecords> {
  const credentialIds = credentialRows.map(({ id }) => id);
  const courseIds = courseRows.map(({ id }) => id);
  const bodies = groupBy(
    await db
      .select()
      .from(awardingBodies)
      .where(among(awardingBodies.credentialId, credentialIds))
      .orderBy(asc(awardingBodies.providerId)),
    ({ credentialId }) => credentialId,
  );
  const runRows = groupBy(
    await db.select().from(runs).where(among(runs.courseId, courseIds)).orderBy(asc(runs.position)),
    ({ courseId }) => courseId,
  );
  const links = groupBy(
    await db
      .select()
      .from(courseCredentials)
      .where(among(courseCredentials.courseId, courseIds))
      .orderBy(asc(courseCredentials.position)),
    ({ courseId }) => courseId,
  );
  const credentialOutcomes = await loadOutcomes(db, outcomes.credentialId, credentialIds);
  const courseOutcomes = await loadOutcomes(db, outcomes.courseId, courseIds);

  return {
    providers: await wholeProviders(db, providerRows),
    credentials: credentialRows.map((row) =>
      fromCredentialRow(row, {
        outcomes: credentialOutcomes.get(row.id) ?? [],
        awardingBodies: (bodies.get(row.id) ?? []).map(({ providerId }) => providerId),
      }),
    ),
    courses: courseRows.map((row) =>
      fromCourseRow(row, {
        outcomes: courseOutcomes.get(row.id) ?? [],
        runs: (runRows.get(row.id) ?? []).map(fromRunRow),
        credentials: (links.get(row.id) ?? []).map(fromCourseCredentialRow),
      }),
    ),
  };
}

/**
 * Our ids of the providers that each of these words may mean: an identifier ("scheme:value"), else a slug, else the
 * external id of whatever source.
 */
export async function findProvidersNamed(
  db: Reader,
  words: readonly string[],
): Promise<Map<string, string[]>> {
  const identifier = sql<string>`${providerIdentifiers.scheme} || ':' || ${providerIdentifiers.value}`;
  const byIdentifier = await db
    .select({ words: identifier, id: providerIdentifiers.providerId })
    .from(providerIdentifiers)
    .where(sql`${identifier} = any(${texts(words)})`);
  const byExternalId = await db
    .select({ words: providers.externalId, id: providers.id })
    .from(providers)
    .where(sql`${providers.externalId} = any(${texts(words)})`);
  return firstMeaning([byIdentifier, await withSlugs(db, "provider", words), byExternalId]);
}

/** The same for credentials, by slug or external id. */
export async function findCredentialsNamed(
  db: Reader,
  words: readonly string[],
): Promise<Map<string, string[]>> {
  const byExternalId = await db
    .select({ words: credentials.externalId, id: credentials.id })
    .from(credentials)
    .where(sql`${credentials.externalId} = any(${texts(words)})`);
  return firstMeaning([await withSlugs(db, "credential", words), byExternalId]);
}

interface Meaning {
  words: string;
  id: string;
}

async function withSlugs(
  db: Reader,
  kind: "provider" | "credential",
  words: readonly string[],
): Promise<Meaning[]> {
  const table = kind === "provider" ? providers : credentials;
  return db
    .select({ words: slugs.slug, id: slugs.recordId })
    .from(slugs)
    .innerJoin(table, eq(table.id, slugs.recordId))
    .where(and(eq(slugs.kind, kind), sql`${slugs.slug} = any(${texts(words)})`));
}

/** What words mean in an earlier way they mean in no later one. */
function firstMeaning(ways: readonly (readonly Meaning[])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const way of ways)
    for (const [words, meanings] of groupBy(way, (meaning) => meaning.words))
      if (!found.has(words)) found.set(words, [...new Set(meanings.map(({ id }) => id))]);
  return found;
}

async function wholeProviders(db: Reader, rows: readonly ProviderRow[]): Promise<ProviderRecord[]> {
  const identifiers = await db
    .select()
    .from(providerIdentifiers)
    .where(
      among(
        providerIdentifiers.providerId,
        rows.map(({ id }) => id),
      ),
    );
  const byProvider = groupBy(identifiers, ({ providerId }) => providerId);
  return rows.map((row) => fromProviderRow(row, byProvider.get(row.id) ?? []));
}

const among = (column: PgColumn, ids: readonly string[]) => sql`${column} = any(${uuids(ids)})`;

async function loadOutcomes(
  db: Reader,
  ownerColumn: typeof outcomes.courseId | typeof outcomes.credentialId,
  ownerIds: readonly string[],
): Promise<Map<string, Outcome[]>> {
  const rows = await db
    .select({ id: outcomes.id, ownerId: ownerColumn, text: outcomes.text })
    .from(outcomes)
    .where(among(ownerColumn, ownerIds))
    .orderBy(asc(outcomes.position));
  const linkRows = await db
    .select({
      outcomeId: outcomeSkills.outcomeId,
      skillId: outcomeSkills.skillId,
      method: outcomeSkills.method,
    })
    .from(outcomeSkills)
    .innerJoin(outcomes, eq(outcomes.id, outcomeSkills.outcomeId))
    .where(among(ownerColumn, ownerIds))
    .orderBy(asc(outcomeSkills.skillId));
  const skills = groupBy(linkRows, ({ outcomeId }) => outcomeId);
  const byOwner = groupBy(rows, ({ ownerId }) => ownerId);
  const links = (outcomeId: string): SkillLink[] =>
    (skills.get(outcomeId) ?? []).map(({ skillId, method }) => ({ skillId, method }));
  return new Map(
    [...byOwner].flatMap(([ownerId, list]) =>
      ownerId === null ? [] : [[ownerId, list.map(({ id, text }) => ({ text, skills: links(id) }))] as const],
    ),
  );
}

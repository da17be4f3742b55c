import "server-only";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { credentials } from "@/db/schema/credentials";
import { programmeReferences, programmeVersions, versionWindows } from "@/db/schema/pathways";
import { providerIdentifiers, providers } from "@/db/schema/providers";
import { sources } from "@/db/schema/sources";
import type { Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import type { LanguageMap } from "@/lib/language-map";
import { renameRecords } from "./named-records";
import type { ProgrammeVersion } from "./programme";
import { readProgramme } from "./programme-file";
import { refOfKey } from "./ref";

export interface VersionRow {
  id: string;
  credentialId: string;
  version: string;
  validFrom: Day;
  validTo: Day | null;
  publishedAt: Date;
  /** What is different from the version before. */
  changes: LanguageMap | null;
}

/** A published version; in its programme a record of this catalogue is named by its id, any other by its reference key. */
export interface StoredVersion extends VersionRow {
  programme: ProgrammeVersion;
}

/** Our record for a reference. */
export interface Resolved {
  kind: "credential" | "course" | "provider";
  id: string;
}

const COLUMNS = {
  id: programmeVersions.id,
  credentialId: programmeVersions.credentialId,
  version: programmeVersions.version,
  validFrom: programmeVersions.validFrom,
  validTo: programmeVersions.validTo,
  publishedAt: programmeVersions.publishedAt,
  changes: sql<LanguageMap | null>`${programmeVersions.document} -> 'changes'`,
};

/** In force on a day. */
export const isInForce = (today: Day): SQL => sql`${programmeVersions.id} in (
  select id from ${versionWindows}
  where first_on <= ${today}::date and (last_on is null or last_on >= ${today}::date))`;

/** In force or to come: what is derived from these versions is kept up. */
const isLive = (today: Day): SQL => sql`${programmeVersions.id} in (
  select id from ${versionWindows} where last_on is null or last_on >= ${today}::date)`;

/** The versions of a qualification, the latest first. */
export async function listVersions(db: Database, credentialId: string): Promise<VersionRow[]> {
  return await db
    .select(COLUMNS)
    .from(programmeVersions)
    .where(eq(programmeVersions.credentialId, credentialId))
    .orderBy(
      desc(programmeVersions.validFrom),
      desc(programmeVersions.publishedAt),
      desc(programmeVersions.id),
    );
}

/** The id of the version that is in force; null where none is. */
export async function findVersionInForce(
  db: Database,
  credentialId: string,
  today: Day,
): Promise<string | null> {
  const [row] = await db
    .select({ id: programmeVersions.id })
    .from(programmeVersions)
    .where(and(eq(programmeVersions.credentialId, credentialId), isInForce(today)));
  return row?.id ?? null;
}

export const loadVersions = (db: Database, ids: readonly string[]): Promise<StoredVersion[]> =>
  loadWhere(db, sql`${programmeVersions.id} = any(${uuids(ids)})`);

export const loadLiveVersions = (db: Database, today: Day): Promise<StoredVersion[]> =>
  loadWhere(db, isLive(today));

async function loadWhere(db: Database, condition: SQL): Promise<StoredVersion[]> {
  const rows = await db
    .select({ ...COLUMNS, document: programmeVersions.document })
    .from(programmeVersions)
    .where(condition)
    .orderBy(asc(programmeVersions.id));
  if (rows.length === 0) return [];
  const names = groupBy(
    await db
      .select({
        versionId: programmeReferences.versionId,
        role: programmeReferences.role,
        key: programmeReferences.key,
        id: sql<
          string | null
        >`coalesce(${programmeReferences.credentialId}, ${programmeReferences.courseId}, ${programmeReferences.providerId})`,
      })
      .from(programmeReferences)
      .where(sql`${programmeReferences.versionId} = any(${uuids(rows.map(({ id }) => id))})`),
    ({ versionId }) => versionId,
  );
  return rows.map(({ document, ...row }) => {
    const ids = new Map((names.get(row.id) ?? []).map(({ role, key, id }) => [`${role} ${key}`, id]));
    const named = renameRecords(storedProgramme(document), (key, role) => ids.get(`${role} ${key}`) ?? key);
    return { ...row, programme: { ...named, qualification: row.credentialId } };
  });
}

/** The programme of a stored document, records by reference keys. */
export function storedProgramme(document: unknown): ProgrammeVersion {
  const reading = readProgramme(document);
  if (!reading.ok) throw new Error(`A stored programme cannot be read: ${JSON.stringify(reading.problems)}`);
  return reading.programme;
}

/** The file of a version as it was read. */
export async function loadProgrammeDocument(db: Database, versionId: string): Promise<unknown> {
  const [row] = await db
    .select({ document: programmeVersions.document })
    .from(programmeVersions)
    .where(eq(programmeVersions.id, versionId));
  return row?.document ?? null;
}

export interface StoredProgrammeName {
  id: string;
  credentialId: string;
  version: string;
  document: unknown;
}

/** The stored versions of these qualifications, to tell what is new. */
export async function findStoredProgrammes(
  db: Database,
  credentialIds: readonly string[],
): Promise<StoredProgrammeName[]> {
  return await db
    .select({
      id: programmeVersions.id,
      credentialId: programmeVersions.credentialId,
      version: programmeVersions.version,
      document: programmeVersions.document,
    })
    .from(programmeVersions)
    .where(sql`${programmeVersions.credentialId} = any(${uuids(credentialIds)})`);
}

/**
 * The record that each reference key names here. A unit is a credential before it is a course; of several records that
 * one feed calls the same there is at most one of each kind. What is not in this catalogue is absent.
 */
export async function resolveKeys(
  db: Database,
  keys: readonly string[],
  role: "unit" | "body",
): Promise<Map<string, Resolved>> {
  const refs = [...new Set(keys)].flatMap((key) => {
    const ref = refOfKey(key);
    return ref ? [{ key, ref }] : [];
  });
  const bySource = refs.flatMap(({ key, ref }) => ("source" in ref ? [{ key, ...ref }] : []));
  const byScheme = refs.flatMap(({ key, ref }) => ("scheme" in ref ? [{ key, ...ref }] : []));
  const asked = sql`unnest(
    ${texts(bySource.map(({ key }) => key))}, ${texts(bySource.map(({ source }) => source))},
    ${texts(bySource.map(({ externalId }) => externalId))}) as asked (key, source, external_id)`;
  const inTable = (kind: Resolved["kind"], table: typeof providers | typeof courses | typeof credentials) =>
    db.execute<{ key: string; id: string; kind: Resolved["kind"] }>(sql`
      select asked.key, record.id, ${kind} as kind from ${asked}
      join ${sources} on ${sources.name} = asked.source
      join ${table} as record on record.source_id = ${sources.id} and record.external_id = asked.external_id`);
  const found =
    role === "unit"
      ? [...(await inTable("course", courses)), ...(await inTable("credential", credentials))]
      : [
          ...(await inTable("provider", providers)),
          ...(await db.execute<{ key: string; id: string; kind: Resolved["kind"] }>(sql`
            select asked.key, held.provider_id as id, 'provider' as kind
            from unnest(
              ${texts(byScheme.map(({ key }) => key))}, ${texts(byScheme.map(({ scheme }) => scheme))},
              ${texts(byScheme.map(({ value }) => value))}) as asked (key, scheme, value)
            join ${providerIdentifiers} as held on held.scheme = asked.scheme and held.value = asked.value`)),
        ];
  return new Map(found.map(({ key, id, kind }) => [key, { id, kind }]));
}

/** Qualification -> units that its live versions ask for by name: the graph of "stacks into". */
export async function loadStackEdges(db: Database, today: Day): Promise<Map<string, string[]>> {
  const rows = await db
    .selectDistinct({ from: programmeVersions.credentialId, unit: programmeReferences.credentialId })
    .from(programmeReferences)
    .innerJoin(programmeVersions, eq(programmeVersions.id, programmeReferences.versionId))
    .where(
      and(programmeReferences.isInTree, sql`${programmeReferences.credentialId} is not null`, isLive(today)),
    );
  return new Map(
    [...groupBy(rows, (row) => row.from)].map(([id, list]) => [id, list.flatMap(({ unit }) => unit ?? [])]),
  );
}

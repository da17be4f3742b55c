import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertRows, texts, uuids } from "@/db/rows";
import { programmeReferences, programmeVersions } from "@/db/schema/pathways";
import { sources } from "@/db/schema/sources";
import { recordsNamedBy } from "./named-records";
import type { ProgrammeVersion } from "./programme";
import { type Resolved, resolveKeys } from "./queries";
import { refKey } from "./ref";

export interface NewVersion {
  id: string;
  credentialId: string;
  sourceId: string;
  /** As read from `document`, records by reference keys. */
  programme: ProgrammeVersion;
  document: unknown;
}

/** Puts versions in, with the records they name. What follows from them is features/stacking's. */
export async function insertVersions(
  tx: Transaction,
  versions: readonly NewVersion[],
  publishedAt: Date,
): Promise<void> {
  await insertRows(
    tx,
    programmeVersions,
    versions.map(({ id, credentialId, sourceId, programme, document }) => ({
      id,
      credentialId,
      sourceId,
      version: programme.version,
      validFrom: programme.validFrom,
      validTo: programme.validTo,
      eqf: programme.eqf,
      totalCredits: programme.totalCredits,
      document,
      publishedAt,
    })),
  );
  const named = versions.flatMap(({ id, programme }) =>
    recordsNamedBy(programme).map((record) => ({ versionId: id, ...record })),
  );
  const keysOf = (role: "unit" | "body") =>
    named.filter((each) => each.role === role).map(({ record }) => record);
  const found = {
    unit: await resolveKeys(tx, keysOf("unit"), "unit"),
    body: await resolveKeys(tx, keysOf("body"), "body"),
  };
  await insertRows(
    tx,
    programmeReferences,
    named.map(({ versionId, record, role, isInTree }) => ({
      versionId,
      key: record,
      role,
      isInTree,
      ...columnsOf(found[role].get(record)),
    })),
  );
}

const columnsOf = (record: Resolved | undefined) => ({
  credentialId: record?.kind === "credential" ? record.id : null,
  courseId: record?.kind === "course" ? record.id : null,
  providerId: record?.kind === "provider" ? record.id : null,
});

/** What can be meant by a reference: where a record comes from, and what identifies it. */
export interface Nameable {
  sourceId: string;
  externalId: string;
  identifiers?: readonly { scheme: string; value: string }[];
}

/**
 * After records were written: lets references that name them lead to them.
 * @returns the versions in which a name now means another record
 */
export async function renewReferences(
  tx: Transaction,
  written: Record<"unit" | "body", readonly Nameable[]>,
): Promise<string[]> {
  const [any] = await tx.select({ one: sql`1` }).from(programmeReferences).limit(1);
  if (!any) return [];
  const sourceIds = [...written.unit, ...written.body].map(({ sourceId }) => sourceId);
  const rows = await tx
    .select({ id: sources.id, name: sources.name })
    .from(sources)
    .where(sql`${sources.id} = any(${uuids([...new Set(sourceIds)])})`);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const changed = new Set<string>();
  for (const role of ["unit", "body"] as const) {
    const keys = written[role].flatMap(({ sourceId, externalId, identifiers = [] }) => [
      refKey({ source: names.get(sourceId) ?? "", externalId }),
      ...identifiers.map(({ scheme, value }) => refKey({ scheme, value })),
    ]);
    for (const id of await renewRole(tx, role, [...new Set(keys)])) changed.add(id);
  }
  return [...changed];
}

async function renewRole(tx: Transaction, role: "unit" | "body", keys: readonly string[]): Promise<string[]> {
  const isOne = sql`${programmeReferences.role} = ${role} and ${programmeReferences.key} = any(${texts(keys)})`;
  const used = await tx
    .selectDistinct({ key: programmeReferences.key })
    .from(programmeReferences)
    .where(isOne);
  if (used.length === 0) return [];
  const usedKeys = used.map(({ key }) => key);
  const found = await resolveKeys(tx, usedKeys, role);
  const idsOf = (kind: Resolved["kind"]) => {
    const ids = usedKeys.map((key) => {
      const record = found.get(key);
      return record?.kind === kind ? record.id : null;
    });
    return sql`${sql.param(ids)}::uuid[]`;
  };
  const rows = await tx.execute<{ version_id: string }>(sql`
    update ${programmeReferences} as held
    set credential_id = now.credential_id, course_id = now.course_id, provider_id = now.provider_id
    from unnest(${texts(usedKeys)}, ${idsOf("credential")}, ${idsOf("course")}, ${idsOf("provider")})
      as now (key, credential_id, course_id, provider_id)
    where held.role = ${role} and held.key = now.key
      and (held.credential_id, held.course_id, held.provider_id)
        is distinct from (now.credential_id, now.course_id, now.provider_id)
    returning held.version_id`);
  return [...new Set(rows.map((row) => row.version_id))];
}

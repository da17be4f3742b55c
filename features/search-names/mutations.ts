import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertRows, texts, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { credentials } from "@/db/schema/credentials";
import { occupations } from "@/db/schema/occupations";
import { providers } from "@/db/schema/providers";
import { searchNames } from "@/db/schema/search-names";
import { skills } from "@/db/schema/skills";
import type { CourseRecord } from "@/features/courses/schema";
import type { CredentialRecord } from "@/features/credentials/schema";
import type { ProviderRecord } from "@/features/providers/schema";
import { type NamedKind, type NamedRecord, nameRows } from "./name-rows";

interface WrittenRecords {
  providers: readonly ProviderRecord[];
  credentials: readonly CredentialRecord[];
  courses: readonly CourseRecord[];
}

type Concept = Pick<typeof skills.$inferSelect, "id" | "label" | "altLabels" | "status">;

// Records whose names are in memory at a time.
const BATCH = 2_000;

/** Brings the names of written and removed records to what they are now; what is not offered to the public has none. */
export async function nameRecords(
  tx: Transaction,
  written: WrittenRecords,
  removedIds: readonly string[],
): Promise<void> {
  const ofAll = [
    ...written.providers.map((record) => ({ record, named: providerNames(record) })),
    ...written.credentials.map((record) => ({ record, named: offered(record) })),
    ...written.courses.map((record) => ({ record, named: offered(record) })),
  ];
  await forget(
    tx,
    ["course", "credential", "provider"],
    [...ofAll.map(({ record }) => record.id), ...removedIds],
  );
  await insertNames(
    tx,
    ofAll.flatMap(({ named }) => named ?? []),
  );
}

/** Brings the names of ESCO concepts to what these rows say. */
export async function nameConcepts(
  tx: Transaction,
  kind: "skill" | "occupation",
  concepts: readonly Concept[],
): Promise<void> {
  await forget(
    tx,
    [kind],
    concepts.map(({ id }) => id),
  );
  await insertNames(tx, concepts.flatMap(conceptNames(kind)));
}

/** Takes out the names of ESCO concepts that are no longer there. */
export async function forgetGoneConcepts(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    delete from ${searchNames} where (kind = 'skill' and record_id not in (select id from ${skills}))
      or (kind = 'occupation' and record_id not in (select id from ${occupations}))`);
}

/** Writes all names anew. */
export async function nameAll(tx: Transaction): Promise<void> {
  await tx.delete(searchNames);
  await insertNames(
    tx,
    await tx
      .select({ kind: sql<"course">`'course'`, id: courses.id, main: courses.title })
      .from(courses)
      .where(sql`${courses.status} = 'published'`),
  );
  await insertNames(
    tx,
    await tx
      .select({ kind: sql<"credential">`'credential'`, id: credentials.id, main: credentials.title })
      .from(credentials)
      .where(sql`${credentials.status} = 'published'`),
  );
  await insertNames(
    tx,
    await tx
      .select({ kind: sql<"provider">`'provider'`, id: providers.id, main: providers.legalName })
      .from(providers)
      .where(sql`${providers.identity} = 'stated'`),
  );
  for (const [kind, table] of [
    ["skill", skills],
    ["occupation", occupations],
  ] as const) {
    const concepts = await tx
      .select({ id: table.id, label: table.label, altLabels: table.altLabels, status: table.status })
      .from(table);
    await insertNames(tx, concepts.flatMap(conceptNames(kind)));
  }
}

/** A skill that ESCO has withdrawn may still be taught; nobody is to be led to an occupation that it has. */
const conceptNames =
  (kind: "skill" | "occupation") =>
  ({ id, label, altLabels, status }: Concept): NamedRecord[] =>
    kind === "occupation" && status === "withdrawn" ? [] : [{ kind, id, main: label, others: altLabels }];

function providerNames({ kind, id, content }: ProviderRecord): NamedRecord | null {
  return content.identity === "stated" ? { kind, id, main: content.legalName } : null;
}

function offered({ kind, id, status, content }: CourseRecord | CredentialRecord): NamedRecord | null {
  return status === "published" ? { kind, id, main: content.title } : null;
}

async function forget(tx: Transaction, kinds: readonly NamedKind[], ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    delete from ${searchNames} where kind = any(${texts(kinds)}) and record_id = any(${uuids(ids)})`);
}

async function insertNames(tx: Transaction, records: readonly NamedRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += BATCH)
    await insertRows(tx, searchNames, records.slice(start, start + BATCH).flatMap(nameRows));
}

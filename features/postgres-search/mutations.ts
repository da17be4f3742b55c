import "server-only";
import { eq, inArray, lte, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { LOCKS } from "@/db/locks";
import { insertRows, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import {
  searchBits,
  searchDocuments,
  searchKeys,
  searchTerms,
  searchValues,
  searchWords,
} from "@/db/schema/search";
import { noteChanges } from "@/features/record-changes/mutations";
import { toTsvector } from "@/features/search/analyser";
import { hashOf, type SearchDocument } from "@/features/search/document";
import { nameAll } from "@/features/search-names/mutations";
import type { Day } from "@/lib/dates";
import { BitChanges, type CourseCells, cellsOf, freeOrdinals } from "./bits";
import { documentReader, listDue } from "./documents";
import { countTerms, recountTerms } from "./terms";
import { ValueIds } from "./values";

/** Courses whose texts are in memory at a time. */
const BATCH = 500;
/** Courses whose bits are written at a time. */
const SLICE = 20_000;

/**
 * Brings the search rows of these courses to what the catalogue says now, in the caller's transaction: published ones
 * are found as of `today`, others are not. To be called last in it: until it ends no other transaction can index.
 */
export async function indexCourses(
  tx: Transaction,
  courseIds: readonly string[],
  { today }: { today: Day },
): Promise<void> {
  if (courseIds.length === 0) return;
  await becomeWriter(tx);
  const ids = [...new Set(courseIds)];
  await writeRows(tx, ids, today, (slice, sign) => countTerms(tx, slice, sign));
  // What copies the search documents elsewhere follows these.
  await noteChanges(tx, "course", "indexed", ids);
}

async function writeRows(
  tx: Transaction,
  courseIds: readonly string[],
  today: Day,
  count: (courseIds: readonly string[], sign: 1 | -1) => Promise<void>,
): Promise<void> {
  const readDocuments = documentReader(tx, today);
  const valueIds = new ValueIds(tx);
  for (const slice of slices(courseIds, SLICE)) {
    await count(slice, -1);
    const changes = new BitChanges();
    const free = await freeOrdinals(tx, slice.length);
    for (const batch of slices(slice, BATCH)) {
      const documents = await readDocuments(batch);
      await valueIds.learn(documents);
      const held = await takeRows(tx, batch);
      const placed = documents.map((document) => {
        const before = held.get(document.courseId);
        held.delete(document.courseId);
        const ordinal = before?.ordinal ?? free.shift();
        if (ordinal === undefined) throw new Error("Fewer free ordinals than courses");
        const cells = cellsOf(document, valueIds);
        changes.add(ordinal, before?.cells ?? null, cells);
        return { document, ordinal, cells };
      });
      await insertDocuments(tx, placed, valueIds);
      for (const gone of held.values()) changes.add(gone.ordinal, gone.cells, null);
    }
    await changes.write(tx);
    await count(slice, 1);
  }
}

/** Builds all search rows anew; who searches meanwhile is answered by the old ones. */
export async function reindexAll(tx: Transaction, { today }: { today: Day }): Promise<{ courses: number }> {
  await becomeWriter(tx);
  for (const table of [searchBits, searchKeys, searchWords, searchDocuments, searchValues])
    await tx.delete(table);
  const rows = await tx
    .select({ id: courses.id })
    .from(courses)
    .where(eq(courses.status, "published"))
    .orderBy(courses.id);
  const ids = rows.map(({ id }) => id);
  await writeRows(tx, ids, today, async () => {});
  await recountTerms(tx);
  await nameAll(tx);
  return { courses: rows.length };
}

/** Renews the rows that do not hold on `today`, since some run closed between. */
export async function renewDue(db: Database, { today }: { today: Day }): Promise<{ courses: number }> {
  return db.transaction(async (tx) => {
    await becomeWriter(tx);
    const due = await listDue(tx, today);
    await indexCourses(tx, due, { today });
    return { courses: due.length };
  });
}

/** Forgets the words that no course has any more. */
export async function forgetUnusedTerms(db: Database): Promise<{ terms: number }> {
  return db.transaction(async (tx) => {
    await becomeWriter(tx);
    const gone = await tx
      .delete(searchTerms)
      .where(lte(searchTerms.courseCount, 0))
      .returning({ one: sql`1` });
    return { terms: gone.length };
  });
}

/** One writer at a time, since a bitmap is shared by 8,192 courses. */
async function becomeWriter(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.searchRows})`);
}

/** Takes the rows of these courses out and says what they were. */
async function takeRows(
  tx: Transaction,
  courseIds: readonly string[],
): Promise<Map<string, { ordinal: number; cells: CourseCells }>> {
  await tx.delete(searchKeys).where(sql`${searchKeys.courseId} = any(${uuids(courseIds)})`);
  const rows = await tx
    .delete(searchDocuments)
    .where(sql`${searchDocuments.courseId} = any(${uuids(courseIds)})`)
    .returning({
      courseId: searchDocuments.courseId,
      ordinal: searchDocuments.ordinal,
      valueIds: searchDocuments.cellValues,
      planes: searchDocuments.cellPlanes,
    });
  await tx.delete(searchWords).where(
    inArray(
      searchWords.ordinal,
      rows.map(({ ordinal }) => ordinal),
    ),
  );
  return new Map(rows.map(({ courseId, ordinal, ...cells }) => [courseId, { ordinal, cells }]));
}

async function insertDocuments(
  tx: Transaction,
  placed: readonly { document: SearchDocument; ordinal: number; cells: CourseCells }[],
  ids: ValueIds,
): Promise<void> {
  await insertRows(
    tx,
    searchDocuments,
    placed.map(({ document, ordinal, cells }) => ({
      ordinal,
      courseId: document.courseId,
      words: toTsvector(document.texts),
      hash: hashOf(document),
      cellValues: cells.valueIds,
      cellPlanes: cells.planes,
      freshFrom: document.freshFrom,
      changesOn: document.changesOn,
    })),
  );
  await tx.execute(sql`
    insert into ${searchWords} (ordinal, words)
    select ordinal, words from ${searchDocuments}
    where course_id = any(${uuids(placed.map(({ document }) => document.courseId))}) order by ordinal`);
  await insertRows(
    tx,
    searchKeys,
    placed.map(({ document, ordinal }) => ({
      ordinal,
      courseId: document.courseId,
      startOn: document.startOn,
      ectsHundredths: document.ectsHundredths,
      euroCents: document.euroCents,
      publishedAt: document.publishedAt,
      providerValue: ids.of("provider", document.values.provider[0]),
      skillValues: document.values.skill.map((skill) => ids.of("skill", skill)),
    })),
  );
}

function slices<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { uuids } from "@/db/rows";
import { recordChanges, searchCopies } from "@/db/schema/changes";
import { courses } from "@/db/schema/courses";
import { searchDocuments } from "@/db/schema/search";
import type { EngineName } from "@/features/search/engine";
import type { Day } from "@/lib/dates";
import type { CopyState, CourseChanges, Place } from "./schema";

const FIRST: EngineName = "meilisearch";
/** Rows that are read to find so many courses: a course that is written leaves two. */
const ROWS_PER_COURSE = 3;

/**
 * Whether the copy may answer a search of `today`: it is built, renewed to that day, and no change that was begun more
 * than half a minute ago is missing. One row by its key and one index entry; to be asked with every search.
 * @param settingsHash with which the asker expects it to be built, where it knows
 */
export async function mayAnswer(
  db: Database,
  { today, settingsHash, engine = FIRST }: { today: Day; settingsHash?: string; engine?: string },
): Promise<boolean> {
  const settings = settingsHash === undefined ? sql`<> ''` : sql`= ${settingsHash}`;
  const [row] = await db.execute<{ may: boolean }>(sql`
    select coalesce(
      (select ${recordChanges.at} > now() - interval '30 seconds'
       from ${recordChanges}
       where (${recordChanges.xid}, ${recordChanges.id}) > (${searchCopies.seenXid}, ${searchCopies.seenId})
         and ${recordChanges.xid} < pg_snapshot_xmax(pg_current_snapshot()) and ${recordChanges.kind} = 'course'
       order by ${recordChanges.xid}, ${recordChanges.id} limit 1), true) as may
    from ${searchCopies}
    where ${searchCopies.engine} = ${engine} and ${searchCopies.settingsHash} ${settings}
      and ${searchCopies.holdsOn} = ${today}`);
  return row?.may ?? false;
}

/** Null where nobody ever began to keep one. */
export async function readCopyState(db: Database, engine: string): Promise<CopyState | null> {
  const [row] = await db.select().from(searchCopies).where(eq(searchCopies.engine, engine));
  if (!row) return null;
  return {
    settingsHash: row.settingsHash,
    seen: { xid: row.seenXid, id: row.seenId },
    rebuildAskedAt: row.rebuildAskedAt,
    rebuilding:
      row.rebuiltCourses === null || row.rebuildTotal === null
        ? null
        : { done: row.rebuiltCourses, total: row.rebuildTotal },
    holdsOn: row.holdsOn,
    sweptAt: row.sweptAt,
  };
}

/** Before it, every transaction has ended, and what it changed is there to be read. */
export async function horizon(db: Database): Promise<Place> {
  const [row] = await db.execute<{ xid: string }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`,
  );
  return { xid: row?.xid ?? "0", id: 0 };
}

/** Changes past a place and below the horizon, of at most so many courses. */
export async function changesPast(db: Database, seen: Place, most: number): Promise<CourseChanges> {
  // Asked first: what ended before it is seen by the later statement.
  const end = await horizon(db);
  const limit = most * ROWS_PER_COURSE;
  const rows = await db.execute<{ xid: string; id: string; courseId: string }>(sql`
    select xid::text as xid, id, record_id as "courseId" from ${recordChanges}
    where (xid, id) > (${seen.xid}::xid8, ${seen.id}::bigint) and xid < ${end.xid}::xid8 and kind = 'course'
    order by record_changes.xid, record_changes.id limit ${limit}`);
  const courseIds = new Set<string>();
  let upTo = seen;
  for (const { xid, id, courseId } of rows) {
    if (courseIds.size === most && !courseIds.has(courseId))
      return { courseIds: [...courseIds], upTo, isAll: false };
    courseIds.add(courseId);
    upTo = { xid, id: Number(id) };
  }
  return rows.length === limit
    ? { courseIds: [...courseIds], upTo, isAll: false }
    : { courseIds: [...courseIds], upTo: end, isAll: true };
}

/** A condition on changes: of a course, past a place, and there to be read. */
const isPast = (seen: Place): SQL => sql`
  (xid, id) > (${seen.xid}::xid8, ${seen.id}::bigint) and xid < pg_snapshot_xmax(pg_current_snapshot()) and kind = 'course'`;

/** Those of these courses that have changed past a place, whether their transactions are below the horizon or not. */
export async function changedPast(
  db: Database,
  seen: Place,
  courseIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.execute<{ id: string }>(sql`
    select distinct record_id as id from ${recordChanges}
    where ${isPast(seen)} and record_id = any(${uuids(courseIds)})`);
  return new Set(rows.map(({ id }) => id));
}

/** Whether any course has changed past a place in a transaction that has ended, below the horizon or not. */
export async function hasPast(db: Database, seen: Place): Promise<boolean> {
  const [row] = await db.execute<{ has: boolean }>(
    sql`select exists (select from ${recordChanges} where ${isPast(seen)}) as has`,
  );
  return row?.has ?? false;
}

/** True where some search row does not hold on that day. */
export async function hasDue(db: Database, today: Day): Promise<boolean> {
  const [row] = await db.execute<{ isDue: boolean }>(sql`
    select exists (select from ${searchDocuments} where changes_on <= ${today})
      or exists (select from ${searchDocuments} where fresh_from > ${today}) as "isDue"`);
  return row?.isDue ?? false;
}

/** Hashes by course of the search rows of a bucket, or of all; null for a row that does not hold on that day. */
export async function rowHashes(
  db: Database,
  bucket: number | null,
  today: Day,
): Promise<Map<string, string | null>> {
  const inBucket = bucket === null ? sql`true` : sql`get_byte(uuid_send(course_id), 15) = ${bucket}`;
  const rows = await db.execute<{ id: string; hash: string | null }>(sql`
    select course_id as id,
      case when fresh_from > ${today} or changes_on <= ${today} then null else hash end as hash
    from ${searchDocuments} where ${inBucket}`);
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

export async function countDocuments(db: Database): Promise<number> {
  return db.$count(searchDocuments);
}

export async function countPublished(db: Database): Promise<number> {
  return db.$count(courses, eq(courses.status, "published"));
}

/** Ids of published courses in order, after one of them; null: from the first. */
export async function publishedAfter(db: Database, after: string | null, most: number): Promise<string[]> {
  const rows = await db
    .select({ id: courses.id })
    .from(courses)
    .where(
      sql`${courses.status} = 'published' and (${after}::uuid is null or ${courses.id} > ${after}::uuid)`,
    )
    .orderBy(courses.id)
    .limit(most);
  return rows.map(({ id }) => id);
}

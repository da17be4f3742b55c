import "server-only";
import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertRows, upsertRows, uuids, type Write } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { courseCredentials } from "@/db/schema/credentials";
import { outcomeSkills, outcomes } from "@/db/schema/outcomes";
import { runs } from "@/db/schema/runs";
import { uuidv7 } from "@/lib/uuid";
import { type HeldOutcome, keptIds } from "./kept-outcomes";
import { type RunRow, toCourseCredentialRows, toCourseRow } from "./record-rows";
import type { CourseRecord, Outcome } from "./schema";

/** The rows of courses; only features/changes calls this, through whose door every change goes. */
export async function writeCourses(
  tx: Transaction,
  writes: readonly Write<CourseRecord>[],
  now: Date,
): Promise<void> {
  await upsertRows(
    tx,
    courses,
    writes.map(({ after }) => toCourseRow(after)),
  );
  await writeOutcomes(
    tx,
    "course",
    writes.map(({ before, after }) => ({
      ownerId: after.id,
      before: before?.content.outcomes ?? null,
      after: after.content.outcomes,
    })),
    now,
  );
  await writeRuns(tx, differingIn(writes, "runs"), now);
  await writeCredentialLinks(tx, differingIn(writes, "credentials"));
}

export async function deleteCourses(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.delete(courses).where(sql`${courses.id} = any(${uuids(ids)})`);
}

const differingIn = (writes: readonly Write<CourseRecord>[], field: "runs" | "credentials") =>
  writes.filter(
    ({ before, after }) => !isDeepStrictEqual(before?.content[field] ?? [], after.content[field]),
  );

/** A run that goes on keeps its id: it is the one with the same external id. */
async function writeRuns(tx: Transaction, writes: readonly Write<CourseRecord>[], now: Date): Promise<void> {
  const changedIds = writes.filter(({ before }) => before !== null).map(({ after }) => after.id);
  const held = await tx
    .select({ id: runs.id, courseId: runs.courseId, externalId: runs.externalId })
    .from(runs)
    .where(sql`${runs.courseId} = any(${uuids(changedIds)})`);
  const heldIds = new Map(held.map((run) => [`${run.courseId} ${run.externalId}`, run.id]));

  const rows: RunRow[] = writes.flatMap(({ after }) =>
    after.content.runs.map((run, position) => ({
      id: heldIds.get(`${after.id} ${run.externalId}`) ?? uuidv7(now.getTime()),
      courseId: after.id,
      position,
      ...run,
    })),
  );
  const kept = new Set(rows.map(({ id }) => id));
  const gone = held.map(({ id }) => id).filter((id) => !kept.has(id));
  await tx.delete(runs).where(sql`${runs.id} = any(${uuids(gone)})`);
  await upsertRows(tx, runs, rows);
}

async function writeCredentialLinks(tx: Transaction, writes: readonly Write<CourseRecord>[]): Promise<void> {
  const ids = writes.map(({ after }) => after.id);
  await tx.delete(courseCredentials).where(sql`${courseCredentials.courseId} = any(${uuids(ids)})`);
  await insertRows(
    tx,
    courseCredentials,
    writes.flatMap(({ after }) => toCourseCredentialRows(after)),
  );
}

/** The outcomes of a course or credential: as they were (null: it is new), and as they will be. */
export interface OutcomeWrite {
  ownerId: string;
  before: readonly Outcome[] | null;
  after: readonly Outcome[];
}

/** Writes what differs; an outcome that goes on, reworded or moved, keeps its id. */
export async function writeOutcomes(
  tx: Transaction,
  owner: "course" | "credential",
  writes: readonly OutcomeWrite[],
  now: Date,
): Promise<void> {
  const differing = writes.filter(({ before, after }) => !isDeepStrictEqual(before ?? [], after));
  const held = await holdStill(
    tx,
    owner,
    differing.filter(({ before }) => before !== null).map(({ ownerId }) => ownerId),
  );

  const rows: (typeof outcomes.$inferSelect)[] = [];
  const links: (typeof outcomeSkills.$inferSelect)[] = [];
  for (const { ownerId, after } of differing) {
    const ids = keptIds(held.get(ownerId) ?? [], after);
    for (const [position, { text, skills }] of after.entries()) {
      const id = ids[position] ?? uuidv7(now.getTime());
      rows.push({
        id,
        courseId: owner === "course" ? ownerId : null,
        credentialId: owner === "credential" ? ownerId : null,
        position,
        text,
      });
      links.push(...skills.map(({ skillId, method }) => ({ outcomeId: id, skillId, method })));
    }
  }
  const written = new Set(rows.map(({ id }) => id));
  const heldIds = [...held.values()].flat().map(({ id }) => id);
  await tx
    .delete(outcomes)
    .where(sql`${outcomes.id} = any(${uuids(heldIds.filter((id) => !written.has(id)))})`);
  await tx.delete(outcomeSkills).where(sql`${outcomeSkills.outcomeId} = any(${uuids(heldIds)})`);
  await upsertRows(tx, outcomes, rows);
  await insertRows(tx, outcomeSkills, links);
}

/** Reads the outcomes and moves them out of the way: their places are unique and would collide in the midst of a reorder. */
async function holdStill(
  tx: Transaction,
  owner: "course" | "credential",
  ownerIds: readonly string[],
): Promise<Map<string, HeldOutcome[]>> {
  const byOwner = new Map<string, HeldOutcome[]>();
  if (ownerIds.length === 0) return byOwner;
  const ownerColumn = owner === "course" ? outcomes.courseId : outcomes.credentialId;
  const rows = await tx
    .update(outcomes)
    .set({ position: sql`-1 - ${outcomes.position}` })
    .where(sql`${ownerColumn} = any(${uuids(ownerIds)})`)
    .returning({ id: outcomes.id, ownerId: ownerColumn, position: outcomes.position, text: outcomes.text });
  for (const { id, ownerId, position, text } of rows) {
    if (ownerId === null) continue;
    const list = byOwner.get(ownerId) ?? [];
    list.push({ id, position: -1 - position, text });
    byOwner.set(ownerId, list);
  }
  return byOwner;
}

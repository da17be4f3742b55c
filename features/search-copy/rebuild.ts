import { LOCKS } from "@/db/locks";
import { withSessionLock } from "@/db/session-lock";
import type { Rebuild } from "@/features/search/copy";
import { unavailable } from "@/lib/errors";
import { noteBuilt, noteRebuild } from "./mutations";
import { changesPast, countPublished, horizon, publishedAfter, readCopyState } from "./queries";
import { carry, inTurn } from "./relay";
import type { Keeping, Place } from "./schema";

/** Courses in memory at a time. */
const BATCH = 1_000;
/** Courses that changed while it was filled: with fewer it takes the live one's place, and the relay goes on from there. */
const FEW = 100;

/**
 * Builds the copy anew beside the live one and puts it in its place. Killed at any moment it is simply begun again.
 * @param meanwhile done between two batches: the live one may be kept in step with it
 * @param isNeeded asked once nobody else can be building it: another may have done so just now
 * @returns how many courses are in it; null where it was not built, or not by this call
 */
export function rebuildCopy(
  keeping: Keeping,
  {
    meanwhile = async () => {},
    isNeeded = async () => true,
  }: { meanwhile?: () => Promise<unknown>; isNeeded?: () => Promise<boolean> } = {},
): Promise<number | null> {
  return withSessionLock(keeping.url, LOCKS.rebuild, async () =>
    (await isNeeded()) ? build(keeping, meanwhile) : null,
  );
}

async function build(keeping: Keeping, meanwhile: () => Promise<unknown>): Promise<number> {
  const { db, copy, clock } = keeping;
  const state = await readCopyState(db, copy.engine);
  // Noted before the first course is read: what changes later is done again.
  let seen = await horizon(db);
  const next = await copy.rebuild();
  const written = new Set<string>();
  async function write(courseIds: readonly string[]): Promise<void> {
    const { put, removed } = await carry(keeping, courseIds, next);
    for (const id of put) written.add(id);
    for (const id of removed) written.delete(id);
  }
  try {
    const total = await countPublished(db);
    await noteRebuild(db, copy.engine, { done: 0, total }, clock());
    for (let last: string | null = null; ; ) {
      const courseIds: string[] = await publishedAfter(db, last, BATCH);
      last = courseIds.at(-1) ?? null;
      if (last === null) break;
      await write(courseIds);
      await noteRebuild(db, copy.engine, { done: Math.min(written.size, total), total }, clock());
      await meanwhile();
    }
    while (true) {
      const { courses, upTo } = await catchUp(keeping, seen, write);
      seen = upTo;
      if (courses < FEW) break;
    }
    await inTurn(keeping, async () => {
      ({ upTo: seen } = await catchUp(keeping, seen, write));
      await requireCount(next, written.size);
      await next.goLive();
      const asked = state?.rebuildAskedAt ?? null;
      await noteBuilt(db, copy.engine, { settingsHash: copy.settingsHash, seen, asked }, clock());
    });
    return written.size;
  } catch (error) {
    // What went wrong first is what to tell; what is left behind the next attempt clears away.
    await next.abandon().catch(() => {});
    throw error;
  }
}

async function catchUp(
  { db }: Keeping,
  from: Place,
  write: (courseIds: readonly string[]) => Promise<void>,
): Promise<{ courses: number; upTo: Place }> {
  let courses = 0;
  for (let seen = from; ; ) {
    const { courseIds, upTo, isAll } = await changesPast(db, seen, BATCH);
    await write(courseIds);
    courses += courseIds.length;
    seen = upTo;
    if (isAll) return { courses, upTo };
  }
}

async function requireCount(next: Rebuild, expected: number): Promise<void> {
  const count = await next.count();
  if (count !== expected)
    throw unavailable(`The new index has ${count} documents of ${expected} that were written to it`);
}

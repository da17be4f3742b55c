import { LOCKS } from "@/db/locks";
import { withSessionLock } from "@/db/session-lock";
import { documentReader } from "@/features/postgres-search/documents";
import type { SearchCopy } from "@/features/search/copy";
import { dayIn } from "@/lib/dates";
import { unavailable } from "@/lib/errors";
import { moveSeen } from "./mutations";
import { changesPast, hasDue, hasPast, readCopyState } from "./queries";
import { type CopyState, isBefore, type Keeping } from "./schema";

/** Milliseconds; a turn is one batch. */
const TURN_PATIENCE = 30_000;
/** Courses of one turn. */
const BATCH = 1_000;
/** Transactions without a course in them, after which it is worth a write to read them no more. */
const FAR = 1_000n;

/**
 * Runs `work` while nobody else writes to the copy: what one has read must be in the copy before another reads it again,
 * or the older state could arrive last. No transaction is held.
 */
export async function inTurn<T>({ url }: Keeping, work: () => Promise<T>): Promise<T> {
  const done = await withSessionLock(url, LOCKS.relay, async () => ({ result: await work() }), {
    patience: TURN_PATIENCE,
  });
  if (!done) throw unavailable("Another program has written to the copy of the search documents for long");
  return done.result;
}

export interface Relayed {
  courses: number;
  /** False where there is more to do at once. */
  isAll: boolean;
  /** True where the place that was seen cannot be one of this database: it was restored from a dump, say. */
  isElsewhere: boolean;
}

const NOTHING: Relayed = { courses: 0, isAll: true, isElsewhere: false };

/** Carries changes that the copy has not seen into it, up to 1,000 courses, and remembers how far that was. */
export async function relay(keeping: Keeping): Promise<Relayed> {
  const { db, clock, timeZone } = keeping;
  const state = await readOurs(keeping);
  if (!state) return NOTHING;
  const { courseIds, upTo } = await changesPast(db, state.seen, 1);
  if (isBefore(upTo, state.seen)) return { ...NOTHING, isElsewhere: true };
  const isIdle =
    courseIds.length === 0 &&
    state.holdsOn === dayIn(timeZone, clock()) &&
    BigInt(upTo.xid) - BigInt(state.seen.xid) < FAR;
  if (isIdle) return NOTHING;
  // Where another worker has the turn, it does this very thing.
  return (await withSessionLock(keeping.url, LOCKS.relay, () => relayInTurn(keeping))) ?? NOTHING;
}

async function relayInTurn(keeping: Keeping): Promise<Relayed> {
  const { db, copy, clock, timeZone } = keeping;
  const state = await readOurs(keeping);
  if (!state) return NOTHING;
  const today = dayIn(timeZone, clock());
  const isRenewed = state.holdsOn !== today && !(await hasDue(db, today));
  const { courseIds, upTo, isAll } = await changesPast(db, state.seen, BATCH);
  await carry(keeping, courseIds, copy);
  // Whatever was renewed before that was asked is in the copy where nothing that can be seen is past it.
  const holdsOn = isRenewed && isAll && !(await hasPast(db, upTo)) ? today : null;
  await moveSeen(db, copy, { seen: upTo, holdsOn }, clock());
  return { courses: courseIds.length, isAll, isElsewhere: false };
}

/** Null where the index that is known is not one of these settings. */
export async function readOurs({ db, copy }: Keeping): Promise<CopyState | null> {
  const state = await readCopyState(db, copy.engine);
  return state?.settingsHash === copy.settingsHash ? state : null;
}

/** Brings these courses in a copy to what the catalogue says now. */
export async function carry(
  { db, clock, timeZone }: Keeping,
  courseIds: readonly string[],
  into: Pick<SearchCopy, "put" | "remove">,
): Promise<{ put: string[]; removed: string[] }> {
  // A reader keeps the names of skills that it has read: each time a new one.
  const documents = await documentReader(db, dayIn(timeZone, clock()))(courseIds);
  const put = documents.map(({ courseId }) => courseId);
  const found = new Set(put);
  const removed = courseIds.filter((id) => !found.has(id));
  if (documents.length > 0) await into.put(documents);
  if (removed.length > 0) await into.remove(removed);
  return { put, removed };
}

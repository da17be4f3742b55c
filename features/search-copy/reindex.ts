import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "@/db/client";
import type { EngineName } from "@/features/search/engine";
import type { Day } from "@/lib/dates";
import type { Progress } from "@/lib/progress";
import { askRebuild, rebuildRows } from "./mutations";
import { readCopyState } from "./queries";

const COPY: EngineName = "meilisearch";
const LOOK_EVERY = 100;
/** Milliseconds in which a worker that runs begins with what is asked of it, and in which one that has begun gets on. */
const PATIENCE = { toBegin: 15_000, toGetOn: 180_000 };

/**
 * Builds the search rows of Postgres anew, asks for the same of the copy, and shows how far that is until it is done. The
 * copy is built by the worker, which alone holds its key.
 * @returns what came of it, as a sentence
 */
export async function reindex(
  db: Database,
  { now, today }: { now: Date; today: Day },
  progress: Progress,
  patience = PATIENCE,
): Promise<string> {
  progress("Search rows", 0, 1);
  const courses = await rebuildRows(db, { now, today });
  progress("Search rows", courses, courses);
  if (!(await askRebuild(db, COPY, now))) return "The search rows are built anew.";
  return (await watch(db, progress, patience))
    ? "The search rows and the index of Meilisearch are built anew."
    : "The search rows are built anew. No worker builds the index of Meilisearch: it will when one runs.";
}

/** False where nobody does it. */
async function watch(db: Database, progress: Progress, patience: typeof PATIENCE): Promise<boolean> {
  let deadline = performance.now() + patience.toBegin;
  let seen = { done: -1, total: 0 };
  while (performance.now() < deadline) {
    const state = await readCopyState(db, COPY);
    if (!state?.rebuildAskedAt) {
      progress("Index of Meilisearch", seen.total, seen.total);
      return true;
    }
    if (state.rebuilding && state.rebuilding.done !== seen.done) {
      seen = state.rebuilding;
      deadline = performance.now() + patience.toGetOn;
      if (seen.done < seen.total) progress("Index of Meilisearch", seen.done, seen.total);
    }
    await wait(LOOK_EVERY);
  }
  return false;
}

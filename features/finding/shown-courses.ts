import type { Database } from "@/db/client";
import { readCourseParts, summariesOf } from "@/features/courses/queries";
import type { CourseParts } from "@/features/courses/summary";
import type { CourseSummary } from "@/features/courses/view";
import type { Day } from "@/lib/dates";
import { KeptWhile } from "@/lib/kept-while";

/** A course that is found: all that belongs to it, and what lists show of it. */
export interface ShownCourse {
  parts: CourseParts;
  summary: CourseSummary;
}

/** Some ten kilobytes each: those that lists of a busy day show again and again. */
const KEPT = 4_000;
const kept = new WeakMap<Database, KeptWhile<ShownCourse>>();

/**
 * Courses in the order of their ids; those that are not there are left out.
 * @param state of the data on that day, read before (features/data-state): while it is the same, courses are not read again
 */
export async function shownCourses(
  ids: readonly string[],
  { db, today, state }: { db: Database; today: Day; state: string },
): Promise<ShownCourse[]> {
  const known = kept.get(db) ?? new KeptWhile<ShownCourse>(KEPT);
  kept.set(db, known);
  const shown = await known.get(state, ids, async (missing) => {
    const parts = await readCourseParts(db, missing);
    const summaries = await summariesOf([...parts.values()], { today, db });
    return new Map(
      summaries.flatMap((summary) => {
        const own = parts.get(summary.id);
        return own ? [[summary.id, { parts: own, summary }]] : [];
      }),
    );
  });
  return ids.flatMap((id) => shown.get(id) ?? []);
}

import type { Database } from "@/db/client";
import { forgetUnusedTerms, renewDue } from "@/features/postgres-search/mutations";
import type { SearchCopy } from "@/features/search/copy";
import { logSweep } from "@/features/search-copy/follow";
import { bucketsOf, sweep } from "@/features/search-copy/sweep";
import { dayIn } from "@/lib/dates";
import { CairnError } from "@/lib/errors";
import { log } from "@/lib/log";
import { nextMidnight } from "./next-midnight";

/** What the worker works with. */
export interface Work {
  /** Of the database, for sessions that hold a lock. */
  url: string;
  db: Database;
  /** Of the search documents; null: there is none to keep. */
  copy: SearchCopy | null;
  clock: () => Date;
  /** Decides which day it is, and when that changes. */
  timeZone: string;
}

export interface Task {
  name: string;
  /** When it is due, as in a crontab, in UTC. Null: when the worker starts, and then when the task itself says. */
  schedule: string | null;
  /** Returns when it is to be done next, where its schedule does not say. */
  run(work: Work): Promise<Date | null>;
}

// The crontab of a worker. Each is done by one worker, however many there are.
export const TASKS: readonly Task[] = [
  { name: "renew", schedule: null, run: renew },
  { name: "sweep-part", schedule: "*/5 * * * *", run: (work) => sweepIf(work, bucketsOf(work.clock())) },
  { name: "sweep-all", schedule: "17 2 * * *", run: (work) => sweepIf(work, null) },
  { name: "tidy", schedule: "47 2 * * *", run: tidy },
];

/** What the new day changes by itself: a course that can no longer be joined, one that ceases to count. */
async function renew({ db, clock, timeZone }: Work): Promise<Date> {
  const now = clock();
  const today = dayIn(timeZone, now);
  const { courses } = await renewDue(db, { today });
  if (courses > 0) log.info({ courses, today }, "search rows renewed for the day");
  return nextMidnight(timeZone, now);
}

async function sweepIf({ copy, ...work }: Work, buckets: readonly number[] | null): Promise<null> {
  if (!copy) return null;
  try {
    const { repaired } = await sweep({ ...work, copy }, buckets);
    logSweep(copy.engine, buckets ? "a part" : "all", repaired);
  } catch (error) {
    // Who follows the changes tells of it, and compares all once it is over.
    if (!(error instanceof CairnError) || error.code !== "unavailable") throw error;
  }
  return null;
}

async function tidy({ db }: Work): Promise<null> {
  const { terms } = await forgetUnusedTerms(db);
  if (terms > 0) log.info({ terms }, "words that no course has any more are forgotten");
  return null;
}

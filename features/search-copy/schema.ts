import type { Database } from "@/db/client";
import type { SearchCopy } from "@/features/search/copy";
import type { Day } from "@/lib/dates";

/** What all that keeps a copy in step works with. */
export interface Keeping {
  /** Of the database, for sessions that hold a lock. */
  url: string;
  db: Database;
  copy: SearchCopy;
  clock: () => Date;
  /** Decides which day it is. */
  timeZone: string;
}

/** A place among the changes in the order of (xid, id): all up to it have been seen. `xid` is a number of 64 bits. */
export interface Place {
  xid: string;
  id: number;
}

/** What is known of a copy; see `search_copies`. */
export interface CopyState {
  /** Empty until the copy was built for the first time. */
  settingsHash: string;
  seen: Place;
  rebuildAskedAt: Date | null;
  /** While it is built anew: courses written until now, of how many. */
  rebuilding: { done: number; total: number } | null;
  holdsOn: Day | null;
  sweptAt: Date | null;
}

/** Changes of courses that follow a place. */
export interface CourseChanges {
  /** Each once. */
  courseIds: string[];
  upTo: Place;
  /** True where nothing was left out: all transactions before `upTo.xid` have been seen. */
  isAll: boolean;
}

export const isBefore = (one: Place, other: Place): boolean =>
  BigInt(one.xid) < BigInt(other.xid) || (one.xid === other.xid && one.id < other.id);

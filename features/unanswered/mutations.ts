import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { unansweredSearches } from "@/db/schema/search";
import { log } from "@/lib/log";
import type { Unanswered } from "./unanswered";

/** Different searches that are kept of one day: robots try filters without end. */
export const KEPT_A_DAY = 2_000;

/**
 * Milliseconds in which searches that found nothing are gathered before they are written, so that what is kept of the
 * data (features/data-state) outlives each of them. A process that ends takes those not yet written with it.
 */
const GATHERED_FOR = 60_000;

type Gathered = Map<string, { search: Unanswered; count: number }>;
const gathered = new WeakMap<Database, Gathered>();

const inAWhile = (work: () => void): void => {
  setTimeout(work, GATHERED_FOR).unref();
};

/**
 * Counts a search that found nothing. Nobody waits for it, and it never fails.
 * @param later is given, with the first of those that are gathered, what writes them all
 */
export function countUnanswered(db: Database, search: Unanswered, later = inAWhile): void {
  const waiting: Gathered = gathered.get(db) ?? new Map();
  if (!gathered.has(db)) later(() => void writeUnanswered(db));
  gathered.set(db, waiting);
  const { day, locale, words, filters } = search;
  const key = JSON.stringify([day, locale, words, filters]);
  const known = waiting.get(key);
  if (known) known.count += 1;
  else if (waiting.size < KEPT_A_DAY) waiting.set(key, { search, count: 1 });
}

/** Writes what has been counted until now. */
export async function writeUnanswered(db: Database, most = KEPT_A_DAY): Promise<void> {
  const counted = [...(gathered.get(db)?.values() ?? [])];
  gathered.delete(db);
  if (counted.length === 0) return;
  const rows = JSON.stringify(counted.map(({ search, count }) => ({ ...search, count })));
  try {
    await db.execute(sql`
      with counted as (
        select day, locale, words, filters, counted.count,
          row_number() over (partition by day, held.day is null order by position) as place,
          held.day is not null as is_known
        from rows from (
          json_to_recordset(${rows}::json) as (day date, locale text, words text, filters text, count integer)
        ) with ordinality as counted (day, locale, words, filters, count, position)
        left join ${unansweredSearches} as held using (day, locale, words, filters)
      )
      insert into ${unansweredSearches} as held (day, locale, words, filters, count)
      select day, locale, words, filters, count from counted
      where is_known or place + (select count(*) from ${unansweredSearches} of_day where of_day.day = counted.day) <= ${most}
      on conflict (day, locale, words, filters) do update set count = held.count + excluded.count`);
  } catch (err) {
    log.warn({ err }, "searches that found nothing are not counted");
  }
}

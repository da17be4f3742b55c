import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { unansweredSearches } from "@/db/schema/search";
import { log } from "@/lib/log";
import type { Unanswered } from "./unanswered";

/** Different searches that are kept of one day: robots try filters without end. */
export const KEPT_A_DAY = 2_000;

/** Counts a search that found nothing. Nobody waits for it, and it never fails. */
export async function countUnanswered(
  db: Database,
  { day, locale, words, filters }: Unanswered,
  most = KEPT_A_DAY,
): Promise<void> {
  try {
    await db.execute(sql`
      insert into ${unansweredSearches} as held (day, locale, words, filters, count)
      select ${day}::date, ${locale}::text, ${words}::text, ${filters}::text, 1
      where (select count(*) from ${unansweredSearches} where day = ${day}) < ${most}
        or exists (
          select from ${unansweredSearches}
          where (day, locale, words, filters) = (${day}::date, ${locale}, ${words}, ${filters})
        )
      on conflict (day, locale, words, filters) do update set count = held.count + 1`);
  } catch (err) {
    log.warn({ err }, "a search that found nothing is not counted");
  }
}

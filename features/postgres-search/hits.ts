import { type SQL, sql } from "drizzle-orm";
import { toTsquery } from "@/features/search/analyser";
import type { SearchRequest, Sort } from "@/features/search/engine";
import { isIn, keysIn, type Sets, sizeOf } from "./sets";

/** Without words nothing is more relevant than another. */
const SORT_KEYS: Record<Sort, SQL> = {
  relevance: sql`course_id`,
  start: sql`start_on nulls last`,
  ects: sql`ects_hundredths nulls last`,
  price: sql`euro_cents nulls last`,
  newest: sql`published_at desc`,
};

const KEYS = sql`course_id, start_on, ects_hundredths, euro_cents, published_at`;

/**
 * A query for one column, the ids of the courses on the asked page, in order. What has the words in its title comes first: where
 * that fills the page, nothing else is ranked.
 */
export function hitsQuery(sets: Sets, { query, spelling, sort, limit, offset }: SearchRequest): SQL {
  const found = sets.found();
  const words = toTsquery(query, spelling);
  const hasRanks = sort === "relevance" && words !== null;
  const matches = hasRanks
    ? sql`
      select course_id, words @@ ${toTsquery(query, spelling, "title")}::tsquery as is_in_title,
        ts_rank('{0.1, 0.3, 0.4, 1.0}', words, ${words}::tsquery, 1) as rank
      from search_documents where ${isIn(sets.foundFirst(words, offset + limit))}`
    : found.isEverything
      ? sql`select ${KEYS} from search_keys`
      : keysIn(found, KEYS);
  const size = hasRanks || found.isEverything ? sql`` : sql`, ${sizeOf(found)}`;
  const order = hasRanks ? sql`is_in_title desc, rank desc` : SORT_KEYS[sort];
  // Else the planner would walk an index in the asked order, in search of the few that match; of all, any does.
  const whole = found.isEverything ? sql`` : sql`materialized`;
  return sql`
    ${sets.withList()}${size}, matches as ${whole} (${matches})
    select course_id as id from matches order by ${order}, course_id limit ${limit}::int offset ${offset}::int`;
}

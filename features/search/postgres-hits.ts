import { type SQL, sql } from "drizzle-orm";
import { toTsquery } from "./analyser";
import type { SearchRequest, Sort } from "./engine";
import { keysIn } from "./postgres-long-facets";
import type { Sets } from "./postgres-sets";

const SORT_KEYS: Record<Exclude<Sort, "relevance">, SQL> = {
  start: sql`start_on nulls last`,
  ects: sql`ects_hundredths nulls last`,
  price: sql`euro_cents nulls last`,
  newest: sql`published_at desc`,
};

/** A query for one column, the ids of the courses on the asked page, in order. */
export function hitsQuery(sets: Sets, { query, sort, limit, offset }: SearchRequest): SQL {
  const found = sets.found();
  const words = toTsquery(query);
  const page = sql`limit ${limit}::int offset ${offset}::int`;
  if (sort === "relevance" && words !== null) {
    return sql`
      ${sets.withList()}
      select course_id as id
      from search_documents join ${found.name} on chunk = ordinal >> 13
      where words @@ ${words}::tsquery and get_bit(bits, ordinal & 8191) = 1
      order by words @@ ${toTsquery(query, "A")}::tsquery desc,
        ts_rank('{0.1, 0.3, 0.4, 1.0}', words, ${words}::tsquery, 1) desc, course_id
      ${page}`;
  }
  const order = sort === "relevance" ? sql`course_id` : sql`${SORT_KEYS[sort]}, course_id`;
  return sql`
    ${sets.withList()}, keys as materialized (
      select course_id, start_on, ects_hundredths, euro_cents, published_at from ${keysIn(found)}
    )
    select course_id as id from keys order by ${order} ${page}`;
}

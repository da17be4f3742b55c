import { type SQL, sql } from "drizzle-orm";
import { texts } from "@/db/rows";
import type { Facet, SearchRequest } from "@/features/search/engine";
import { type BitSet, countByValue, rowsIn } from "./sets";
import { EVERY_COURSE } from "./values";

/** Facets with thousands of values, and where the narrow rows have a course's values. */
const COLUMNS: Partial<Record<Facet, SQL>> = {
  provider: sql`provider_value`,
  skill: sql`unnest(skill_values)`,
};

export const isLong = (facet: Facet): boolean => facet in COLUMNS;

/** How many of the most frequent values are counted at once, for each that can be listed. */
const HEAD = 3;

/**
 * A query for (facet, value, count) of at least the values that can be listed. In up to a quarter of all courses, course
 * by course. In more, by bitmaps: those of the values that most courses have, then, of the others, those that enough
 * courses have to come before the last that would be listed. Both are one statement; the one not needed is not run.
 */
export function countLong(set: BitSet, facet: Facet, request: SearchRequest): SQL {
  const column = COLUMNS[facet];
  if (column === undefined) throw new Error(`${facet} has no column of its own`);
  const chosen = texts(request.selection[facet] ?? []);
  const limit = request.facetLimit;
  const count = (ids: SQL) =>
    countByValue(set, sql`plane = 0 and value_id = any(array(${ids})) and not (select is_small from size)`);
  return sql`
    with size as materialized (
      select 4 * coalesce(sum(bit_count(bits)), 0) <=
        (select course_count from search_values where facet = ${EVERY_COURSE.facet}) as is_small
      from ${set.name}
    ),
    head as materialized (${count(sql`
      select id from search_values where facet = ${facet}
      order by value = any(${chosen}) desc, course_count desc limit ${HEAD * limit}::int`)}
    ),
    last_listed as materialized (select count from head order by count desc offset ${limit - 1}::int limit 1),
    counts as (
      select ${column} as value_id, count(*)::int as count
      from ${rowsIn(set, sql`search_keys`)} where (select is_small from size) group by 1
      union all
      select * from head
      union all
      (${count(sql`
        select id from search_values
        where facet = ${facet} and course_count >= greatest(1, (select count from last_listed))
          and id not in (select value_id from head)`)})
    )
    select facet, value, count from counts join search_values on id = value_id
    order by value = any(${chosen}) desc, count desc, value collate "C" limit ${limit}::int + cardinality(${chosen})`;
}

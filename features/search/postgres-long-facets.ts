import { type SQL, sql } from "drizzle-orm";
import { texts } from "@/db/rows";
import type { Facet, SearchRequest } from "./engine";
import type { BitSet } from "./postgres-sets";
import { EVERY_COURSE } from "./postgres-values";

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
  const count = (ids: SQL) => sql`
    select value_id, sum(bit_count(search_bits.bits & ${set.name}.bits))::int as count
    from ${set.name} join search_bits using (chunk)
    where not (select is_small from size) and plane = 0 and value_id = any(array(${ids}))
    group by value_id`;
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
      from ${keysIn(set)} where (select is_small from size) group by 1
      union all
      select * from head
      union all
      (${count(sql`
        select id from search_values
        where facet = ${facet} and course_count >= greatest(1, (select count from last_listed))
          and id <> all(array(select value_id from head))`)})
    )
    select facet, value, count from counts join search_values on id = value_id
    order by value = any(${chosen}) desc, count desc, value collate "C" limit ${limit}::int + cardinality(${chosen})`;
}

/** The narrow rows of the courses in a set, found by words of 64 bits: of a small set only a few are read. */
export function keysIn({ name }: BitSet): SQL {
  return sql`(
      select chunk * 8192 + place * 64 as start, substring(bits from place * 64 + 1 for 64) as word
      from ${name}, generate_series(0, 127) as place offset 0
    ) as words
    join search_keys on ordinal between start and start + 63
      and word <> 0::bit(64) and get_bit(word, ordinal & 63) = 1`;
}

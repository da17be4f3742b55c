import { type SQL, sql } from "drizzle-orm";
import { texts } from "@/db/rows";
import type { Facet, SearchRequest } from "@/features/search/engine";
import { type BitSet, countByValue, rowsIn } from "./sets";
import { EVERY_COURSE } from "./values";

/** Facets with thousands of values, and the list of a course's values in the narrow rows. */
const COLUMNS: Partial<Record<Facet, SQL>> = {
  provider: sql`array[provider_value]`,
  skill: sql`skill_values`,
};

export const isLong = (facet: Facet): boolean => facet in COLUMNS;

/** How many of the most frequent values are counted at once, for each that can be listed. */
const HEAD = 3;

/** Queries for (facet, value, count) of at least the values that can be listed, in one set. */
export function countLong(set: BitSet, facets: readonly Facet[], request: SearchRequest): SQL[] {
  return set.isEverything
    ? facets.map((facet) => mostFrequent(facet, request))
    : [countIn(set, facets, request)];
}

const chosenOf = ({ selection }: SearchRequest, facet: Facet): readonly string[] => selection[facet] ?? [];

/** Among all courses. */
function mostFrequent(facet: Facet, request: SearchRequest): SQL {
  return sql`
    select facet, value, count
    from (select facet, value, course_count as count from search_values where course_count > 0) as named
    where facet = ${facet} ${inOrder(facet, request)}`;
}

const listed = (facet: Facet, request: SearchRequest): SQL =>
  sql`(select facet, value, count from named where facet = ${facet} ${inOrder(facet, request)})`;

/** The order of a list, and its end. */
function inOrder(facet: Facet, request: SearchRequest): SQL {
  const chosen = texts(chosenOf(request, facet));
  return sql`
    order by value = any(${chosen}) desc, count desc, value collate "C"
    limit ${request.facetLimit}::int + cardinality(${chosen})`;
}

/**
 * In up to a quarter of all courses, course by course. In more, by bitmaps: those of the values that most courses have,
 * then, of the others, those that enough courses have to come before the last that would be listed. Both are one
 * statement; the one not needed is not run.
 */
function countIn(set: BitSet, facets: readonly Facet[], request: SearchRequest): SQL {
  const limit = request.facetLimit;
  const values = sql.join(
    facets.flatMap((facet) => COLUMNS[facet] ?? []),
    sql` || `,
  );
  const heads = facets.map(
    (facet) => sql`(
      select id from search_values where facet = ${facet}
      order by value = any(${texts(chosenOf(request, facet))}) desc, course_count desc limit ${HEAD * limit}::int)`,
  );
  const count = (ids: SQL) =>
    countByValue(set, sql`plane = 0 and value_id = any(array(${ids})) and not (select is_small from size)`);
  return sql`
    with size as materialized (
      select 4 * coalesce(sum(bit_count(bits)), 0) <=
        (select course_count from search_values where facet = ${EVERY_COURSE.facet}) as is_small
      from ${set.name}
    ),
    head as materialized (${count(sql.join(heads, sql` union all `))}),
    last_listed as materialized (
      select facet, count from (
        select facet, count, row_number() over (partition by facet order by count desc) as place
        from head join search_values on id = value_id
      ) as placed
      where place = ${limit}::int
    ),
    counts as (
      select unnest(${values}) as value_id, count(*)::int as count
      from ${rowsIn(set, sql`search_keys`)} where (select is_small from size) group by 1
      union all
      select * from head
      union all
      (${count(sql`
        select id from search_values left join last_listed using (facet)
        where facet = any(${texts(facets)}) and course_count >= coalesce(last_listed.count, 1) and course_count > 0
          and id not in (select value_id from head)`)})
    ),
    named as materialized (select facet, value, count from counts join search_values on id = value_id)
    ${sql.join(
      facets.map((facet) => listed(facet, request)),
      sql` union all `,
    )}`;
}

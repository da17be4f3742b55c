import { type SQL, sql } from "drizzle-orm";
import { texts } from "@/db/rows";
import type { Facet, SearchRequest } from "@/features/search/engine";
import { type BitSet, keysIn, sizeOf } from "./sets";

/** Facets with thousands of values, and where the narrow rows have a course's values. */
const COLUMNS: Partial<Record<Facet, SQL>> = {
  provider: sql`provider_value`,
  skill: sql`unnest(skill_values)`,
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

/** The order of a list, and its end. */
function inOrder(facet: Facet, request: SearchRequest): SQL {
  const chosen = texts(chosenOf(request, facet));
  return sql`
    order by value = any(${chosen}) desc, count desc, value collate "C"
    limit ${request.facetLimit}::int + cardinality(${chosen})`;
}

/**
 * In up to half of all courses, course by course. In more, by bitmaps: those of the values that most courses have,
 * then, of the others, those that enough courses have to come before the last that would be listed. Both are one
 * statement; the one not needed is not run.
 */
function countIn(set: BitSet, facets: readonly Facet[], request: SearchRequest): SQL {
  const heads = facets.map(
    (facet) => sql`(
      select id from search_values where facet = ${facet}
      order by value = any(${texts(chosenOf(request, facet))}) desc, course_count desc
      limit ${HEAD * request.facetLimit}::int)`,
  );
  const counted = (ids: SQL) => sql`
    select facet, value_id, sum(courses)::int as count
    from (
      select facet, value_id, bit_count(search_bits.bits & ${set.name}.bits) as courses
      from ${set.name} join search_bits using (chunk)
      where plane = 0 and value_id = any(array(${ids})) and (select is_half from size) offset 0
    ) as counted
    group by facet, value_id`;
  const lists = facets.map((facet) => listOf(facet, request));
  return sql`
    with ${sizeOf(set)},
    few as materialized (
      select * from (${keysIn(set, sql`provider_value, skill_values`)}) as keys where not (select is_half from size)
    ),
    head as materialized (${counted(sql.join(heads, sql` union all `))}),
    last_listed as materialized (
      select facet, count
      from (select facet, count, row_number() over (partition by facet order by count desc) as place from head) as placed
      where place = ${request.facetLimit}::int
    ),
    many as materialized (
      select facet, value_id, count from head
      union all
      (${counted(sql`
        select id from search_values left join last_listed using (facet)
        where facet = any(${texts(facets)}) and course_count >= coalesce(last_listed.count, 1) and course_count > 0
          and id not in (select value_id from head) and (select is_half from size)`)})
    ),
    ${sql.join(
      lists.map(({ counts }) => counts),
      sql`, `,
    )}
    ${sql.join(
      lists.map(({ list }) => list),
      sql` union all `,
    )}`;
}

/** What is counted of a facet, and of that what is listed: names are looked up only of what has enough courses for it. */
function listOf(facet: Facet, request: SearchRequest): { counts: SQL; list: SQL } {
  const name = sql.raw(`${facet}_counts`);
  const chosen = chosenOf(request, facet);
  const isEnough = sql`
    count >= coalesce((select count from ${name} order by count desc offset ${request.facetLimit - 1}::int limit 1), 1)`;
  const isChosen = sql`
    value_id = any(array(select id from search_values where facet = ${facet} and value = any(${texts(chosen)})))`;
  return {
    counts: sql`${name} as materialized (
      select ${COLUMNS[facet]} as value_id, count(*)::int as count from few group by 1
      union all
      select value_id, count from many where facet = ${facet}
    )`,
    list: sql`(
      select named.facet, named.value, count
      from ${name}, lateral (select facet, value from search_values where id = value_id offset 0) as named
      where ${chosen.length > 0 ? sql`(${isEnough} or ${isChosen})` : isEnough}
      ${inOrder(facet, request)})`,
  };
}

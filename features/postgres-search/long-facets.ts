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

/** In place of the facet, in a row whose value is a facet: the set is so large that `countMany` must count its values. */
export const MANY = "many";

/** Queries for (facet, value, count) of at least the values that can be listed, in one set. */
export function countLong(set: BitSet, facets: readonly Facet[], request: SearchRequest): SQL[] {
  return set.isEverything
    ? facets.map((facet) => mostFrequent(facet, request))
    : [countFew(set, facets, request)];
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
 * Course by course, in up to half of all courses. To count more of them so would take longer than by bitmaps, a query that
 * few searches need: it would double this one, which is read from memory each time.
 */
function countFew(set: BitSet, facets: readonly Facet[], request: SearchRequest): SQL {
  const isHalf = sql`(select is_half from size)`;
  const counts = facets.map((facet) => {
    const name = sql.raw(`${facet}_counts`);
    return {
      part: sql`${name} as materialized (
        select ${COLUMNS[facet]} as value_id, count(*)::int as count from few group by 1
      )`,
      list: listOf(facet, name, request),
    };
  });
  return sql`
    with ${sizeOf(set)},
    few as materialized (
      select * from (${keysIn(set, sql`provider_value, skill_values`)}) as keys where not ${isHalf}
    ),
    ${sql.join(
      counts.map(({ part }) => part),
      sql`, `,
    )}
    ${sql.join(
      counts.map(({ list }) => list),
      sql` union all `,
    )}
    union all
    select ${MANY}, facet, 1 from unnest(${texts(facets)}) as facet where ${isHalf}`;
}

/**
 * A query for (facet, value, count) like those of `countLong`, by bitmaps: of the values that most courses have, then, of
 * the others, of those that enough courses have to come before the last that would be listed.
 */
export function countMany(set: BitSet, facet: Facet, request: SearchRequest): SQL {
  const last = request.facetLimit - 1;
  const counted = (ids: SQL) => sql`
    select value_id, sum(courses)::int as count
    from (
      select value_id, bit_count(search_bits.bits & ${set.name}.bits) as courses
      from ${set.name} join search_bits using (chunk) where plane = 0 and value_id = any(array(${ids})) offset 0
    ) as counted
    group by value_id`;
  return sql`
    with head as materialized (${counted(sql`
      select id from search_values where facet = ${facet}
      order by value = any(${texts(chosenOf(request, facet))}) desc, course_count desc
      limit ${HEAD * request.facetLimit}::int`)}
    ),
    many_counts as materialized (
      select value_id, count from head
      union all
      (${counted(sql`
        select id from search_values
        where facet = ${facet} and id not in (select value_id from head)
          and course_count >= coalesce((select count from head order by count desc offset ${last}::int limit 1), 1)`)})
    )
    ${listOf(facet, sql`many_counts`, request)}`;
}

/** What is listed of what was counted: names are looked up only of what has enough courses for it. */
function listOf(facet: Facet, counts: SQL, request: SearchRequest): SQL {
  const chosen = chosenOf(request, facet);
  const isEnough = sql`
    count >= coalesce((select count from ${counts} order by count desc offset ${request.facetLimit - 1}::int limit 1), 1)`;
  const isChosen = sql`
    value_id = any(array(select id from search_values where facet = ${facet} and value = any(${texts(chosen)})))`;
  return sql`(
    select named.facet, named.value, count
    from ${counts}, lateral (select facet, value from search_values where id = value_id offset 0) as named
    where ${chosen.length > 0 ? sql`(${isEnough} or ${isChosen})` : isEnough}
    ${inOrder(facet, request)})`;
}

import { type SQL, sql } from "drizzle-orm";
import { texts } from "@/db/rows";
import type { Facet, SearchRequest } from "@/features/search/engine";
import type { Day } from "@/lib/dates";
import { groupBy, partition } from "@/lib/group";
import { countLong, countMany, isLong, type MANY } from "./long-facets";
import { type BitSet, countByValue, isRunFacet, type Sets } from "./sets";

/**
 * How many courses are found, have a value, or (more than none) have rows that were made for another day; or the name of a
 * facet whose values `manyQuery` counts.
 */
export interface CountRow extends Record<string, unknown> {
  facet: Facet | "total" | "due" | typeof MANY;
  value: string;
  count: number;
}

/** One query for all that is counted, but for facets that it names. */
export function countsQuery(sets: Sets, request: SearchRequest): SQL {
  const found = sets.found();
  const facets = inOneOrder(request);
  const bySet = (some: readonly Facet[]) => groupBy(some, (facet) => sets.foundWithout(facet));
  const short = [...bySet(facets.filter((facet) => !isLong(facet)))];
  const long = [...bySet(facets.filter(isLong))];
  const [known, counted] = partition(short, ([set]) => set.isEverything);
  const counts = [
    sql`select 'total' as facet, '' as value, coalesce(sum(bit_count(bits)), 0)::int as count from ${found.name}`,
    dueQuery(request.today),
    ...known.map(([, facets]) => countsOfAll(facets)),
    ...(counted.length > 0 ? [withNames(counted.map(([set, facets]) => countShort(set, facets)))] : []),
    ...long.flatMap(([set, facets]) => countLong(set, facets, request)),
  ];
  return sql`${sets.withList()} ${unionOf(counts)}`;
}

/** For the counts of these facets. */
export function manyQuery(sets: Sets, request: SearchRequest, facets: readonly Facet[]): SQL {
  const counts = facets.map(
    (facet) => sql`select * from (${countMany(sets.foundWithout(facet), facet, request)}) as listed`,
  );
  return sql`${sets.withList()} ${unionOf(counts)}`;
}

/** By what is counted, so that a choice of another facet of the same kind is the same query with other values. */
function inOneOrder({ facets, selection }: SearchRequest): Facet[] {
  const kind = (facet: Facet) => (selection[facet] === undefined ? 0 : 2) + (isRunFacet(facet) ? 1 : 0);
  return [...facets].sort((a, b) => kind(a) - kind(b));
}

const unionOf = (queries: readonly SQL[]): SQL =>
  sql.join(
    queries.map((query) => sql`(${query})`),
    sql` union all `,
  );

/** Names are looked up one by one: the planner, which expects thousands of values, would read all names there are. */
const withNames = (queries: readonly SQL[]): SQL => sql`
  select named.facet, named.value, count
  from (${unionOf(queries)}) as counts, lateral (select facet, value from search_values where id = value_id offset 0) as named`;

/** One if any row was made for another day. The two ends of indexes: an OR of conditions could read all rows to find none. */
function dueQuery(today: Day): SQL {
  return sql`
    select 'due', '', coalesce(
      (select max(fresh_from) from search_documents) > ${today} or (select min(changes_on) from search_documents) <= ${today},
      false)::int`;
}

function countsOfAll(facets: readonly Facet[]): SQL {
  return sql`
    select facet, value, course_count as count from search_values
    where facet = any(${texts(facets)}) and course_count > 0`;
}

/** A query for (value_id, count). */
function countShort(set: BitSet, facets: readonly Facet[]): SQL {
  const among = sql`search_bits.facet = any(${texts(facets)})`;
  if (!set.byPlane) return countByValue(set, sql`plane = 0 and ${among}`);
  return sql`
    select value_id, sum(bit_count(bits))::int as count
    from (
      select value_id, chunk, bit_or(search_bits.bits & ${set.name}.bits) as bits
      from ${set.name} join search_bits using (chunk, plane) where ${among}
      group by value_id, chunk
    ) as courses
    group by value_id having sum(bit_count(bits)) > 0`;
}

import { type SQL, sql } from "drizzle-orm";
import { texts } from "@/db/rows";
import type { Facet, SearchRequest } from "@/features/search/engine";
import type { Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import { countLong, isLong } from "./long-facets";
import { type BitSet, countByValue, type Sets } from "./sets";

/** How many courses are found, have a value, or (more than none) have rows that were made for another day. */
export interface CountRow extends Record<string, unknown> {
  facet: Facet | "total" | "due";
  value: string;
  count: number;
}

/** One query for all that is counted. */
export function countsQuery(sets: Sets, request: SearchRequest): SQL {
  const found = sets.found();
  const short = groupBy(
    request.facets.filter((facet) => !isLong(facet)),
    (facet) => sets.foundWithout(facet),
  );
  const counts = [
    sql`select 'total' as facet, '' as value, coalesce(sum(bit_count(bits)), 0)::int as count from ${found.name}`,
    dueQuery(request.today),
    ...[...short].map(([set, facets]) => countShort(set, facets)),
    ...request.facets.filter(isLong).map((facet) => countLong(sets.foundWithout(facet), facet, request)),
  ];
  const all = sql.join(
    counts.map((query) => sql`(${query})`),
    sql` union all `,
  );
  return sql`${sets.withList()} ${all}`;
}

/** One if any row was made for another day. The two ends of indexes: an OR of conditions could read all rows to find none. */
function dueQuery(today: Day): SQL {
  return sql`
    select 'due', '', coalesce(
      (select max(fresh_from) from search_documents) > ${today} or (select min(changes_on) from search_documents) <= ${today},
      false)::int`;
}

function countShort(set: BitSet, facets: readonly Facet[]): SQL {
  const among = sql`search_bits.facet = any(${texts(facets)})`;
  const counts = set.byPlane
    ? sql`
      select value_id, sum(bit_count(bits))::int as count
      from (
        select value_id, chunk, bit_or(search_bits.bits & ${set.name}.bits) as bits
        from ${set.name} join search_bits using (chunk, plane) where ${among}
        group by value_id, chunk
      ) as courses
      group by value_id`
    : countByValue(set, sql`plane = 0 and ${among}`);
  return sql`select facet, value, count from (${counts}) as counts join search_values on id = value_id`;
}

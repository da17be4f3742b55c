import { type Database, planningOnce } from "@/db/client";
import type { SearchAnswer, SearchEngine, SearchRequest } from "@/features/search/engine";
import { listedCounts } from "@/features/search/listed-counts";
import { isUnavailable, unavailable } from "@/lib/errors";
import { type CountRow, countsQuery, manyQuery } from "./facets";
import { hitsQuery } from "./hits";
import { MANY } from "./long-facets";
import { renewDue } from "./mutations";
import { Sets } from "./sets";

const ENGINE = "postgres";

/**
 * Search by bitmaps in Postgres (db/schema/search.ts): exact, and always as the last transaction left the catalogue.
 * Rows that were made for another day than the request's, since some run closed between, are renewed first.
 * `search` throws `unavailable` where the database does not answer, or not in time.
 */
export function postgresEngine(db: Database): SearchEngine {
  const statements = planningOnce(db);
  async function search(request: SearchRequest): Promise<SearchAnswer> {
    const { isDue, answer } = await ask(statements, request);
    if (!isDue) return answer;
    await renewDue(db, { today: request.today });
    return (await ask(statements, request)).answer;
  }
  return {
    name: ENGINE,
    search: (request) =>
      search(request).catch((error: unknown) => {
        throw isUnavailable(error) ? unavailable("The search does not answer just now", error) : error;
      }),
  };
}

async function ask(db: Database, request: SearchRequest): Promise<{ answer: SearchAnswer; isDue: boolean }> {
  const [rows, hits] = await Promise.all([
    countRows(db, request),
    request.limit === 0 ? [] : db.execute<{ id: string }>(hitsQuery(new Sets(request), request)),
  ]);
  const counts = new Map<string, Map<string, number>>();
  for (const { facet, value, count } of rows) {
    counts.set(facet, (counts.get(facet) ?? new Map<string, number>()).set(value, count));
  }
  const { facets, selection, facetLimit } = request;
  const answer = {
    engine: ENGINE,
    ids: hits.map(({ id }) => id),
    total: counts.get("total")?.get("") ?? 0,
    facets: Object.fromEntries(
      facets.map((facet) => [
        facet,
        listedCounts(facet, counts.get(facet) ?? new Map(), selection[facet] ?? [], facetLimit),
      ]),
    ),
  };
  return { answer, isDue: counts.get("due")?.get("") !== 0 };
}

async function countRows(db: Database, request: SearchRequest): Promise<CountRow[]> {
  const rows = await db.execute<CountRow>(countsQuery(new Sets(request), request));
  const left = request.facets.filter((facet) =>
    rows.some((row) => row.facet === MANY && row.value === facet),
  );
  if (left.length === 0) return rows;
  return [...rows, ...(await db.execute<CountRow>(manyQuery(new Sets(request), request, left)))];
}

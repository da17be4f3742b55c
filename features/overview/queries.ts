import "server-only";
import { type Database, database } from "@/db/client";
import { listCourseSummaries } from "@/features/courses/queries";
import type { CourseSummary } from "@/features/courses/view";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import { FACETS, type SearchAnswer, type SearchRequest } from "@/features/search/engine";
import { emptyRequest } from "@/features/search/schema";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";

// Pages other than search show a part of the catalogue too. They ask Postgres: whatever happens to a search server, they do not
// notice.

interface At {
  now: Date;
  db?: Database;
}

/** How many courses have which value, of all there are. */
export async function readOverview({ now, db = database() }: At): Promise<{
  facets: SearchAnswer["facets"];
  /** True where a record of the catalogue is invented. */
  isSample: boolean;
}> {
  const request = requestAt(now, { facets: FACETS, limit: 1 });
  const { facets, ids } = await postgresEngine(db).search(request);
  const courses = await listCourseSummaries(ids, { today: request.today, db });
  return { facets, isSample: courses.some(({ isSample }) => isSample) };
}

/** The newest courses of a provider, by its present slug. */
export async function newestOf(
  provider: string,
  count: number,
  { now, db = database() }: At,
): Promise<CourseSummary[]> {
  const request = requestAt(now, { selection: { provider: [provider] }, sort: "newest", limit: count });
  const { ids } = await postgresEngine(db).search(request);
  return listCourseSummaries(ids, { today: request.today, db });
}

const requestAt = (now: Date, asked: Partial<SearchRequest>): SearchRequest => ({
  ...emptyRequest(dayIn(env().CAIRN_TIME_ZONE, now)),
  ...asked,
});

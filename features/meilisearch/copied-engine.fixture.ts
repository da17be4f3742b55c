import type { Database } from "@/db/client";
import { courses } from "@/db/schema/courses";
import { documentReader } from "@/features/postgres-search/documents";
import type { SearchEngine } from "@/features/search/engine";
import type { Day } from "@/lib/dates";
import type { TestServer } from "@/tests/meilisearch-server";
import { meilisearchCopy } from "./meilisearch-copy";
import { meilisearchEngine } from "./meilisearch-engine";

/** Searches the published courses of a database in a copy that is made anew where it was of another day. */
export function copiedEngine(db: Database, server: TestServer): SearchEngine {
  const { url, index } = server;
  const engine = meilisearchEngine({ url, index, key: server.searchKey, timeout: 60_000 });
  let heldDay: Day | null = null;
  return {
    name: engine.name,
    async search(request) {
      if (heldDay !== request.today) await copyAll(db, server, request.today);
      heldDay = request.today;
      return engine.search(request);
    },
  };
}

/** Builds the index from what the database says on a day. */
export async function copyAll(db: Database, { url, index, writeKey }: TestServer, today: Day): Promise<void> {
  const copy = meilisearchCopy({ url, index, key: writeKey });
  const rows = await db.select({ id: courses.id }).from(courses);
  const rebuild = await copy.rebuild();
  await rebuild.put(await documentReader(db, today)(rows.map(({ id }) => id)));
  await rebuild.goLive();
}

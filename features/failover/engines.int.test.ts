import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { facetValues, listFoundIds, searchCourses } from "@/features/finding/queries";
import { SETTINGS_HASH } from "@/features/meilisearch-index/settings";
import type { SearchEngine } from "@/features/search/engine";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import { unavailable } from "@/lib/errors";
import { testDatabase } from "@/tests/database";
import { insertCourse, NOW, TODAY } from "@/tests/factories";
import { type Guarded, guard } from "./failover-engine";

const database = testDatabase();
const process = globalThis as typeof globalThis & { cairnFirstEngine?: Guarded | null };
const at = () => ({ now: NOW, db: database.db });

/** The first engine of this process, which finds everything five times; or does not answer. */
function firstEngine({ isDown = false } = {}) {
  const asked: string[] = [];
  const engine: SearchEngine = {
    name: "meilisearch",
    async search({ query }) {
      asked.push(query);
      if (isDown) throw unavailable("not just now");
      return { engine: "meilisearch", ids: [], total: 5, facets: {} };
    },
  };
  process.cairnFirstEngine = guard(engine);
  return asked;
}

const search = async (params: Partial<SearchParams> = {}) => {
  const found = await searchCourses({ ...NO_SEARCH, query: "heron", ...params }, at());
  return { engine: found.engine, degraded: found.degraded, pages: found.params.engine, total: found.total };
};

describe("the engine that a list comes from", () => {
  beforeAll(async () => {
    await insertCourse(database.db, { content: { title: { en: "Heron keeping" } } });
    await holdsOn(TODAY);
  });
  afterEach(() => {
    process.cairnFirstEngine = undefined;
  });

  async function holdsOn(day: string) {
    await database.sql`
      insert into search_copies (engine, settings_hash, seen_xid, seen_id, holds_on, updated_at)
      values ('meilisearch', ${SETTINGS_HASH}, pg_snapshot_xmax(pg_current_snapshot()), 0, ${day}, now())
      on conflict (engine) do update set holds_on = excluded.holds_on`;
  }

  it("is the first", async () => {
    firstEngine();
    expect(await search()).toEqual({ engine: "meilisearch", degraded: false, pages: null, total: 5 });
  });

  it("is Postgres where the first does not answer: the page says so, and its pages are of one order", async () => {
    firstEngine({ isDown: true });
    const first = await search();
    expect(first).toEqual({ engine: "postgres", degraded: true, pages: "postgres", total: 1 });
    const asked = firstEngine();
    const second = await search({ page: 2, engine: first.pages });
    expect(second).toEqual({ engine: "postgres", degraded: false, pages: "postgres", total: 1 });
    expect(asked).toEqual([]);
  });

  it("is another than the address names where that does not answer, and the page says so", async () => {
    firstEngine({ isDown: true });
    const pinned = await search({ engine: "meilisearch", page: 2 });
    expect(pinned).toMatchObject({ engine: "postgres", degraded: true });
    process.cairnFirstEngine = null;
    expect(await search({ engine: "meilisearch" })).toMatchObject({
      engine: "postgres",
      degraded: true,
      pages: null,
    });
    expect(await search()).toMatchObject({ engine: "postgres", degraded: false, pages: null });
  });

  it("is Postgres where the copy is of another day, without any word of it", async () => {
    const asked = firstEngine();
    await holdsOn("2026-11-24");
    expect(await search()).toEqual({ engine: "postgres", degraded: false, pages: "postgres", total: 1 });
    expect(await search({ engine: "meilisearch" })).toMatchObject({ engine: "postgres", degraded: true });
    expect(asked).toEqual([]);
    await holdsOn(TODAY);
    expect((await search()).engine).toBe("meilisearch");
  });

  it("is Postgres for exports and for all values of a facet", async () => {
    const asked = firstEngine();
    const params = { ...NO_SEARCH, query: "heron", engine: "meilisearch" };
    expect(await listFoundIds(params, at())).toHaveLength(1);
    expect(await facetValues("level", "", params, at())).toHaveLength(1);
    expect(asked).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import { addSample } from "@/features/sample/mutations";
import { testDatabase } from "@/tests/database";
import { NOW, TODAY } from "@/tests/factories";
import { gradedQueries, relevanceFloor } from "./relevance-list";
import { meanOf, measureRelevance } from "./relevance-measure";

describe("the graded queries over the sample catalogue", () => {
  const database = testDatabase();
  beforeAll(() => addSample(database.db, { now: NOW }));

  it("name courses that are there", async () => {
    const rows = await database.sql<{ slug: string }[]>`select slug from courses where status = 'published'`;
    const slugs = new Set(rows.map(({ slug }) => slug));
    const graded = gradedQueries();
    expect(graded.length).toBeGreaterThanOrEqual(80);
    expect(new Set(graded.map(({ query }) => query)).size).toBe(graded.length);
    for (const { query, ...grades } of graded) {
      const named = [...grades[3], ...grades[2], ...grades[1]];
      expect(new Set(named).size, query).toBe(named.length);
      expect(
        named.filter((slug) => !slugs.has(slug)),
        query,
      ).toEqual([]);
    }
  });

  it("are answered no worse than ever before", async () => {
    const floor = relevanceFloor();
    const engine = postgresEngine(database.db);
    const { ndcg, success } = meanOf(await measureRelevance(database.db, engine, TODAY));
    expect(ndcg).toBeGreaterThanOrEqual(floor.ndcg);
    expect(success).toBeGreaterThanOrEqual(floor.success);
    // Results the wrong way round would be found out.
    const reversed = {
      ...engine,
      search: async (request: Parameters<typeof engine.search>[0]) => {
        const answer = await engine.search({ ...request, limit: 1_000 });
        return { ...answer, ids: answer.ids.reverse().slice(0, request.limit) };
      },
    };
    expect(meanOf(await measureRelevance(database.db, reversed, TODAY)).ndcg).toBeLessThan(floor.ndcg);
  });
});

import { describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertProvider, makeRun, NOW } from "@/tests/factories";
import { newestOf, readOverview } from "./queries";

const database = testDatabase();
const at = () => ({ now: NOW, db: database.db });

describe("readOverview", () => {
  it("counts the values of all courses, and says whether one is invented", async () => {
    expect(await readOverview(at())).toEqual({
      facets: expect.objectContaining({ mode: [] }),
      isSample: false,
    });
    for (const modes of [["online"], ["online", "hybrid"]] as const)
      await insertCourse(database.db, { isSample: true, content: { runs: [makeRun({ modes })] } });
    const { facets, isSample } = await readOverview(at());
    expect(facets.mode).toEqual([
      { value: "online", count: 2 },
      { value: "hybrid", count: 1 },
    ]);
    expect(isSample).toBe(true);
  });
});

describe("newestOf", () => {
  it("lists the courses of one provider, the latest first", async () => {
    const provider = await insertProvider(database.db);
    await insertCourse(database.db);
    const ids: string[] = [];
    for (let i = 0; i < 3; i++)
      ids.push((await insertCourse(database.db, { content: { provider: provider.id } })).id);
    const newest = await newestOf(provider.slug, 2, at());
    // Published at one moment: by their ids.
    expect(newest.map(({ id }) => id)).toEqual(ids.sort().slice(0, 2));
    expect(await newestOf("nobody", 2, at())).toEqual([]);
  });
});

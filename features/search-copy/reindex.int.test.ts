import { beforeEach, describe, expect, it } from "vitest";
import type { Progress } from "@/lib/progress";
import { forgetCourses, keepingFromHere } from "@/tests/copy-keeping";
import { testDatabase } from "@/tests/database";
import { insertCourse, NOW, TODAY } from "@/tests/factories";
import { followChanges } from "./follow";
import { readCopyState } from "./queries";
import { reindex } from "./reindex";

const database = testDatabase();
const MOMENT = { now: NOW, today: TODAY };
const PATIENCE = { toBegin: 60_000, toGetOn: 60_000 };

describe("reindex", () => {
  let shown: string[];
  const progress: Progress = (label, done, total) => shown.push(`${label} ${done}/${total}`);
  beforeEach(async () => {
    shown = [];
    await forgetCourses(database);
    await insertCourse(database.db);
  });

  it("builds the search rows anew where there is nothing else", async () => {
    await database.sql`update search_documents set hash = ''`;
    expect(await reindex(database.db, MOMENT, progress)).toBe("The search rows are built anew.");
    expect(shown.at(-1)).toBe("Search rows 1/1");
    expect(await database.sql`select from search_documents where hash = ''`).toHaveLength(0);
  });

  it("has the worker build the copy, and waits until that is done", async () => {
    const keeping = await keepingFromHere(database);
    const stopping = new AbortController();
    const followed = followChanges(keeping, stopping.signal);
    expect(await reindex(database.db, MOMENT, progress, PATIENCE)).toMatch(/and the index of Meilisearch/);
    expect(keeping.copy.calls).toContain("goLive");
    stopping.abort();
    await followed;
  });

  it("says so where no worker runs; one that comes later does it", async () => {
    const keeping = await keepingFromHere(database);
    expect(await reindex(database.db, MOMENT, progress, { toBegin: 0, toGetOn: 0 })).toMatch(/No worker/);
    expect((await readCopyState(database.db, keeping.copy.engine))?.rebuildAskedAt).toEqual(NOW);
  });
});

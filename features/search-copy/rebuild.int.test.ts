import { beforeEach, describe, expect, it } from "vitest";
import { searchCopies } from "@/db/schema/changes";
import { addDays } from "@/lib/dates";
import { forgetCourses, horizonPasses, keepingOf, relayAll } from "@/tests/copy-keeping";
import { testDatabase } from "@/tests/database";
import { insertCourse, NOW, TODAY } from "@/tests/factories";
import { silence } from "@/tests/memory-copy";
import { askRebuild, keepRows, knowCopy, rebuildRows } from "./mutations";
import { readCopyState } from "./queries";
import { rebuildCopy } from "./rebuild";
import { sweep } from "./sweep";

const database = testDatabase();
const state = () => readCopyState(database.db, "meilisearch");

describe("rebuildCopy", () => {
  let keeping: ReturnType<typeof keepingOf>;
  let ids: string[];
  beforeEach(async () => {
    await forgetCourses(database);
    keeping = keepingOf(database);
    await knowCopy(database.db, "meilisearch", NOW);
    ids = [];
    for (let i = 0; i < 3; i++) ids.push((await insertCourse(database.db)).id);
    await insertCourse(database.db, { status: "draft" });
  });
  const copied = () => [...(keeping.copy.live?.keys() ?? [])].sort();

  it("puts every published course into the copy, and says how it was built and how far", async () => {
    await horizonPasses(database.db);
    expect(await rebuildCopy(keeping)).toBe(3);
    expect(copied()).toEqual(ids.sort());
    expect(await state()).toMatchObject({
      settingsHash: "settings-1",
      rebuilding: null,
      rebuildAskedAt: null,
    });
    expect(await relayAll(keeping)).toBe(0);
    expect(await sweep(keeping, null)).toEqual({ repaired: 0 });
  });

  it("shows how far it is", async () => {
    const seen: unknown[] = [];
    await rebuildCopy(keeping, { meanwhile: async () => seen.push((await state())?.rebuilding) });
    expect(seen).toEqual([{ done: 3, total: 3 }]);
  });

  it("has what was published and removed while it was built", async () => {
    let added = "";
    let isFirst = true;
    keeping.copy.before = async (operation) => {
      if (operation !== "put" || !isFirst) return;
      isFirst = false;
      added = (await insertCourse(database.db)).id;
      const removed = ids[0] ?? "";
      await database.sql`update courses set status = 'draft' where id = ${removed}`;
      await database.sql`
        insert into record_changes (kind, record_id, change) values ('course', ${removed}, 'removed')`;
    };
    await rebuildCopy(keeping);
    await relayAll(keeping);
    expect(copied()).toEqual([ids[1], ids[2], added].sort());
  });

  it("leaves the live one as it is where it fails, and can be begun again", async () => {
    await rebuildCopy(keeping);
    const { live } = keeping.copy;
    const before = await state();
    keeping.copy.before = (operation) => {
      if (operation === "goLive") silence();
    };
    await expect(rebuildCopy(keeping)).rejects.toMatchObject({ code: "unavailable" });
    expect(keeping.copy.live).toBe(live);
    expect((await state())?.seen).toEqual(before?.seen);
    keeping.copy.before = () => {};
    expect(await rebuildCopy(keeping)).toBe(3);
  });

  it("does not take the place of the live one where documents are missing from it", async () => {
    await rebuildCopy(keeping);
    const { live } = keeping.copy;
    keeping.copy.before = (operation) => {
      if (operation === "count") keeping.copy.built?.delete(ids[0] ?? "");
    };
    await expect(rebuildCopy(keeping)).rejects.toThrow("The new index has 2 documents of 3");
    expect(keeping.copy.live).toBe(live);
    expect(keeping.copy.built).toBeNull();
  });

  it("is done by one program at a time", async () => {
    let other: number | null | undefined;
    await rebuildCopy(keeping, {
      meanwhile: async () => {
        other = await rebuildCopy(keeping);
      },
    });
    expect(other).toBeNull();
    expect(await rebuildCopy(keeping, { isNeeded: async () => false })).toBeNull();
  });

  it("has done what was asked for before it began, and not what was asked for since", async () => {
    await askRebuild(database.db, "meilisearch", NOW);
    await rebuildCopy(keeping);
    expect((await state())?.rebuildAskedAt).toBeNull();
    const later = new Date(NOW.getTime() + 1);
    await rebuildCopy(keeping, { meanwhile: () => askRebuild(database.db, "meilisearch", later) });
    expect((await state())?.rebuildAskedAt).not.toBeNull();
  });
});

describe("the search rows of Postgres", () => {
  const moment = { now: NOW, today: TODAY };

  it("are built anew where another version wrote them, and once", async () => {
    await database.db.delete(searchCopies);
    const { id } = await insertCourse(database.db);
    await database.sql`update search_documents set hash = ''`;
    expect(await keepRows(database.db, moment)).toBeGreaterThan(0);
    const [row] = await database.sql`select hash from search_documents where course_id = ${id}`;
    expect(row?.hash).not.toBe("");
    expect(await keepRows(database.db, moment)).toBeNull();
    await database.db.update(searchCopies).set({ settingsHash: "another" });
    expect(await keepRows(database.db, moment)).toBeGreaterThan(0);
  });

  it("are built anew where somebody wants it", async () => {
    await keepRows(database.db, moment);
    expect(await rebuildRows(database.db, { now: NOW, today: addDays(TODAY, 1) })).toBeGreaterThan(0);
    expect(await keepRows(database.db, moment)).toBeNull();
  });
});

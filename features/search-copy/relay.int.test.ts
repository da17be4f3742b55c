import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { searchCopies } from "@/db/schema/changes";
import { applyChange } from "@/features/changes/mutations";
import type { CourseRecord, CourseStatus } from "@/features/courses/schema";
import { hashOf } from "@/features/search/document";
import { addDays } from "@/lib/dates";
import { horizonPasses, keepingFromHere, relayAll } from "@/tests/copy-keeping";
import { testDatabase } from "@/tests/database";
import { ACTOR, insertCourse, insertProvider, MOMENT, makeDatedRun, TODAY } from "@/tests/factories";
import { MemoryCopy, silence } from "@/tests/memory-copy";
import { relay } from "./relay";

const database = testDatabase();

/** Writes it with another status; null: removes it. */
async function change(before: CourseRecord, status: CourseStatus | null): Promise<CourseRecord | null> {
  const after = status && { ...before, kind: "course" as const, status };
  const written = await database.db.transaction((tx) =>
    applyChange(tx, ACTOR, { kind: "course", before, after }, MOMENT),
  );
  return status && (written.courses[0] ?? before);
}

describe("relay", () => {
  let keeping: Awaited<ReturnType<typeof keepingFromHere>>;
  beforeEach(async () => {
    keeping = await keepingFromHere(database);
  });
  const copied = () => [...(keeping.copy.live?.keys() ?? [])].sort();

  it("carries what was published, what was written again and what was withdrawn, as it is now", async () => {
    const [first, second] = [await insertCourse(database.db), await insertCourse(database.db)];
    await insertCourse(database.db, { status: "draft" });
    expect(await relayAll(keeping)).toBe(3);
    expect(copied()).toEqual([first.id, second.id].sort());
    await change(first, "withdrawn");
    await relayAll(keeping);
    expect(copied()).toEqual([second.id]);
  });

  it("has what is published, and nothing else, whatever the lives of courses were", async () => {
    const { id: provider } = await insertProvider(database.db);
    const status = fc.constantFrom<CourseStatus>("draft", "published", "withdrawn");
    const step = fc.oneof(
      fc.record({ kind: fc.constant("insert" as const), status }),
      fc.record({
        kind: fc.constant("change" as const),
        which: fc.nat(5),
        status: fc.option(status, { freq: 4 }),
      }),
      fc.constant({ kind: "relay" as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        keeping = await keepingFromHere(database);
        const courses: CourseRecord[] = [];
        for (const one of steps) {
          if (one.kind === "relay") await relay(keeping);
          else if (one.kind === "insert")
            courses.push(await insertCourse(database.db, { status: one.status, content: { provider } }));
          else if (courses.length > 0) {
            const [before] = courses.splice(one.which % courses.length, 1);
            const after = before && (await change(before, one.status));
            if (after) courses.push(after);
          }
        }
        await relayAll(keeping);
        const published = courses.filter((course) => course.status === "published").map(({ id }) => id);
        expect(copied()).toEqual(published.sort());
      }),
      { numRuns: 25 },
    );
  });

  it("does nothing where nothing has changed", async () => {
    await insertCourse(database.db);
    await relayAll(keeping);
    keeping.copy.calls = [];
    expect(await relay(keeping)).toEqual({ courses: 0, isAll: true, isElsewhere: false });
    expect(keeping.copy.calls).toEqual([]);
  });

  it("has the hash of the search row in the copy", async () => {
    const { id } = await insertCourse(database.db, { content: { runs: [makeDatedRun(addDays(TODAY, 9))] } });
    await relayAll(keeping);
    const [row] = await database.sql`select hash from search_documents where course_id = ${id}`;
    const document = keeping.copy.live?.get(id);
    expect(document && hashOf(document)).toBe(row?.hash);
  });

  it("carries a change again where the copy did not take it", async () => {
    const { id } = await insertCourse(database.db);
    await horizonPasses(database.db);
    keeping.copy.before = silence;
    await expect(relay(keeping)).rejects.toMatchObject({ code: "unavailable" });
    keeping.copy.before = () => {};
    await relayAll(keeping);
    expect(copied()).toEqual([id]);
  });

  it("holds no transaction while it waits for the copy", async () => {
    await insertCourse(database.db);
    let open = -1;
    keeping.copy.before = async (operation) => {
      if (operation !== "put") return;
      const [row] = await database.sql<{ open: number }[]>`
        select count(*)::int as open from pg_stat_activity
        where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()
          and backend_type = 'client backend'`;
      open = row?.open ?? -1;
    };
    await relayAll(keeping);
    expect(open).toBe(0);
  });

  it("lets one at a time write to the copy", async () => {
    await insertCourse(database.db);
    let inside = 0;
    keeping.copy.before = async (operation) => {
      if (operation !== "put") return;
      inside += 1;
      // Another worker comes meanwhile.
      if (inside === 1) expect(await relay(keeping)).toMatchObject({ courses: 0 });
    };
    await relayAll(keeping);
    expect(inside).toBe(1);
  });

  it("leaves alone a copy of other settings, which another version keeps", async () => {
    await insertCourse(database.db);
    const other = { ...keeping, copy: new MemoryCopy("settings-2") };
    other.copy.live = new Map();
    expect(await relay(other)).toMatchObject({ courses: 0 });
    expect(other.copy.calls).toEqual([]);
  });

  it("says that the database is another one where the place it has seen lies ahead", async () => {
    await database.db.update(searchCopies).set({ seenXid: "9000000000" });
    expect(await relay(keeping)).toMatchObject({ isElsewhere: true });
  });
});

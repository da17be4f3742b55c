import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { describe, expect, it } from "vitest";
import { connect } from "@/db/client";
import { searchCopies } from "@/db/schema/changes";
import { renewDue } from "@/features/postgres-search/mutations";
import { addDays } from "@/lib/dates";
import { horizonPasses, keepingFromHere, latest, relayAll } from "@/tests/copy-keeping";
import { testDatabase } from "@/tests/database";
import { insertCourse, makeDatedRun, TODAY } from "@/tests/factories";
import { changesPast, mayAnswer } from "./queries";
import { relay } from "./relay";

const database = testDatabase();

it("changes come in batches of so many courses, and none is forgotten between two", async () => {
  let from = await latest(database.db);
  const ids: string[] = [];
  for (let i = 0; i < 7; i++) ids.push((await insertCourse(database.db)).id);
  await horizonPasses(database.db);
  const seen = new Set<string>();
  for (let isAll = false; !isAll; ) {
    const batch = await changesPast(database.db, from, 2);
    expect(batch.courseIds.length).toBeLessThanOrEqual(2);
    for (const id of batch.courseIds) seen.add(id);
    from = batch.upTo;
    isAll = batch.isAll;
  }
  expect([...seen].sort()).toEqual(ids.sort());
});

describe("the horizon", () => {
  /** A change that was begun before another and ends after it: its number is smaller, and it is seen later. */
  async function lateChange(whileItRuns: () => Promise<unknown>): Promise<string> {
    const id = randomUUID();
    await whileOneWrites(async (tx) => {
      await tx`insert into record_changes (kind, record_id, change) values ('course', ${id}, 'indexed')`;
      await whileItRuns();
    });
    return id;
  }

  /** What was carried by who reads changes to their end, while and after a slow transaction. */
  async function carriedBy(read: () => Promise<string[]>): Promise<{ late: string; carried: string[] }> {
    const carried: string[] = [];
    const late = await lateChange(async () => {
      await insertCourse(database.db);
      carried.push(...(await read()));
    });
    await horizonPasses(database.db);
    carried.push(...(await read()));
    return { late, carried };
  }

  it("keeps a change that was begun first and ended last from being lost", async () => {
    let seen = await latest(database.db);
    const { late, carried } = await carriedBy(async () => {
      const { courseIds, upTo } = await changesPast(database.db, seen, 1_000);
      seen = upTo;
      return courseIds;
    });
    expect(carried).toContain(late);
  });

  it("is needed: by number alone that change is lost", async () => {
    let last = 0;
    const read = async () => {
      const rows = await database.sql<{ id: number; courseId: string }[]>`
        select id::int, record_id as "courseId" from record_changes where id > ${last} order by record_changes.id`;
      last = rows.at(-1)?.id ?? last;
      return rows.map(({ courseId }) => courseId);
    };
    await read();
    const { late, carried } = await carriedBy(read);
    expect(carried.length).toBeGreaterThan(0);
    expect(carried).not.toContain(late);
  });
});

/** Does it while a transaction runs that was begun before. */
async function whileOneWrites(work: (tx: TransactionSql) => Promise<void>): Promise<void> {
  const writer = connect(database.url, { max: 1 });
  await writer.sql.begin(async (tx) => {
    await tx`select pg_current_xact_id()`;
    await work(tx);
  });
  await writer.end();
}

describe("mayAnswer", () => {
  const tomorrow = addDays(TODAY, 1);
  const may = (today = TODAY) => mayAnswer(database.db, { today });

  it("holds once the copy has come so far, and not where it was never built", async () => {
    const keeping = await keepingFromHere(database);
    expect(await may()).toBe(false);
    await relayAll(keeping);
    expect(await may()).toBe(true);
    expect(await mayAnswer(database.db, { today: TODAY, settingsHash: "settings-1" })).toBe(true);
    expect(await mayAnswer(database.db, { today: TODAY, settingsHash: "settings-2" })).toBe(false);
    await database.db.update(searchCopies).set({ settingsHash: "" });
    expect(await may()).toBe(false);
  });

  it("ceases to hold where a change waits for long", async () => {
    const keeping = await keepingFromHere(database);
    const change = (age: string) => database.sql`
      insert into record_changes (kind, record_id, change, at)
      values ('course', gen_random_uuid(), 'indexed', now() - ${age}::interval)`;
    await relayAll(keeping);
    await change("20 seconds");
    expect(await may()).toBe(true);
    await relayAll(keeping);
    await change("31 seconds");
    expect(await may()).toBe(false);
    await relayAll(keeping);
    expect(await may()).toBe(true);
  });

  it("holds on the next day only once what that day changes is in the copy", async () => {
    const keeping = await keepingFromHere(database);
    const { id } = await insertCourse(database.db, { content: { runs: [makeDatedRun(TODAY)] } });
    await relayAll(keeping);
    expect(await may()).toBe(true);
    expect(keeping.copy.live?.get(id)?.startOn).toBe(TODAY);

    const next = { ...keeping, clock: () => new Date(`${tomorrow}T00:00:01Z`) };
    await relayAll(next);
    expect(await may(tomorrow)).toBe(false);
    await renewDue(database.db, { today: tomorrow });
    expect(await may(tomorrow)).toBe(false);
    await relayAll(next);
    expect(await may(tomorrow)).toBe(true);
    expect(keeping.copy.live?.get(id)?.startOn).toBeNull();
  });

  it("holds on the next day while others write, if what that day changes is in the copy", async () => {
    const keeping = await keepingFromHere(database);
    await insertCourse(database.db, { content: { runs: [makeDatedRun(TODAY)] } });
    await relayAll(keeping);
    const next = { ...keeping, clock: () => new Date(`${tomorrow}T00:00:01Z`) };
    await whileOneWrites(async () => {
      await renewDue(database.db, { today: tomorrow });
      // Its change is past the horizon: the copy does not have it.
      await relay(next);
      expect(await may(tomorrow)).toBe(false);
    });
    await horizonPasses(database.db);
    await whileOneWrites(async () => {
      await relay(next);
      expect(await may(tomorrow)).toBe(true);
    });
  });
});

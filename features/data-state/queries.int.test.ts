import { describe, expect, it } from "vitest";
import { connect, type Database } from "@/db/client";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertSource, NOW } from "@/tests/factories";
import { stateOfData } from "./queries";

const database = testDatabase();
const stateNow = (now = NOW) => stateOfData({ now, db: database.db });
const titles = async (db: Database) =>
  (await db.execute("select title from courses order by id")).map(String);

/**
 * Transactions in the databases of other tests count too: asks until two states in a row are equal.
 */
async function quietState(): Promise<string> {
  for (;;) {
    const state = await stateNow();
    if (state === (await stateNow())) return state;
  }
}

describe("stateOfData", () => {
  it("is another after whatever is written, at the moment it can be read", async () => {
    const other = connect(database.url, { max: 1 });
    const before = await stateNow();
    let inside = "";
    await other.sql.begin(async (tx) => {
      await tx`insert into sources (id, name, format, address, class, created_at)
        values (gen_random_uuid(), 'state', 'csv', 'x', 'provider', now())`;
      inside = await stateNow();
      expect(await database.sql`select from sources where name = 'state'`).toHaveLength(0);
    });
    const after = await stateNow();
    expect(await database.sql`select from sources where name = 'state'`).toHaveLength(1);
    // The one who reads while it is written may keep what he has read until it is there, and no longer.
    expect(after).not.toBe(inside);
    expect(after).not.toBe(before);
    await other.end();
  });

  it("is another after each write, of whichever table", async () => {
    const states = [await stateNow()];
    const { id } = await insertCourse(database.db);
    states.push(await stateNow());
    await insertSource(database.db);
    states.push(await stateNow());
    await database.sql`update courses set title = '{"en": "New"}' where id = ${id}`;
    states.push(await stateNow());
    expect(new Set(states).size).toBe(4);
  });

  it("is the same while everybody reads", async () => {
    await expect
      .poll(async () => {
        const before = await quietState();
        await titles(database.db);
        return before === (await stateNow());
      })
      .toBe(true);
  });

  it("is another on another day of the portal", async () => {
    await expect
      .poll(async () => {
        const [late, soon, next] = await Promise.all(
          ["2026-11-25T22:50:00Z", "2026-11-25T22:59:59Z", "2026-11-25T23:00:00Z"].map((at) =>
            stateNow(new Date(at)),
          ),
        );
        return [late === soon, soon === next];
      })
      .toEqual([true, false]);
  });
});

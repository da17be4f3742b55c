import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connect } from "@/db/client";
import { slugs } from "@/db/schema/slugs";
import { uuidv7 } from "@/lib/uuid";
import { testDatabase } from "@/tests/database";
import { unique } from "@/tests/factories";
import { forgetSlugs, giveSlugs } from "./mutations";

const database = testDatabase();

async function give(base: string, ...recordIds: string[]): Promise<(string | undefined)[]> {
  const given = await database.db.transaction((tx) =>
    giveSlugs(
      tx,
      "course",
      recordIds.map((recordId) => ({ recordId, base })),
    ),
  );
  return recordIds.map((id) => given.get(id));
}

describe("giveSlugs", () => {
  it("numbers the records that share a title", async () => {
    const base = unique("welding");
    expect(await give(base, uuidv7(), uuidv7(), uuidv7())).toEqual([base, `${base}-2`, `${base}-3`]);
    expect(await give(base, uuidv7())).toEqual([`${base}-4`]);
  });

  it("steps over an address that a numbered title took", async () => {
    const base = unique("braze");
    await give(`${base}-2`, uuidv7());
    expect(await give(base, uuidv7(), uuidv7())).toEqual([base, `${base}-3`]);
  });

  it("keeps the old address of a renamed record, for that record alone", async () => {
    const [oldBase, newBase] = [unique("old"), unique("new")];
    const [record, other] = [uuidv7(), uuidv7()];
    await give(oldBase, record);
    await give(newBase, record);
    expect(await give(oldBase, other)).toEqual([`${oldBase}-2`]);
    expect(await history(record)).toEqual({ [oldBase]: false, [newBase]: true });
    expect(await give(oldBase, record)).toEqual([oldBase]);
    expect(await history(record)).toEqual({ [oldBase]: true, [newBase]: false });
  });

  it("gives the same address to records of different kinds", async () => {
    const base = unique("shared");
    await give(base, uuidv7());
    const id = uuidv7();
    const given = await database.db.transaction((tx) => giveSlugs(tx, "provider", [{ recordId: id, base }]));
    expect(given.get(id)).toBe(base);
  });

  it("gives the next number where another transaction takes the first free one at the same moment", async () => {
    const base = unique("race");
    await give(base, uuidv7());
    const first = connect(database.url, { max: 1 });
    let second: Promise<unknown> | undefined;
    await first.db.transaction(async (tx) => {
      await giveSlugs(tx, "course", [{ recordId: uuidv7(), base }]);
      second = give(base, uuidv7());
      await expect.poll(isWaiting, { timeout: 60_000, interval: 10 }).toBe(true);
    });
    expect(await second).toEqual([`${base}-3`]);
    await first.end();
  });

  it("finds a free number among many without asking for each", async () => {
    const base = unique("popular");
    const taken = await give(base, ...Array.from({ length: 500 }, () => uuidv7()));
    expect(new Set(taken).size).toBe(500);
    expect(await give(base, uuidv7())).toEqual([`${base}-501`]);
  });
});

describe("forgetSlugs", () => {
  it("frees the addresses of what leaves nothing behind", async () => {
    const base = unique("sample");
    const record = uuidv7();
    await give(base, record);
    await database.db.transaction((tx) => forgetSlugs(tx, "course", [record]));
    expect(await give(base, uuidv7())).toEqual([base]);
  });
});

/** Whether some transaction waits for another one to end. */
async function isWaiting(): Promise<boolean> {
  const [row] = await database.sql<{ is: boolean }[]>`
    select exists (
      select from pg_stat_activity
      where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0) as is`;
  return row?.is ?? false;
}

async function history(recordId: string): Promise<Record<string, boolean>> {
  const rows = await database.db.select().from(slugs).where(eq(slugs.recordId, recordId));
  return Object.fromEntries(rows.map(({ slug, isCurrent }) => [slug, isCurrent]));
}

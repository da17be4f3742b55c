import { randomUUID } from "node:crypto";
import { eq, type SQL, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import type { Database } from "@/db/client";
import { readByIds } from "@/db/read-by-ids";
import { sources } from "@/db/schema/sources";
import { testDatabase } from "@/tests/database";
import { insertSource } from "@/tests/factories";

const database = testDatabase();

describe("a query by ids", () => {
  const write = vi.fn((db: Database, ids: SQL) =>
    db
      .select({ id: sources.id, name: sources.name })
      .from(sources)
      .where(sql`${sources.id} = any(${ids})`)
      .orderBy(sources.name),
  );
  const read = readByIds(write);

  it("is written once for a database, and asked with other ids each time", async () => {
    const { db } = database;
    const a = await insertSource(db, { name: "A" });
    const b = await insertSource(db, { name: "B" });
    expect(await read(db, [b, a, randomUUID()])).toEqual([
      { id: a, name: "A" },
      { id: b, name: "B" },
    ]);
    expect(await read(db, [b])).toEqual([{ id: b, name: "B" }]);
    expect(await read(db, [])).toEqual([]);
    expect(write).toHaveBeenCalledTimes(1);
  });

  it("sees in a transaction what that has written, and outside of it does not", async () => {
    const { db } = database;
    const id = await insertSource(db, { name: "Before" });
    const rolledBack = db.transaction(async (tx) => {
      await tx.update(sources).set({ name: "After" }).where(eq(sources.id, id));
      expect(await read(tx, [id])).toEqual([{ id, name: "After" }]);
      expect(await read(db, [id])).toEqual([{ id, name: "Before" }]);
      tx.rollback();
    });
    await expect(rolledBack).rejects.toThrow();
  });
});

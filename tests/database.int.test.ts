import { describe, expect, it } from "vitest";
import { testDatabase } from "./database";

describe("testDatabase", () => {
  const database = testDatabase();

  it("is migrated and belongs to the owner, not to the web's role", async () => {
    const tables = await database.sql<{ owner: string }[]>`
      select distinct tableowner as owner from pg_tables where schemaname = 'public'`;
    expect(tables.map((row) => row.owner)).toEqual(["cairn_owner"]);
  });

  it("lets the web's role write rows but no table", async () => {
    await expect(database.sql`create table forbidden (id int)`).rejects.toThrow(/permission denied/);
    await expect(database.sql`drop table courses`).rejects.toThrow(/must be owner/);
    await expect(database.sql`delete from courses`).resolves.toBeDefined();
  });
});

describe("two test databases", () => {
  const one = testDatabase();
  const other = testDatabase();

  it("are two", () => {
    expect(one.url).not.toBe(other.url);
  });
});

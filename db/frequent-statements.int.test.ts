import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { byIndexAlone, connect, planningOnce } from "@/db/client";
import { testDatabase } from "@/tests/database";

const database = testDatabase();

/** One connection, and the texts of what is prepared on it. */
function open(url = database.url) {
  const connection = connect(url, { max: 1 });
  const texts = async () =>
    (
      await connection.sql<{ statement: string }[]>`select statement from pg_prepared_statements order by 1`
    ).map(({ statement }) => statement);
  const ask = (text: string, value: number) =>
    connection.db.execute<{ n: number }>(sql`select ${value}::int as n ${sql.raw(text)}`);
  return { ...connection, texts, ask };
}

describe("statements that are sent often", () => {
  it("are prepared, and answer as before", async () => {
    const { ask, texts, end } = open();
    for (let i = 0; i < 20; i++) expect(await ask("-- often", i)).toEqual([{ n: i }]);
    await ask("-- rare", 1);
    const prepared = (await texts()).filter((text) => text.includes("--"));
    expect(prepared).toEqual([expect.stringContaining("-- often")]);
    await end();
  });

  it("are prepared in transactions too, and in parts of these that fail by themselves", async () => {
    const { db, texts, end } = open();
    for (const name of ["in", "within"])
      for (let i = 0; i < 20; i++)
        await db.transaction(async (tx) => {
          const ask = (asked: typeof tx) =>
            asked.execute(sql`select ${i}::int as n ${sql.raw(`-- ${name}`)}`);
          expect(await (name === "in" ? ask(tx) : tx.transaction(ask))).toEqual([{ n: i }]);
        });
    const prepared = (await texts()).filter((text) => text.includes("--"));
    expect(prepared).toEqual([expect.stringContaining("-- in"), expect.stringContaining("-- within")]);
    await end();
  });

  it("are not prepared without end, and long ones never", async () => {
    const { ask, texts, end } = open();
    const long = `-- ${"x".repeat(4_000)}`;
    for (let i = 0; i < 15; i++) await ask(long, i);
    for (let one = 0; one < 80; one++) for (let i = 0; i < 11; i++) await ask(`-- ${one}`, i);
    const prepared = (await texts()).filter((text) => text.includes("--"));
    expect(prepared).toHaveLength(60);
    expect(prepared.join()).not.toContain("xxxx");
    await end();
  });

  it("go on where a table has changed under them", async () => {
    const { db, end } = open();
    const owner = connect(database.ownerUrl, { max: 1 });
    await owner.sql`create table growing (a int)`;
    await owner.sql`grant select on growing to public`;
    await owner.sql`insert into growing values (1)`;
    const ask = () => db.execute(sql`select * from growing where a = ${1}::int`);
    for (let i = 0; i < 15; i++) await ask();
    await owner.sql`alter table growing add b int default 2`;
    expect(await ask()).toEqual([{ a: 1, b: 2 }]);
    await owner.end();
    await end();
  });

  it("are left as they are where the address says so", async () => {
    const { ask, texts, end } = open(`${database.url}?prepare=false`);
    for (let i = 0; i < 20; i++) await ask("-- often", i);
    expect((await texts()).filter((text) => text.includes("-- often"))).toEqual([]);
    await end();
  });
});

describe("statements that must not read whole tables", () => {
  it("go by connections whose planner does not, and see what their own transaction has written", async () => {
    const { db, end } = connect(database.url, { max: 1 });
    const settings = sql`
      select current_setting('enable_seqscan') as seqscan, current_setting('plan_cache_mode') as mode`;
    const indexAlone = { seqscan: "off", mode: "force_generic_plan" };
    expect(await byIndexAlone(db).execute(settings)).toEqual([indexAlone]);
    expect(await planningOnce(db).execute(settings)).toEqual([{ ...indexAlone, seqscan: "on" }]);
    expect(await db.execute(settings)).toEqual([{ seqscan: "on", mode: "auto" }]);
    await db.transaction(async (tx) => expect(byIndexAlone(tx)).toBe(tx));
    // As another bundle of the web process has it.
    const again: typeof import("@/db/client") = await import(`${"./client.ts"}?again`);
    expect(again.byIndexAlone).not.toBe(byIndexAlone);
    expect(again.byIndexAlone(db)).toBe(byIndexAlone(db));
    await end();
  });
});

describe("statements that are planned once", () => {
  const TEXT = `-- long ${"x".repeat(5_000)}`;

  it("are prepared although they are long, and never planned for the values of one use", async () => {
    const { db, sql: usual, end } = connect(database.url, { max: 1 });
    const once = planningOnce(db);
    const ask = (value: number) =>
      once.execute<{ n: number }>(sql`select ${value}::int as n ${sql.raw(TEXT)}`);
    for (let i = 0; i < 10; i++) expect(await ask(i)).toEqual([{ n: i }]);
    const plans = await once.execute(sql`
      select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements
      where statement like '%-- long%'`);
    expect(plans).toEqual([{ generic: 8, custom: 0 }]);
    const [row] = await usual`select current_setting('plan_cache_mode') as mode`;
    expect(row?.mode).toBe("auto");
    await end();
  });

  it("see what their own transaction has written, and no other's", async () => {
    const { db, end } = connect(database.url, { max: 2 });
    const owner = connect(database.ownerUrl, { max: 1 });
    await owner.sql`create table written (a int)`;
    await owner.sql`grant select, insert on written to public`;
    await owner.end();
    const count = (from: typeof db) => from.execute(sql`select count(*)::int as n from written`);
    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into written values (1)`);
      expect(await count(planningOnce(tx))).toEqual([{ n: 1 }]);
      expect(await count(planningOnce(db))).toEqual([{ n: 0 }]);
    });
    await end();
  });
});

import { createConnection, createServer } from "node:net";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { type Connection, connect } from "./client";

const LOAD_SECONDS = 20;
const HUNG_AFTER_MS = 3_000;

// What scripts/patch-postgres.mjs mends. Without it these tests end the process or wait for ever.
describe("a server that ends our connections", () => {
  const database = testDatabase();
  let killer: Connection;
  beforeAll(() => {
    killer = connect(database.ownerUrl, { max: 1 });
  });
  afterAll(() => killer.end());

  const endAll = () => killer.sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'cairn'`;
  const end = (pid: number) => killer.sql`select pg_terminate_backend(${pid})`;
  const pidOf = async (sql: postgres.ISql) => {
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    return row?.pid ?? 0;
  };

  it("refuses each later query of a connection that is gone", async () => {
    const { sql } = connect(database.url, { max: 2 });
    const reserved = await sql.reserve();
    await end(await pidOf(reserved));
    await expect(reserved`select 1`).rejects.toThrow();
    await expect(reserved`select 1`).rejects.toThrow(/CONNECTION_CLOSED/);
    await sql.end({ timeout: 1 });
  });

  it("reads types again where a connection goes meanwhile", async () => {
    const { hostname, port } = new URL(database.url);
    let cuts = 0;
    const proxy = createServer((client) => {
      const server = createConnection(Number(port), hostname);
      for (const socket of [client, server]) socket.on("error", () => {});
      client.on("data", (sent) => {
        if (cuts < 2 && sent.includes("pg_catalog.pg_type")) {
          cuts += 1;
          server.destroy();
          client.destroy();
        } else server.write(sent);
      });
      server.pipe(client);
      client.on("close", () => server.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const at = proxy.address();
    const url = new URL(database.url);
    url.port = String(typeof at === "object" ? at?.port : "");
    const { sql, end: endPool } = connect(url.href, { max: 1 });
    const [row] = await sql`select array['a', 'b'] as list`;
    expect(row?.list).toEqual(["a", "b"]);
    expect(cuts).toBe(2);
    await endPool();
    proxy.close();
  });

  it("never lets a transaction that lost its connection go on in the next one", async () => {
    const { sql } = connect(database.url, { max: 1 });
    let reopen = () => {};
    const reopened = new Promise<void>((resolve) => {
      reopen = resolve;
    });
    let late: Promise<unknown> | undefined;
    const lost = sql.begin(async (tx) => {
      await end(await pidOf(tx));
      await reopened;
      late = tx`select 1`.execute();
      return late;
    });
    await expect(lost).rejects.toThrow();
    await sql`select 1`;
    reopen();
    await reopened;
    await expect(late).rejects.toThrow(/CONNECTION_CLOSED/);
    await sql.end({ timeout: 1 });
  });

  it.each([
    ["fails", "select i, 1 / (5 - i) from generate_series(1, 10) i"],
    [
      "loses its connection",
      "select i, i = 5 and pg_terminate_backend(pg_backend_pid()) from generate_series(1, 10) i",
    ],
  ])("gives the next query its own rows where one %s half way", async (_what, query) => {
    const { sql } = connect(database.url, { max: 1 });
    await expect(sql.unsafe(query)).rejects.toThrow();
    expect([...(await sql`select 1 as one`)]).toEqual([{ one: 1 }]);
    await sql.end({ timeout: 1 });
  });

  it(`under load: no exit, no hang, recovered within a second`, { timeout: 60_000 }, async () => {
    const { sql, db } = connect(database.url);
    const counts = { done: 0, refused: 0, hung: 0 };
    let running = true;

    const attempt = async (work: () => Promise<unknown>) => {
      let timer: NodeJS.Timeout | undefined;
      const hung = new Promise((resolve) => {
        timer = setTimeout(resolve, HUNG_AFTER_MS, "hung");
      });
      const outcome = await Promise.race([
        work().then(
          () => "done" as const,
          () => "refused" as const,
        ),
        hung,
      ]);
      clearTimeout(timer);
      counts[outcome as keyof typeof counts] += 1;
    };
    const read = () => sql`select count(*) from courses`;
    const change = () =>
      db.transaction(async (tx) => {
        await tx.execute("select 1");
        await tx.execute("select count(*) from courses");
      });
    const visitor = async (work: () => Promise<unknown>) => {
      while (running) await attempt(work);
    };

    const visitors = Array.from({ length: 16 }, (_, i) => visitor(i % 2 ? read : change));
    const killing = setInterval(() => endAll().execute(), 300);
    await new Promise((resolve) => setTimeout(resolve, LOAD_SECONDS * 1000));
    clearInterval(killing);
    running = false;
    await Promise.all(visitors);

    const end = performance.now();
    const fifty = () => Promise.allSettled(Array.from({ length: 50 }, change));
    while ((await fifty()).some(({ status }) => status === "rejected"));
    expect(performance.now() - end).toBeLessThan(1_000);
    expect(counts.hung).toBe(0);
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts.done).toBeGreaterThan(1_000);
    await sql.end({ timeout: 1 });
  });
});

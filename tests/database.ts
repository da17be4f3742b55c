import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { type Connection, connect, type Database } from "@/db/client";

export interface TestDatabase {
  /** As the web and the imports see it: the role that owns nothing. */
  readonly db: Database;
  readonly sql: Sql;
  readonly url: string;
  readonly ownerUrl: string;
}

/**
 * A fresh, migrated, empty database for the file or `describe` that calls this; dropped after its last test.
 * @param isOfProcess true where what is tested asks for the database of the process, as routes do
 */
export function testDatabase({ isOfProcess = false } = {}): TestDatabase {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const template = inject("template");
  const inDatabase = (url: string, database: string) => url.replace(/[^/]+$/, database);
  const url = inDatabase(template.appUrl, name);
  const ownerUrl = inDatabase(template.ownerUrl, name);
  let connection: Connection | undefined;

  async function asAdmin(work: (sql: Sql) => Promise<unknown>): Promise<void> {
    const admin = connect(inDatabase(template.ownerUrl, "postgres"), { max: 1 });
    await work(admin.sql);
    await admin.end();
  }

  beforeAll(async () => {
    await asAdmin((sql) => sql`create database ${sql(name)} template cairn`);
    connection = connect(url);
    if (isOfProcess) globalThis.cairnConnection = connection;
  });
  afterAll(async () => {
    if (isOfProcess) globalThis.cairnConnection = undefined;
    await connection?.end();
    await asAdmin((sql) => sql`drop database if exists ${sql(name)} with (force)`);
  });

  function opened(): Connection {
    if (!connection) throw new Error("The test database exists from beforeAll to afterAll");
    return connection;
  }
  return {
    url,
    ownerUrl,
    get db() {
      return opened().db;
    },
    get sql() {
      return opened().sql;
    },
  };
}

import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { connect, type Database } from "@/db/client";
import { searchCopies } from "@/db/schema/changes";
import { SETTINGS_HASH } from "@/features/meilisearch-index/settings";
import { freePort } from "@/lib/processes";
import { testDatabase } from "@/tests/database";
import { NOW, TODAY } from "@/tests/factories";
import { startStandIn } from "@/tests/meilisearch-stand-in";
import { isDatabaseReady, isSearchDegraded } from "./queries";

async function isReady(url: string): Promise<boolean> {
  const connection = connect(url, { max: 1 });
  const ready = await isDatabaseReady(() => connection.db);
  connection.end();
  return ready;
}

describe("isDatabaseReady", () => {
  const database = testDatabase();

  it("holds for a database with our schema", async () => {
    expect(await isDatabaseReady(() => database.db)).toBe(true);
  });

  it("does not for one without", async () => {
    expect(await isReady(database.ownerUrl.replace(/[^/]+$/, "postgres"))).toBe(false);
  });

  it("does not where nobody listens", async () => {
    expect(await isReady(`postgres://cairn:secret@127.0.0.1:${await freePort()}/cairn`)).toBe(false);
  });

  it("does not where nobody answers", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await isReady(`postgres://cairn:secret@127.0.0.1:${port}/cairn`)).toBe(false);
    silent.close();
  });

  it("does not, and does not throw, where no database is set", async () => {
    const unset = (): Database => {
      throw new Error("DATABASE_URL is not set");
    };
    expect(await isDatabaseReady(unset)).toBe(false);
  });
});

describe("isSearchDegraded", () => {
  const database = testDatabase();
  const isDegraded = (url: string) => isSearchDegraded(url, { today: TODAY, db: database.db });

  it("holds where the server does not answer, or its index is not in step", async () => {
    const server = await startStandIn();
    expect(await isDegraded(server.url)).toBe(true);
    await database.db.insert(searchCopies).values({
      engine: "meilisearch",
      settingsHash: SETTINGS_HASH,
      seenXid: "1000000000",
      seenId: 0,
      holdsOn: TODAY,
      updatedAt: NOW,
    });
    expect(await isDegraded(server.url)).toBe(false);
    await server.stop();
    expect(await isDegraded(server.url)).toBe(true);
  });
});

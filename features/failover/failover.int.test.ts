import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyAll } from "@/features/meilisearch/copied-engine.fixture";
import { meilisearchEngine } from "@/features/meilisearch/meilisearch-engine";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import type { SearchEngine, SearchRequest } from "@/features/search/engine";
import { makeKeys } from "@/features/search-server/keys";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertProvider, TODAY } from "@/tests/factories";
import { type Fault, type FaultyProxy, startFaultyProxy } from "@/tests/faulty-proxy";
import { hasMeilisearch, type ServerKind, type TestServer, testServer } from "@/tests/meilisearch-server";
import { FULL_DISK, startStandIn } from "@/tests/meilisearch-stand-in";
import { NO_REQUEST } from "@/tests/search-contract";
import { failoverEngine, type Guarded, guard, PATIENCE } from "./failover-engine";

const SEARCHES = 1_000;
const AT_ONCE = 4;
const COURSES = 8;
const SECOND = 1_000;
const REQUESTS: SearchRequest[] = [
  { ...NO_REQUEST, query: "weld", facets: ["level"] },
  { ...NO_REQUEST, facets: ["mode"], selection: { mode: ["not-stated"] }, sort: "newest" },
  { ...NO_REQUEST, query: "metal", facets: [], limit: 5 },
];

/** What is wrong, as the proxy does it to a request for a server. */
const FAULTS: Record<string, (server: TestServer) => Fault> = {
  stopped: () => "stopped",
  killed: () => "killed",
  frozen: () => "frozen",
  slow: () => "slow",
  "answering rubbish": () => "rubbish",
  "another program's page": () => "page",
  "cut off in its answers": () => "cut",
  "answering 500": () => "errors",
  "refusing our key": ({ searchKey }) => ({ from: searchKey, to: "x".repeat(searchKey.length) }),
  "without our index": ({ index }) => ({ from: index, to: index.replace(/^.{7}/, "nothing") }),
};

interface Searched {
  milliseconds: number;
  engine: string;
  total: number;
}

/** Searches by turns, so many at once, until all are done; whatever fails is thrown. */
async function searchOften(engine: SearchEngine, count: number, onEach = () => {}): Promise<Searched[]> {
  const done: Searched[] = [];
  let begun = 0;
  const searcher = async () => {
    while (begun < count) {
      const request = REQUESTS[begun++ % REQUESTS.length] ?? NO_REQUEST;
      const start = performance.now();
      const answer = await engine.search(request);
      done.push({ milliseconds: performance.now() - start, engine: answer.engine, total: answer.total });
      onEach();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, searcher));
  return done;
}

const answering = (engine: SearchEngine) => async () => (await engine.search(NO_REQUEST)).engine;

const p95 = (searched: readonly Searched[]) =>
  searched.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)[
    Math.floor(searched.length * 0.95)
  ] ?? 0;

describe("a first engine whose disk is full", () => {
  const database = testDatabase();

  it("refuses what is written, and is searched as before", async () => {
    const masterKey = "a master key for a test";
    const standIn = await startStandIn({ masterKey });
    const { url } = standIn;
    const keys = await makeKeys({ url, masterKey });
    const server: TestServer = { kind: "the stand-in", url, masterKey, index: "courses_full", ...keys };
    await insertCourse(database.db, { content: { title: { en: "Welding metal" } } });
    await copyAll(database.db, server, TODAY);
    standIn.taskFault = FULL_DISK;
    await expect(copyAll(database.db, server, TODAY)).rejects.toThrow();

    const { index, searchKey: key } = server;
    const first = guard(meilisearchEngine({ url, key, index, timeout: 5 * SECOND }));
    const engine = failoverEngine(first, postgresEngine(database.db), { patience: 5 * SECOND });
    const searched = await searchOften(engine, 100);
    expect(new Set(searched.map((one) => `${one.engine} ${one.total}`))).toEqual(new Set(["meilisearch 1"]));
    await standIn.stop();
  }, 60_000);
});

describe.each<ServerKind>(["the stand-in", "Meilisearch"])(
  "a search where %s is the first engine",
  (kind) => {
    if (kind === "Meilisearch" && !hasMeilisearch) {
      it.skip("is not here: neither MEILI_URL nor a program of this name", () => {});
      return;
    }
    const database = testDatabase();
    const server = testServer(kind);
    beforeAll(async () => {
      const provider = (await insertProvider(database.db)).id;
      for (let i = 0; i < COURSES; i++)
        await insertCourse(database.db, { content: { provider, title: { en: `Welding metal ${i}` } } });
      await copyAll(database.db, server, TODAY);
    }, 60_000);

    const behind = new Map<string, { proxy: FaultyProxy; first: Guarded; engine: SearchEngine }>();
    afterAll(() => Promise.all([...behind.values()].map(({ proxy }) => proxy.stop())));

    it.each(Object.entries(FAULTS))(
      "goes on where it is %s",
      async (name, faultOf) => {
        const proxy = await startFaultyProxy(server.url);
        const { index, searchKey: key } = server;
        const first = guard(meilisearchEngine({ url: proxy.url, key, index, timeout: PATIENCE }));
        const engine = failoverEngine(first, postgresEngine(database.db));
        behind.set(name, { proxy, first, engine });
        await expect.poll(answering(engine), { timeout: 5 * SECOND }).toBe("meilisearch");

        await proxy.become(faultOf(server));
        const failedAt = performance.now();
        let openedAt = Number.POSITIVE_INFINITY;
        const searched = await searchOften(engine, SEARCHES, () => {
          if (first.breaker.isOpen) openedAt = Math.min(openedAt, performance.now());
        });
        const answers = new Set(searched.map((one) => `${one.engine} ${one.total}`));
        expect(answers).toEqual(new Set([`postgres ${COURSES}`]));
        expect(p95(searched)).toBeLessThan(0.8 * SECOND);
        expect(openedAt - failedAt).toBeLessThan(2 * SECOND);
      },
      60_000,
    );

    it("returns to it once it is well, from every fault", async () => {
      expect(behind.size).toBe(Object.keys(FAULTS).length);
      await Promise.all(
        [...behind].map(async ([name, { proxy, engine }]) => {
          await proxy.become(null);
          await expect.poll(answering(engine), { timeout: 5 * SECOND, message: name }).toBe("meilisearch");
        }),
      );
    }, 20_000);
  },
);

import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDocument } from "@/features/meilisearch-index/document.fixture";
import type { SearchRequest } from "@/features/search/engine";
import { makeKeys } from "@/features/search-server/keys";
import { startStandIn } from "@/tests/meilisearch-stand-in";
import { NO_REQUEST } from "@/tests/search-contract";
import { meilisearchCopy } from "./meilisearch-copy";
import { meilisearchEngine } from "./meilisearch-engine";

type Answer = (response: ServerResponse) => void;
const says =
  (status: number, body: string): Answer =>
  (response) =>
    response.writeHead(status).end(body);
const error = (code: string, message = code) =>
  JSON.stringify({ message, code, type: "invalid_request", link: "" });
const oneResult = (result: unknown) => says(200, JSON.stringify({ results: [result] }));

/** A server that does to each request whatever it is told. */
describe("a search of a server that", () => {
  let answer: Answer = says(200, "");
  let accepted: string | undefined;
  const server = createServer((request, response) => {
    accepted = request.headers["accept-encoding"];
    answer(response);
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const search = (request: Partial<SearchRequest> = {}) => {
    const { port } = server.address() as AddressInfo;
    const engine = meilisearchEngine({ url: `http://127.0.0.1:${port}`, key: "key", timeout: 200 });
    return engine.search({ ...NO_REQUEST, facets: [], ...request });
  };

  it.each<[string, Answer]>([
    ["never answers", () => {}],
    ["begins to answer and stops", (response) => response.writeHead(200).write('{"results":[')],
    ["resets the connection", (response) => response.destroy()],
    [
      "breaks off in its answer",
      (response) => response.writeHead(200, { "content-length": 900 }).write("{") && response.destroy(),
    ],
    ["has an error of its own", says(500, error("internal"))],
    ["has an error without words", says(502, "")],
    ["is behind a proxy that says so", says(503, "<html>Bad gateway</html>")],
    ["answers with a page", says(200, "<html>Welcome</html>")],
    ["answers with cut JSON", says(200, '{"results":[{"hits":[{"id":"x"')],
    ["answers with nothing", says(200, "")],
    ["answers with null", says(200, "null")],
    ["answers in another form", says(200, '{"hits":[]}')],
    ["leaves out the total", oneResult({ hits: [] })],
    ["counts in words", oneResult({ hits: [], totalHits: "many" })],
    [
      "counts values in words",
      oneResult({ hits: [], totalHits: 0, facetDistribution: { level: { 5: "x" } } }),
    ],
    ["counts no values", oneResult({ hits: [], totalHits: 0, facetDistribution: { level: [1] } })],
    ["gives numbers as ids", oneResult({ hits: [{ id: 1 }], totalHits: 1 })],
    ["answers a question too few", says(200, '{"results":[]}')],
    ["knows no such key", says(403, error("invalid_api_key"))],
    ["wants a key", says(401, error("missing_authorization_header"))],
    ["has no such index", says(400, error("index_not_found"))],
    ["is no such server", says(404, "Not found")],
    [
      "has an index that is not ours",
      says(400, error("invalid_search_filter", "Attribute `level` is not filterable")),
    ],
    ["has an index without our facets", says(400, error("invalid_search_facets"))],
    ["has too much to do", says(429, error("too_many_search_requests"))],
  ])("%s finds it unavailable, in time", async (_what, how) => {
    answer = how;
    const started = performance.now();
    await expect(search()).rejects.toMatchObject({ code: "unavailable" });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("refuses what we ask finds a fault of ours", async () => {
    answer = says(400, error("invalid_search_filter", "Was expecting an operation"));
    await expect(search()).rejects.not.toMatchObject({ code: "unavailable" });
    await expect(search()).rejects.toThrow("Was expecting an operation");
  });

  it("answers asks it not to compress", async () => {
    answer = oneResult({ hits: [{ id: "x" }], totalHits: 1 });
    expect(await search()).toEqual({ engine: "meilisearch", ids: ["x"], total: 1, facets: {} });
    expect(accepted).toBe("identity");
  });

  it("is asked for more than it gives is not asked", async () => {
    answer = () => expect.unreachable();
    for (const more of [{ limit: 2_147_483_647 }, { offset: 9_990, limit: 20 }])
      await expect(search(more)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("a server that comes and goes", () => {
  it("is found by the same engine and the same copy when it is back, with all it had accepted", async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), "cairn-test-stand-in-"));
    const masterKey = "a-master-key-for-a-test";
    const first = await startStandIn({ masterKey, dataDir });
    const { searchKey, writeKey } = await makeKeys({ url: first.url, masterKey });
    const engine = meilisearchEngine({ url: first.url, key: searchKey, timeout: 2_000 });
    const copy = meilisearchCopy({ url: first.url, key: writeKey });
    await expect(engine.search(NO_REQUEST)).rejects.toMatchObject({ code: "unavailable" });
    await (await copy.rebuild()).goLive();
    await copy.put([makeDocument()]);
    expect((await engine.search(NO_REQUEST)).total).toBe(1);

    await first.stop();
    await expect(engine.search(NO_REQUEST)).rejects.toMatchObject({ code: "unavailable" });
    for (const work of [
      () => copy.liveSettings(),
      () => copy.put([makeDocument()]),
      () => copy.hashes(null),
      () => copy.rebuild(),
    ])
      await expect(work()).rejects.toMatchObject({ code: "unavailable" });

    const port = Number(new URL(first.url).port);
    const second = await startStandIn({ masterKey, dataDir, port });
    expect((await engine.search(NO_REQUEST)).total).toBe(1);
    expect(await copy.liveSettings()).toBe(copy.settingsHash);
    await second.stop();
    rmSync(dataDir, { recursive: true });
  });
});

import { expect, it } from "vitest";
import { meilisearchCopy } from "@/features/meilisearch/meilisearch-copy";
import { connectMeilisearch, meilisearchEngine } from "@/features/meilisearch/meilisearch-engine";
import { makeDocument } from "@/features/meilisearch-index/document.fixture";
import { indexNames } from "@/features/meilisearch-index/settings";
import { eachServer } from "@/tests/meilisearch-server";
import { NO_REQUEST } from "@/tests/search-contract";
import { makeKeys } from "./keys";

/** What a holder of the search key must not be able to do, beside searching other indexes. */
const WRITES = (index: string): [method: string, path: string, body?: unknown][] => [
  ["POST", `/indexes/${index}/documents`, [{ id: "x" }]],
  ["PUT", `/indexes/${index}/documents`, [{ id: "x" }]],
  ["DELETE", `/indexes/${index}/documents`],
  ["DELETE", `/indexes/${index}/documents/x`],
  ["POST", `/indexes/${index}/documents/delete-batch`, ["x"]],
  ["POST", `/indexes/${index}/documents/delete`, { filter: "bucket = 1" }],
  ["POST", `/indexes/${index}/documents/fetch`, {}],
  ["GET", `/indexes/${index}/documents`],
  ["GET", "/indexes"],
  ["GET", `/indexes/${index}`],
  ["POST", "/indexes", { uid: `${index}-other` }],
  ["PATCH", `/indexes/${index}`, { primaryKey: "hash" }],
  ["DELETE", `/indexes/${index}`],
  ["POST", "/swap-indexes", [{ indexes: [index, `${index}_next`], rename: false }]],
  ["GET", `/indexes/${index}/settings`],
  ["PATCH", `/indexes/${index}/settings`, { displayedAttributes: ["*"] }],
  ["DELETE", `/indexes/${index}/settings`],
  ["GET", `/indexes/${index}/settings/displayed-attributes`],
  ["GET", `/indexes/${index}/stats`],
  ["GET", "/stats"],
  ["GET", "/version"],
  ["GET", "/tasks"],
  ["GET", "/tasks/0"],
  ["POST", "/tasks/cancel?statuses=enqueued"],
  ["DELETE", "/tasks?statuses=succeeded"],
  ["GET", "/keys"],
  ["POST", "/keys", { actions: ["*"], indexes: ["*"], expiresAt: null }],
  ["POST", "/dumps"],
  ["POST", "/snapshots"],
  ["PATCH", "/experimental-features", { metrics: true }],
  ["PATCH", "/network", {}],
  ["GET", "/metrics"],
];

eachServer((server) => {
  const ask = async (key: string, [method, path, body]: [string, string, unknown?]) => {
    const { status } = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return status;
  };

  it("are the same however often they are made", async () => {
    const again = await makeKeys(server);
    expect(again).toEqual({ searchKey: server.searchKey, writeKey: server.writeKey });
  });

  it("are made anew where they grant something else than they should", async () => {
    const master = connectMeilisearch({ url: server.url, key: server.masterKey, timeout: 10_000 });
    const { uid } = await master.getKey(server.searchKey);
    await master.deleteKey(uid);
    await master.createKey({ uid, actions: ["*"], indexes: ["*"], expiresAt: null });
    expect(await ask(server.searchKey, ["GET", "/indexes"])).toBe(200);
    await makeKeys(server);
    expect(await ask(server.searchKey, ["GET", "/indexes"])).toBe(403);
  });

  it("let who may search do nothing else, at whichever door", async () => {
    const { live } = indexNames(server.index);
    const rebuild = await meilisearchCopy({
      ...server,
      url: server.url,
      key: server.writeKey,
      index: server.index,
    }).rebuild();
    await rebuild.put([makeDocument()]);
    await rebuild.goLive();
    for (const request of WRITES(live))
      expect(await ask(server.searchKey, request), request.join(" ")).toBe(403);
    const elsewhere = { queries: [{ indexUid: "private", q: "x" }] };
    expect(await ask(server.searchKey, ["POST", "/multi-search", elsewhere])).toBe(403);
    const engine = meilisearchEngine({
      url: server.url,
      key: server.searchKey,
      index: server.index,
      timeout: 10_000,
    });
    expect((await engine.search(NO_REQUEST)).total).toBe(1);
  });

  it("let who may write do so in our indexes alone, and make no keys", async () => {
    const document = [{ id: "x" }];
    for (const request of [
      ["POST", "/indexes/private/documents", document],
      ["DELETE", "/indexes/private"],
      ["POST", "/indexes", { uid: "private" }],
      ["POST", "/keys", { actions: ["*"], indexes: ["*"], expiresAt: null }],
      ["GET", "/keys"],
      ["POST", "/dumps"],
      ["POST", "/multi-search", { queries: [{ indexUid: indexNames(server.index).live }] }],
    ] satisfies [string, string, unknown?][])
      expect(await ask(server.writeKey, request), request.join(" ")).toBe(403);
  });
});

import { describe, expect, it } from "vitest";
import { makeDocument } from "@/features/meilisearch-index/document.fixture";
import { indexNames } from "@/features/meilisearch-index/settings";
import { bucketOf } from "@/features/search/copy";
import { hashOf, type SearchDocument } from "@/features/search/document";
import { eachServer } from "@/tests/meilisearch-server";
import { FULL_DISK, startStandIn } from "@/tests/meilisearch-stand-in";
import { NO_REQUEST } from "@/tests/search-contract";
import { meilisearchCopy } from "./meilisearch-copy";
import { connectMeilisearch, meilisearchEngine } from "./meilisearch-engine";

const unavailable = expect.objectContaining({ code: "unavailable" });
const hashesOf = (documents: readonly SearchDocument[]) =>
  new Map(documents.map((document) => [document.courseId, hashOf(document)]));

eachServer((server) => {
  const copy = () => meilisearchCopy({ url: server.url, key: server.writeKey, index: server.index });
  const master = () => connectMeilisearch({ url: server.url, key: server.masterKey, timeout: 10_000 });
  const names = () => indexNames(server.index);
  async function indexes(): Promise<string[]> {
    const { results } = await master().getRawIndexes({ limit: 100 });
    return results.map(({ uid }) => uid).filter((uid) => uid.startsWith(server.index));
  }
  async function deleteAll(): Promise<void> {
    for (const uid of await indexes()) await master().deleteIndex(uid).waitTask();
  }
  async function build(documents: readonly SearchDocument[]): Promise<void> {
    const rebuild = await copy().rebuild();
    await rebuild.put(documents);
    await rebuild.goLive();
  }

  it("is none before it was built, and writes nothing then: the server would make an index of its own", async () => {
    await deleteAll();
    expect(await copy().liveSettings()).toBeNull();
    await expect(copy().put([makeDocument()])).rejects.toEqual(unavailable);
    await expect(copy().remove([makeDocument().courseId])).rejects.toEqual(unavailable);
    await expect(copy().hashes(null)).rejects.toEqual(unavailable);
    expect(await indexes()).toEqual([]);
  });

  it("is built beside the live one, and takes its place at one moment", async () => {
    await deleteAll();
    const documents = Array.from({ length: 5 }, () => makeDocument());
    await build(documents);
    expect(await copy().liveSettings()).toBe(copy().settingsHash);
    expect(await copy().hashes(null)).toEqual(hashesOf(documents));

    const others = [makeDocument(), makeDocument()];
    const rebuild = await copy().rebuild();
    await rebuild.put([...others, ...documents]);
    await rebuild.remove(documents.map(({ courseId }) => courseId));
    expect(await rebuild.count()).toBe(2);
    expect(await copy().hashes(null)).toEqual(hashesOf(documents));
    await rebuild.goLive();
    expect(await copy().hashes(null)).toEqual(hashesOf(others));
    expect(await indexes()).toEqual([names().live]);
  });

  it("keeps the live one where a new one is given up, or was left half done", async () => {
    const documents = [makeDocument()];
    await build(documents);
    const given = await copy().rebuild();
    await given.put([makeDocument()]);
    await given.abandon();
    expect(await indexes()).toEqual([names().live]);

    await (await copy().rebuild()).put([makeDocument()]);
    const again = await copy().rebuild();
    expect(await again.count()).toBe(0);
    await again.abandon();
    expect(await copy().hashes(null)).toEqual(hashesOf(documents));
  });

  it("does not go live where the index that was being built is gone", async () => {
    const documents = [makeDocument()];
    await build(documents);
    const rebuild = await copy().rebuild();
    await master().deleteIndex(names().next).waitTask();
    await expect(rebuild.goLive()).rejects.toEqual(unavailable);
    expect(await copy().hashes(null)).toEqual(hashesOf(documents));
  });

  it("deletes what other versions of the code built, and nothing of others", async () => {
    const old = `${server.index}_0123456789abcdef`;
    const foreign = `${server.index}_notes`;
    for (const uid of [old, foreign]) await master().createIndex(uid).waitTask();
    await build([]);
    expect((await indexes()).sort()).toEqual([names().live, foreign].sort());
    await deleteAll();
  });

  it("holds what was put last, once it has promised so", async () => {
    const first = makeDocument();
    await build([first]);
    const changed = { ...first, texts: { ...first.texts, title: ["Other"] } };
    const second = makeDocument();
    await copy().put([changed, second]);
    expect(await copy().hashes(null)).toEqual(hashesOf([changed, second]));
    await copy().remove([first.courseId, makeDocument().courseId]);
    expect(await copy().hashes(null)).toEqual(hashesOf([second]));
    await copy().put([]);
    await copy().remove([]);
  });

  it("tells the hashes of one bucket", async () => {
    const documents = Array.from({ length: 40 }, () => makeDocument());
    await build(documents);
    const [one] = documents;
    if (!one) throw new Error("No document");
    const bucket = bucketOf(one.courseId);
    const expected = documents.filter(({ courseId }) => bucketOf(courseId) === bucket);
    expect(await copy().hashes(bucket)).toEqual(hashesOf(expected));
  });

  it("is not taken for ours where the server made the index by itself", async () => {
    await deleteAll();
    await master()
      .index(names().live)
      .addDocuments([{ id: "x" }], { primaryKey: "id" })
      .waitTask();
    expect(await copy().liveSettings()).toBeNull();
    await expect(copy().put([makeDocument()])).rejects.toEqual(unavailable);
    const engine = meilisearchEngine({
      url: server.url,
      key: server.searchKey,
      index: server.index,
      timeout: 10_000,
    });
    await expect(engine.search(NO_REQUEST)).rejects.toEqual(unavailable);
    await build([]);
    expect(await copy().liveSettings()).toBe(copy().settingsHash);
  });

  it("is refused as our fault where the server cannot take a document", async () => {
    await build([]);
    const failing = copy().put([makeDocument({ courseId: "no id at all 00" })]);
    await expect(failing).rejects.not.toEqual(unavailable);
    await expect(failing).rejects.toThrow(/failed/);
  });

  it("shows to who may search nothing but ids", async () => {
    await build([makeDocument({ texts: { title: ["Secret"], skills: [], provider: ["P"], body: [] } })]);
    const searching = connectMeilisearch({ url: server.url, key: server.searchKey, timeout: 10_000 });
    const { results } = await searching.multiSearch({
      queries: [{ indexUid: names().live, attributesToRetrieve: ["*"], page: 1, hitsPerPage: 20 }],
    });
    expect(results[0]?.hits.map((hit) => Object.keys(hit).sort())).toEqual([["bucket", "hash", "id"]]);
  });

  it("is not reached with a key that may only search, nor with none", async () => {
    for (const key of [server.searchKey, "wrong", ""]) {
      const refused = meilisearchCopy({ url: server.url, key, index: server.index });
      await expect(refused.liveSettings()).rejects.toEqual(unavailable);
      await expect(refused.put([makeDocument()])).rejects.toEqual(unavailable);
      await expect(refused.rebuild()).rejects.toEqual(unavailable);
    }
  });
});

describe("a server whose disk is full", () => {
  it("accepts a write and does not do it: that is seen, and is no fault of ours", async () => {
    const standIn = await startStandIn();
    const copy = meilisearchCopy({ url: standIn.url, key: "" });
    const rebuild = await copy.rebuild();
    await rebuild.goLive();
    standIn.taskFault = FULL_DISK;
    await expect(copy.put([makeDocument()])).rejects.toEqual(unavailable);
    standIn.taskFault = null;
    await copy.put([makeDocument()]);
    expect((await copy.hashes(null)).size).toBe(1);
    await standIn.stop();
  });
});

describe("a server that takes long", () => {
  it("is waited for until a deadline", async () => {
    const standIn = await startStandIn({ pace: 300 });
    const copy = meilisearchCopy({ url: standIn.url, key: "", taskTimeout: 30 });
    await expect(copy.rebuild()).rejects.toEqual(unavailable);
    await standIn.stop();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hashOf } from "@/features/search/document";
import { log } from "@/lib/log";
import { forgetCourses, keepingOf } from "@/tests/copy-keeping";
import { testDatabase } from "@/tests/database";
import { insertCourse, NOW } from "@/tests/factories";
import { MemoryCopy, silence } from "@/tests/memory-copy";
import { followChanges } from "./follow";
import { askRebuild } from "./mutations";
import { hasPast, readCopyState } from "./queries";

const database = testDatabase();
const PATIENCE = { timeout: 60_000, interval: 20 };

describe("followChanges", () => {
  let copy: MemoryCopy;
  let ends: (() => Promise<void>)[];
  beforeEach(async () => {
    await forgetCourses(database);
    copy = new MemoryCopy();
    ends = [];
  });
  afterEach(async () => {
    for (const end of ends) await end();
    vi.restoreAllMocks();
  });

  function follow(into = copy): void {
    const stopping = new AbortController();
    const ended = followChanges({ ...keepingOf(database), copy: into }, stopping.signal);
    ends.push(async () => {
      stopping.abort();
      await ended;
    });
  }
  const publish = async () => (await insertCourse(database.db)).id;
  const has = (id: string) => expect.poll(() => copy.live?.has(id), PATIENCE).toBe(true);
  const built = () => copy.calls.filter((call) => call === "goLive").length;
  const state = () => readCopyState(database.db, "meilisearch");
  async function isBehind(): Promise<boolean> {
    const known = await state();
    return known === null || hasPast(database.db, known.seen);
  }

  it("builds the copy where there is none, and then carries over what changes", async () => {
    const first = await publish();
    follow();
    await has(first);
    await has(await publish());
    expect(built()).toBe(1);
  });

  it("begins again where the copy is lost", async () => {
    follow();
    const first = await publish();
    await has(first);
    copy.live = null;
    await publish();
    await has(first);
    expect(built()).toBe(2);
  });

  it("builds it where somebody asks for it, once", async () => {
    follow();
    await has(await publish());
    await askRebuild(database.db, "meilisearch", NOW);
    await expect.poll(async () => (await state())?.rebuildAskedAt, PATIENCE).toBeNull();
    await has(await publish());
    expect(built()).toBe(2);
  });

  it("compares all of it after a failure, and tells of the failure once", async () => {
    const warn = vi.spyOn(log, "warn");
    const first = await publish();
    follow();
    await has(first);
    // Until then what the copy forgets is brought again as a change that it has not seen, and nothing is mended.
    await expect.poll(isBehind, PATIENCE).toBe(false);
    await expect.poll(async () => (await state())?.sweptAt, PATIENCE).not.toBeNull();
    const document = copy.live?.get(first);
    let failures = 0;
    copy.before = () => {
      failures += 1;
      silence();
    };
    await publish();
    await expect.poll(() => failures, PATIENCE).toBeGreaterThan(2);
    // What the copy took without saying so, and forgot since.
    copy.live?.delete(first);
    copy.before = () => {};
    await has(first);
    expect(hashOf(copy.live?.get(first) ?? never())).toBe(hashOf(document ?? never()));
    await expect
      .poll(() => warn.mock.calls.map(([, message]) => message), PATIENCE)
      .toEqual(["the index cannot be kept in step just now", "the index differed and was mended"]);
  });

  it("leaves the index to a later version, which has built its own", async () => {
    follow();
    await has(await publish());
    const later = new MemoryCopy("settings-2");
    follow(later);
    await expect.poll(() => later.live, PATIENCE).not.toBeNull();
    const id = await publish();
    await expect.poll(() => later.live?.has(id), PATIENCE).toBe(true);
    expect(built()).toBe(1);
    expect(copy.live?.has(id)).toBe(false);
  });

  it("may be done by several at a time", async () => {
    for (let i = 0; i < 3; i++) follow();
    const ids = await Promise.all(Array.from({ length: 12 }, publish));
    for (const id of ids) await has(id);
    expect(built()).toBe(1);
  });
});

function never(): never {
  throw new Error("There is no document");
}

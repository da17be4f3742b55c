import { beforeEach, describe, expect, it } from "vitest";
import { BUCKETS, bucketOf } from "@/features/search/copy";
import { hashOf, type SearchDocument } from "@/features/search/document";
import { addDays } from "@/lib/dates";
import { forgetCourses, keepingFromHere, relayAll } from "@/tests/copy-keeping";
import { testDatabase } from "@/tests/database";
import { insertCourse, makeDatedRun, TODAY } from "@/tests/factories";
import { readCopyState } from "./queries";
import { bucketsOf, sweep } from "./sweep";

const database = testDatabase();
const FIVE_MINUTES = 5 * 60_000;

describe("bucketsOf", () => {
  it("comes to each bucket once within an hour", () => {
    const start = Date.parse("2026-11-25T09:03:00Z");
    const seen = Array.from({ length: 12 }, (_, i) => bucketsOf(new Date(start + i * FIVE_MINUTES))).flat();
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: BUCKETS }, (_, i) => i));
  });
});

describe("sweep", () => {
  let keeping: Awaited<ReturnType<typeof keepingFromHere>>;
  let live: Map<string, SearchDocument>;
  let id: string;
  beforeEach(async () => {
    await forgetCourses(database);
    keeping = await keepingFromHere(database);
    id = (await insertCourse(database.db)).id;
    await relayAll(keeping);
    live = keeping.copy.live ?? new Map();
    keeping.copy.writes = [];
  });
  const document = (): SearchDocument => {
    const found = live.get(id);
    if (!found) throw new Error("The course is not in the copy");
    return found;
  };

  it("finds nothing to do where all is equal, and says when it looked", async () => {
    expect(await sweep(keeping, null)).toEqual({ repaired: 0 });
    expect(keeping.copy.writes).toEqual([]);
    expect((await readCopyState(database.db, "meilisearch"))?.sweptAt).toEqual(keeping.clock());
  });

  it.each([
    ["is missing", () => live.delete(id)],
    ["differs", () => live.set(id, { ...document(), euroCents: 1 })],
    ["should not be there", () => live.set("00000000-0000-7000-8000-0000000000ff", document())],
  ])("mends a document that %s", async (_what, harm) => {
    const { hash } = { hash: hashOf(document()) };
    harm();
    expect(await sweep(keeping, null)).toEqual({ repaired: 1 });
    expect([...live].map(([key, value]) => [key, hashOf(value)])).toEqual([[id, hash]]);
    expect(await sweep(keeping, null)).toEqual({ repaired: 0 });
  });

  it("looks into the buckets it is given, and into no other", async () => {
    live.clear();
    const other = (bucketOf(id) + 1) % BUCKETS;
    expect(await sweep(keeping, [other])).toEqual({ repaired: 0 });
    expect(await sweep(keeping, [bucketOf(id)])).toEqual({ repaired: 1 });
  });

  it("leaves to the relay what is still on its way", async () => {
    await insertCourse(database.db);
    expect(await sweep(keeping, null)).toEqual({ repaired: 0 });
    await relayAll(keeping);
    expect(await sweep(keeping, null)).toEqual({ repaired: 0 });
    expect(live.size).toBe(2);
  });

  it("leaves alone what changes while it looks", async () => {
    let added = "";
    keeping.copy.before = async (operation) => {
      if (operation === "hashes") added = (await insertCourse(database.db)).id;
    };
    expect(await sweep(keeping, null)).toEqual({ repaired: 0 });
    keeping.copy.before = () => {};
    await relayAll(keeping);
    expect(live.has(added)).toBe(true);
  });

  it("does not take a row of yesterday for the truth", async () => {
    await insertCourse(database.db, { content: { runs: [makeDatedRun(TODAY)] } });
    const tomorrow = { ...keeping, clock: () => new Date(`${addDays(TODAY, 1)}T00:00:01Z`) };
    await relayAll(tomorrow);
    expect(await sweep(tomorrow, null)).toEqual({ repaired: 0 });
  });
});

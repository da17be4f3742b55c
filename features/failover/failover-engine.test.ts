import { describe, expect, it, vi } from "vitest";
import type { SearchAnswer, SearchEngine, SearchRequest } from "@/features/search/engine";
import { invalid, unavailable } from "@/lib/errors";
import { log } from "@/lib/log";
import { NO_REQUEST } from "@/tests/search-contract";
import { FAILURES, REST } from "./circuit-breaker";
import { failoverEngine, guard } from "./failover-engine";

const answerOf = (engine: string): SearchAnswer => ({ engine, ids: [], total: 1, facets: {} });
const hang = () => new Promise<never>(() => {});
const down = () => Promise.reject(unavailable("not just now"));
const bug = () => Promise.reject(Object.assign(new Error("q = secret words"), { code: "invalid_search_q" }));

/** A first engine that does what `now.does` says, and a second one that answers. */
function setUp({ patience = 10 } = {}) {
  const now: { at: number; does: (request: SearchRequest) => Promise<SearchAnswer> } = {
    at: 0,
    does: async () => answerOf("first"),
  };
  const asked = { first: [] as SearchRequest[], second: [] as SearchRequest[] };
  const first: SearchEngine = {
    name: "first",
    search: (request) => {
      asked.first.push(request);
      return now.does(request);
    },
  };
  const second: SearchEngine = {
    name: "second",
    search: async (request) => {
      asked.second.push(request);
      return answerOf("second");
    },
  };
  const engine = failoverEngine(guard(first), second, { clock: () => now.at, patience });
  const ask = async (request = NO_REQUEST) => (await engine.search(request)).engine;
  return { now, asked, ask };
}

describe("failoverEngine", () => {
  it("gives the answer of the first engine and leaves the second alone", async () => {
    const { ask, asked } = setUp();
    expect(await ask()).toBe("first");
    expect(asked.second).toEqual([]);
  });

  it.each([
    ["does not answer", down],
    ["hangs", hang],
    ["refuses", bug],
    [
      "throws at once",
      () => {
        throw new TypeError("not even a promise");
      },
    ],
  ])("asks the second the same where the first %s", async (_, does) => {
    const { ask, asked, now } = setUp();
    now.does = does;
    const request = { ...NO_REQUEST, query: "welding", offset: 20 };
    expect(await ask(request)).toBe("second");
    expect(asked.second).toEqual([request]);
  });

  it("no longer waits for an engine that failed three times, and takes it back once it answers", async () => {
    const { ask, asked, now } = setUp();
    now.does = down;
    for (let i = 0; i < FAILURES + 2; i++) await ask();
    expect(asked.first).toHaveLength(FAILURES);
    now.at += REST;
    // Tried beside the answer: nobody waits for it.
    now.does = hang;
    expect(await ask()).toBe("second");
    expect(await ask()).toBe("second");
    expect(asked.first).toHaveLength(FAILURES + 1);
    now.at += REST;
    now.does = async () => answerOf("first");
    expect(await ask()).toBe("second");
    await vi.waitFor(async () => expect(await ask()).toBe("first"));
  });

  it("keeps asking an engine that refuses some requests, and logs each kind once without what was searched for", async () => {
    const written = vi.spyOn(log, "error").mockImplementation(() => {});
    const { ask, asked, now } = setUp();
    now.does = bug;
    for (let i = 0; i < 10; i++) expect(await ask()).toBe("second");
    expect(asked.first).toHaveLength(10);
    expect(written).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(written.mock.calls)).toContain("invalid_search_q");
    expect(JSON.stringify(written.mock.calls)).not.toContain("secret");
    written.mockRestore();
  });

  it("says nothing of what is beyond the first: that is neither its failure nor our mistake", async () => {
    const written = vi.spyOn(log, "error").mockImplementation(() => {});
    const { ask, asked, now } = setUp();
    now.does = () => Promise.reject(invalid("results after the 10,000th"));
    for (let i = 0; i < FAILURES + 1; i++) expect(await ask()).toBe("second");
    expect(asked.first).toHaveLength(FAILURES + 1);
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  it("fails where both fail", async () => {
    const engine = failoverEngine(guard({ name: "first", search: down }), { name: "second", search: down });
    await expect(engine.search(NO_REQUEST)).rejects.toMatchObject({ code: "unavailable" });
  });
});

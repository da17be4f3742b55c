import { expect, it } from "vitest";
import type { SearchEngine, SearchRequest } from "@/features/search/engine";
import type { WordsRead } from "@/features/spelling/read-query";
import { searchAsRead } from "./as-read";

const REQUEST: SearchRequest = {
  query: "weldign",
  spelling: null,
  teachesAnyOf: null,
  selection: { mode: ["online"] },
  ectsMin: null,
  ectsMax: null,
  sort: "relevance",
  offset: 20,
  limit: 10,
  facets: ["mode"],
  facetLimit: 5,
  today: "2026-11-25",
};
const SPELLING = { alternatives: [["welding"]], corrected: "welding" };

/** An engine that finds something for these queries alone, and what it was asked. */
function engineOf(found: readonly string[]): { engine: SearchEngine; asked: SearchRequest[] } {
  const asked: SearchRequest[] = [];
  const engine: SearchEngine = {
    name: "test",
    async search(request) {
      asked.push(request);
      return { engine: "test", ids: [], total: found.includes(request.query) ? 1 : 0, facets: {} };
    },
  };
  return { engine, asked };
}

const reading = (read: WordsRead) => async () => read;
const never = async () => {
  throw new Error("Read for nothing");
};

it("reads no words where something is found, where there are none, or where they are meant as typed", async () => {
  const { engine, asked } = engineOf(["weldign"]);
  await searchAsRead(engine, REQUEST, never);
  await searchAsRead(engine, { ...REQUEST, query: "" }, never);
  const { reading } = await searchAsRead(engine, { ...REQUEST, query: "xyz" }, null);
  expect(reading).toEqual({ kind: "all" });
  expect(asked).toHaveLength(3);
});

it.each<[WordsRead, Partial<SearchRequest> | null, object]>([
  [{ kind: "all" }, null, { kind: "all" }],
  [
    { kind: "mistakes", query: "weldign", spelling: SPELLING, corrected: "welding" },
    { query: "weldign", spelling: SPELLING },
    { kind: "mistakes", corrected: "welding" },
  ],
  [
    { kind: "most", kept: "steel", left: ["weldign"] },
    { query: "steel", spelling: null },
    { kind: "most", kept: "steel", left: ["weldign"] },
  ],
])("asks again, with everything else the same, for words read as %j", async (read, again, said) => {
  const { engine, asked } = engineOf([]);
  const found = await searchAsRead(engine, REQUEST, reading(read));
  expect(asked).toEqual(again ? [REQUEST, { ...REQUEST, ...again }] : [REQUEST]);
  expect(found.reading).toEqual(said);
  expect(found.searched).toEqual(again ?? { query: "weldign", spelling: null });
});

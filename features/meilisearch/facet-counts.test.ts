import { describe, expect, it } from "vitest";
import { LISTED_VALUES } from "@/features/meilisearch-index/settings";
import { NO_REQUEST } from "@/tests/search-contract";
import { type FacetCounts, nextToAsk, readCounts } from "./facet-counts";

const known = (counts: Record<string, number>, open: Record<string, number>): FacetCounts => ({
  facet: "mode",
  counts: new Map(Object.entries(counts)),
  open: new Map(Object.entries(open)),
  mayLack: false,
  filterFor: () => [],
});

describe("what to ask next", () => {
  it("is all that may be listed, the likeliest first", () => {
    expect(nextToAsk(known({ a: 5 }, { b: 3, c: 9 }), [], 100)).toEqual(["c", "b"]);
  });

  it("is at most as many as are listed, and nothing that cannot come before the last one listed", () => {
    expect(nextToAsk(known({}, { a: 1, b: 3, c: 2 }), [], 2)).toEqual(["b", "c"]);
    expect(nextToAsk(known({ b: 3, c: 2 }, { a: 1 }), [], 2)).toEqual([]);
  });

  it("is also what may be level with the last one, which its name decides, and what is chosen", () => {
    expect(nextToAsk(known({ b: 3, c: 2 }, { a: 2 }), [], 2)).toEqual(["a"]);
    expect(nextToAsk(known({ b: 3, c: 2 }, { z: 1 }), ["z"], 2)).toEqual(["z"]);
  });
});

describe("more values than the server gives", () => {
  const answer = (countOf: (place: number) => number) => ({
    hits: [],
    totalHits: 5_000,
    facetDistribution: {
      provider: Object.fromEntries(Array.from({ length: LISTED_VALUES }, (_, i) => [`p-${i}`, countOf(i)])),
    },
  });
  const read = (countOf: (place: number) => number, facetLimit: number, provider?: string[]) =>
    readCounts({ ...NO_REQUEST, facetLimit }, provider ? { provider } : {}, "provider", answer(countOf));

  it("are no matter where those that are listed have more courses than the last one given", () => {
    const { counts, mayLack } = read((i) => (i < 100 ? 2 : 1), 100);
    expect(counts.get("p-99")).toBe(2);
    expect(mayLack).toBe(false);
  });

  it("are said to be left out where one may come before those listed, or more are asked for", () => {
    expect(read((i) => (i < 99 ? 2 : 1), 100).mayLack).toBe(true);
    expect(read((i) => LISTED_VALUES - i, LISTED_VALUES + 1).mayLack).toBe(true);
  });

  it("leave a chosen one to be asked for", () => {
    const { open, filterFor } = read((i) => (i < 100 ? 2 : 1), 100, ["p-1", "rare"]);
    expect([...open]).toEqual([["rare", 5_000]]);
    expect(filterFor("rare")).toEqual(['provider IN ["rare"]']);
  });
});

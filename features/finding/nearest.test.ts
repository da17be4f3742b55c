import { describe, expect, it, vi } from "vitest";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import { findNearest } from "./nearest";

const TODAY = "2026-11-25";

async function nearestOf(
  params: Partial<SearchParams>,
  counts: (params: SearchParams) => number,
  { total = 0, facets = {} } = {},
) {
  const count = vi.fn(async (near: SearchParams) => counts(near));
  const found = { total, facets, params: { ...NO_SEARCH, ...params }, reading: { kind: "all" } as const };
  const offers = await findNearest(found, count, TODAY);
  return { offers, asked: count.mock.calls.length };
}

describe("findNearest", () => {
  it("is silent where enough is found, and past the first page", async () => {
    const params = { selection: { mode: ["online"] } };
    expect((await nearestOf(params, () => 9, { total: 5 })).offers).toEqual([]);
    expect((await nearestOf({ ...params, page: 2 }, () => 9)).offers).toEqual([]);
    expect((await nearestOf(params, () => 9, { total: 4 })).offers).toHaveLength(1);
  });

  it("offers nothing that finds nothing, or not more than now", async () => {
    const params = { selection: { mode: ["online"], country: ["FI"] } };
    expect((await nearestOf(params, () => 0)).offers).toEqual([]);
    expect((await nearestOf(params, () => 2, { total: 2 })).offers).toEqual([]);
    const [only] = (await nearestOf(params, ({ selection }) => (selection.mode ? 3 : 2), { total: 2 }))
      .offers;
    expect(only).toMatchObject({ count: 3, change: { kind: "drop", parameter: "country", values: ["FI"] } });
  });

  it("puts what finds most first, five at most", async () => {
    const selection = {
      mode: ["online"],
      country: ["FI"],
      price: ["free"],
      language: ["fi"],
      skill: ["s"],
      credential: ["none"],
    };
    const { offers } = await nearestOf(
      { selection },
      (near) => 10 - (Object.keys(near.selection).join().length % 7),
    );
    expect(offers).toHaveLength(5);
    expect(offers.map(({ count }) => count)).toEqual(offers.map(({ count }) => count).sort((a, b) => b - a));
  });

  it("keeps a part of a choice where giving it up finds no more", async () => {
    const params = { selection: { start: ["2027-01"] } };
    const { offers } = await nearestOf(params, () => 3);
    expect(offers.map(({ change }) => change.kind)).toEqual(["change"]);
    const more = await nearestOf(params, ({ selection }) => (selection.start ? 3 : 4));
    expect(more.offers.map(({ change }) => change.kind)).toEqual(["drop", "change"]);
  });

  it("counts at most twelve searches", async () => {
    const { asked } = await nearestOf({ query: "a b c d e f g h i j k l m n o p" }, () => 1);
    expect(asked).toBe(12);
  });
});

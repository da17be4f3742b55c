import { describe, expect, it, vi } from "vitest";
import { FACETS } from "@/features/search/engine";
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
    expect(only).toMatchObject({
      count: 3,
      change: { kind: "drop", dropped: [{ parameter: "country", values: ["FI"] }] },
    });
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

  it("counts at most twelve searches of a kind", async () => {
    const query = "a b c d e f g h i j k l m n o p";
    expect((await nearestOf({ query }, () => 1)).asked).toBe(12);
    const selection = Object.fromEntries(FACETS.map((facet) => [facet, ["x"]]));
    // One change; two filters; filters or words as a whole, and words with a filter; everything.
    expect((await nearestOf({ query, selection }, () => 0)).asked).toBe(3 * 12 + 1);
  });
});

describe("findNearest where no single change finds anything", () => {
  const selection = { mode: ["online"], country: ["FI"], price: ["free"] };
  const left = (near: SearchParams) => [...Object.keys(near.selection), ...(near.query === "" ? [] : ["q"])];
  const dropped = async (params: Partial<SearchParams>, finds: (left: readonly string[]) => boolean) =>
    (await nearestOf(params, (near) => (finds(left(near)) ? 7 : 0))).offers.map(({ change }) =>
      change.kind === "drop" ? change.dropped.map(({ parameter }) => parameter).join() : change.kind,
    );

  it("leaves out two filters before the words and one", async () => {
    const query = "weld";
    expect(await dropped({ selection, query }, (rest) => rest.length < 3)).toEqual([
      "mode,price",
      "mode,country",
      "price,country",
    ]);
    expect(await dropped({ selection, query }, (rest) => rest.length < 3 && !rest.includes("q"))).toEqual([
      "mode,q",
      "price,q",
      "country,q",
    ]);
  });

  it("leaves out all filters and keeps the words, or everything where the words find nothing", async () => {
    const query = "weld";
    const found = await dropped(
      { selection, query },
      (rest) => rest.join() === "q" || rest.join() === "mode,price",
    );
    expect(found).toEqual(["mode,price,country", "country,q"]);
    expect(await dropped({ selection, query }, (rest) => rest.length < 2)).toEqual(["mode,price,country"]);
    expect(await dropped({ selection, query }, (rest) => rest.length < 1)).toEqual(["mode,price,country,q"]);
    expect(await dropped({ selection }, (rest) => rest.length < 1)).toEqual(["mode,price,country"]);
  });

  it("gives up the words where these are too many to be tried one by one", async () => {
    const query = "a b c d e f g h i j k l m n o p";
    expect(
      await dropped({ selection: { mode: ["online"] }, query }, (rest) => rest.join() === "mode"),
    ).toEqual(["q"]);
  });

  it("says what each finds, and leads there by whichever engine", async () => {
    const params = { selection, query: "weld", ectsMin: 100, engine: "postgres", asTyped: true };
    const { offers } = await nearestOf(params, (near) =>
      near.ectsMin === null && !near.selection.mode ? 4 : 0,
    );
    expect(offers).toEqual([
      {
        change: {
          kind: "drop",
          dropped: [
            { parameter: "mode", values: ["online"] },
            { parameter: "ects-min", values: ["1"] },
          ],
        },
        count: 4,
        params: {
          ...NO_SEARCH,
          query: "weld",
          asTyped: true,
          selection: { country: ["FI"], price: ["free"] },
        },
      },
    ]);
  });

  it("is silent only where nothing finds anything", async () => {
    expect(await dropped({ selection, query: "weld" }, () => false)).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertProvider, makeRun, NOW } from "@/tests/factories";
import { facetValues, listFoundIds, searchCourses, searchPage } from "./queries";

const database = testDatabase();
const at = () => ({ now: NOW, db: database.db });
const asked = (query: string, params: Partial<SearchParams> = {}): SearchParams => ({
  ...NO_SEARCH,
  query,
  ...params,
});

/** What is typed, and what is meant. */
const TITLES = {
  welding: "Welding of thin steel",
  programming: "Programming for everyone",
  data: "Data base design",
  micro: "Microcredentials in Europe",
  ceramics: "Keramiikan käsityö",
  nursing: "Nursing assistants at work",
  gdpr: "GDPR in 2027",
} as const;
type Key = keyof typeof TITLES;
const ids = new Map<string, Key>();
const keysOf = (found: readonly string[]) => found.map((id) => ids.get(id));

beforeAll(async () => {
  const provider = await insertProvider(database.db, { content: { legalName: { en: "Lonely School" } } });
  for (const [key, en] of Object.entries(TITLES)) {
    const modes = key === "welding" ? (["online"] as const) : (["blended"] as const);
    const course = await insertCourse(database.db, {
      content: { provider: provider.id, title: { en }, runs: [makeRun({ modes: [...modes] })] },
    });
    ids.set(course.id, key as Key);
  }
});

describe("a known course", () => {
  it.each([
    ["as it is", "welding", "welding", null],
    ["with another letter", "welting", "welding", "welding"],
    ["with a letter too many", "weldding", "welding", "welding"],
    ["with a letter too few", "weldng", "welding", "welding"],
    ["with two letters swapped", "weldign", "welding", "welding"],
    ["with a wrong first letter", "xelding", "welding", "welding"],
    ["without its first letter", "elding", "welding", "welding"],
    ["with its first letters swapped", "ewlding", "welding", "welding"],
    ["with two mistakes in a long word", "microcredentails in Eruope", "micro", "microcredentials in Europe"],
    ["with two mistakes in one long word", "micorcredentails", "micro", "microcredentials"],
    ["begun, with a mistake", "porgramm", "programming", "programming"],
    ["begun after a mistake", "stel weldi", "welding", null],
    ["begun after a mistake in a longer word", "wleding ste", "welding", "welding ste"],
    ["written together", "database", "data", "data base"],
    ["written apart", "micro credentials", "micro", "microcredentials"],
    ["written apart, begun", "micro creden", "micro", "microcreden"],
    ["two words as one", "nursingassistant", "nursing", "nursing assistant"],
    ["without accents, with a mistake", "kasityo keramikan", "ceramics", "käsityö keramiikan"],
  ])("is found %s", async (_, query, key, corrected) => {
    const found = await searchPage(asked(query), at());
    if (corrected === null && found.total === 0) throw new Error(`${query} finds nothing`);
    expect(keysOf(found.ids)[0]).toBe(key);
    if (corrected !== null) expect(found.reading).toEqual({ kind: "mistakes", corrected });
  });

  it("is found by most of the words, and the others are named as they were typed", async () => {
    const found = await searchPage(asked("Welding Käärmeitä"), at());
    expect(keysOf(found.ids)).toEqual(["welding"]);
    expect(found.reading).toEqual({ kind: "most", kept: "Welding", left: ["Käärmeitä"] });
  });

  it("is among all where what is typed has no word in it", async () => {
    for (const query of ["😀", "\\", "!?", "'"])
      expect(await searchPage(asked(query), at())).toMatchObject({
        total: 7,
        reading: { kind: "all" },
        why: {},
      });
  });

  it.each([
    "weldin9",
    "gdrp",
    "2028",
    "qwertyuiop",
    "漢字",
    "'; drop table courses; --",
    "\\ x'y",
    "a".repeat(256),
  ])("is not guessed from %s", async (query) => {
    const found = await searchPage(asked(query), at());
    expect(found).toMatchObject({ total: 0, ids: [], reading: { kind: "all" } });
  });
});

describe("how words are read", () => {
  it("is left alone where the reader wants them as typed", async () => {
    const found = await searchCourses(asked("weldign", { asTyped: true }), at());
    expect(found).toMatchObject({ total: 0, reading: { kind: "all" } });
  });

  it("never depends on filters", async () => {
    const online = { selection: { mode: ["online"] } };
    const blended = { selection: { mode: ["blended"] } };
    // Right words that a filter leaves nothing of are not taken for mistakes.
    expect(await searchCourses(asked("welding", blended), at())).toMatchObject({
      total: 0,
      reading: { kind: "all" },
    });
    const mistakes = { kind: "mistakes", corrected: "welding" };
    expect(await searchCourses(asked("weldign", online), at())).toMatchObject({
      total: 1,
      reading: mistakes,
    });
    expect(await searchCourses(asked("weldign", blended), at())).toMatchObject({
      total: 0,
      reading: mistakes,
    });
  });

  it("is the same for the page, the export and the values of a facet", async () => {
    const params = asked("weldign qwertyuiop");
    const page = await searchPage(params, at());
    expect(keysOf(page.ids)).toEqual(["welding"]);
    expect(await listFoundIds(params, at())).toEqual(page.ids);
    expect(await facetValues("mode", "", params, at())).toMatchObject([{ value: "online", count: 1 }]);
    expect(page.facets.mode).toContainEqual({ value: "online", count: 1 });
  });

  it("makes offers that are read anew: what they say is what they find", async () => {
    const { nearest } = await searchCourses(asked("weldign", { selection: { mode: ["blended"] } }), at());
    expect(nearest.length).toBeGreaterThan(0);
    for (const { params, count } of nearest) expect((await searchCourses(params, at())).total).toBe(count);
  });
});

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { makeDocument } from "@/features/meilisearch-index/document.fixture";
import { indexNames } from "@/features/meilisearch-index/settings";
import { readWords, wordsOf } from "@/features/search/analyser";
import type { Spelling } from "@/features/search/engine";
import { eachServer } from "@/tests/meilisearch-server";
import { NO_REQUEST } from "@/tests/search-contract";
import { readAnswers } from "./answers";
import { meilisearchCopy } from "./meilisearch-copy";
import { connectMeilisearch, meilisearchEngine } from "./meilisearch-engine";
import { asTyped, counting } from "./questions";

const TEXTS = {
  data: ["database design", "data base design", "Data Science"],
  welding: ["Welding steel", "steel: weld it", "Welder's course"],
  // What both engines could take for another word, or for no word.
  odd: [
    "C++ and R&D",
    "2027 A1 b2",
    "naïve café ½",
    "Łódź Straße",
    "λόγος και λόγια",
    "機械学習入門",
    "co-operate",
  ],
  // To the server nearer to "xelding" than "welding" is.
  near: ["Xelting"],
};
const NO_TEXTS = { title: [], skills: [], provider: [], body: [] };
const titles = Object.values(TEXTS).flat();
const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...'"\\- *(:x\0\n_|&!<>~^',
      "a",
      "b",
      "da",
      "ta",
      "λ",
      "ό",
      "学",
      "2",
      "½",
      "ß",
      "\u0301",
    ),
    maxLength: 12,
  }),
  fc.constantFrom(...titles).chain((title) => fc.nat(title.length).map((length) => title.slice(0, length))),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);

eachServer((server) => {
  const ids = new Map<string, string>();
  const engine = () =>
    meilisearchEngine({ url: server.url, key: server.searchKey, index: server.index, timeout: 10_000 });
  async function find(query: string, spelling: Spelling | null = null): Promise<string[]> {
    const answer = await engine().search({ ...NO_REQUEST, query, spelling });
    return titles.filter((title) => answer.ids.includes(ids.get(title) ?? "")).sort();
  }
  const misspelt = (query: string, corrected: string) =>
    find(query, { corrected, alternatives: wordsOf(corrected).map((word) => [word]) });

  beforeAll(async () => {
    const documents = titles.map((title) => makeDocument({ texts: { ...NO_TEXTS, title: [title] } }));
    for (const [i, { courseId }] of documents.entries()) ids.set(titles[i] ?? "", courseId);
    const rebuild = await meilisearchCopy({
      url: server.url,
      key: server.writeKey,
      index: server.index,
    }).rebuild();
    await rebuild.put(documents);
    await rebuild.goLive();
  });

  describe("words as they were typed", () => {
    it("are the words: none stands for two, and no two for one", async () => {
      expect(await find("database")).toEqual(["database design"]);
      expect(await find("data base")).toEqual(["data base design"]);
      expect(await find("data")).toEqual([...TEXTS.data].sort());
      expect(await find("design data")).toEqual(["data base design", "database design"]);
      expect(await find("data design")).toEqual(["data base design"]);
    });

    it("forgive nothing", async () => {
      for (const query of ["weldign", "databse", "stel", "welding stele", "Lodzz", "2026"])
        expect(await find(query), query).toEqual([]);
    });

    it("are found however they are typed", async () => {
      for (const query of ["lodz", "ŁÓDŹ", "strasse", "straße lodz", "LODZ stra"])
        expect(await find(query), query).toEqual(["Łódź Straße"]);
      expect(await find("λογ")).toEqual(["λόγος και λόγια"]);
      expect(await find("λόγια λόγος")).toEqual(["λόγος και λόγια"]);
      expect(await find("機")).toEqual(["機械学習入門"]);
      expect(await find("機械学習")).toEqual(["機械学習入門"]);
      expect(await find("学習")).toEqual([]);
      expect(await find("r&d")).toEqual(["C++ and R&D"]);
    });

    it("are not signs of a language of queries", async () => {
      expect(await find("steel -weld")).toEqual(["Welding steel", "steel: weld it"]);
      expect(await find('"steel weld')).toEqual(["Welding steel", "steel: weld it"]);
      expect(await find('"weld steel"')).toEqual(["steel: weld it"]);
      expect(await find("weldħ")).toEqual(await find("weldh"));
      expect(await find("weld_")).toEqual(await find("weld"));
    });

    it("10,000 times at random are searched as by brute force, and nothing typed is refused", async () => {
      const held = titles.map((title) => new Set(wordsOf(title)));
      const expected = (typed: string) => {
        const { whole, beginning } = readWords(typed);
        const begins = (known: Set<string>) => [...known].some((word) => word.startsWith(beginning ?? ""));
        return held.filter(
          (known) => whole.every((word) => known.has(word)) && (beginning === null || begins(known)),
        ).length;
      };
      const client = connectMeilisearch({ url: server.url, key: server.searchKey, timeout: 60_000 });
      const indexUid = indexNames(server.index).live;
      await fc.assert(
        fc.asyncProperty(fc.array(hostile, { minLength: 100, maxLength: 100 }), async (typed) => {
          const queries = typed.map((query) => ({
            indexUid,
            ...counting(asTyped({ ...NO_REQUEST, query }), []),
          }));
          const answers = readAnswers(await client.multiSearch({ queries }), queries.length);
          expect(typed.filter((query, i) => answers[i]?.totalHits !== expected(query))).toEqual([]);
        }),
        { numRuns: 100 },
      );
    }, 600_000);
  });

  describe("words that were misspelt", () => {
    it("are forgiven one mistake from five letters, two from nine, and changed places", async () => {
      expect(await misspelt("weldign", "welding")).toEqual(["Welding steel"]);
      expect(await misspelt("stele welding", "steel welding")).toEqual(["Welding steel"]);
      expect(await misspelt("databsae", "database")).toEqual(["database design"]);
      expect(await misspelt("welding stel", "welding steel")).toEqual(["Welding steel"]);
    });

    it("are found written apart where they were written together, and the other way round", async () => {
      expect(await misspelt("co operate", "cooperate")).toEqual(["co-operate"]);
      expect(await misspelt("cooperate", "co operate")).toEqual(["co-operate"]);
      expect(await misspelt("wel ding", "welding")).toEqual(["Welding steel"]);
    });

    it("are looked for as they were meant, first of all where a first letter is wrong", async () => {
      expect(await misspelt("xelding", "welding")).toEqual(["Welding steel"]);
      expect(await misspelt("xelding", "xelting")).toEqual(["Xelting"]);
    });

    it("are looked for in each of the ways in which they may have been meant, and counted once", async () => {
      const ways = (query: string, alternatives: string[][]) =>
        find(query, { corrected: alternatives.map(([likeliest]) => likeliest).join(" "), alternatives });
      expect(await ways("qelting", [["xelting", "welding"]])).toEqual(["Welding steel", "Xelting"]);
      expect(await ways("qelting steel", [["xelting", "welding"], ["steel"]])).toEqual(["Welding steel"]);
      const request = {
        ...NO_REQUEST,
        query: "qteel",
        facets: ["level" as const],
        limit: 1,
        spelling: { corrected: "steel", alternatives: [["steel", "welding", "data"]] },
      };
      const pages = [await engine().search(request), await engine().search({ ...request, offset: 1 })];
      // "Welding steel" has two of the words.
      const total = 4;
      for (const { total: found, facets } of pages) {
        expect(found).toBe(total);
        expect(facets.level?.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      }
      expect(new Set(pages.flatMap(({ ids: found }) => found)).size).toBe(2);
    });

    it("are looked for as they were meant where the server forgives too little", async () => {
      expect(await misspelt("xelding steel", "welding steel")).toEqual(["Welding steel"]);
      expect(await misspelt("zzzz yyy", "steel welding")).toEqual(["Welding steel"]);
      expect(await misspelt("zzzz", "steele")).toEqual([]);
    });
  });

  it("words in the title come before words in the texts, however often they are there", async () => {
    const texts = { title: ["x"], skills: [], provider: ["tapir"], body: ["tapir tapir tapir", "tapir"] };
    const inText = makeDocument({ texts });
    const long = Array.from({ length: 400 }, (_, i) => `word${i}`).join(" ");
    const inTitle = makeDocument({
      texts: { ...texts, title: ["About the tapir"], provider: [], body: [long] },
    });
    const copy = meilisearchCopy({ url: server.url, key: server.writeKey, index: server.index });
    await copy.put([inText, inTitle]);
    for (const query of ["tapir", "tap"])
      expect((await engine().search({ ...NO_REQUEST, query })).ids).toEqual([
        inTitle.courseId,
        inText.courseId,
      ]);
    await copy.remove([inText.courseId, inTitle.courseId]);
  });

  it("a short beginning finds all of its words, however many, in whichever script", async () => {
    const letters = [..."αβγδεζηθικ"];
    const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `λ${a}${b}${c}`)));
    const copy = meilisearchCopy({ url: server.url, key: server.writeKey, index: server.index });
    // A hundred words in each; the server looks at a thousand, its own forms of them included.
    const documents = letters.map((_, i) =>
      makeDocument({ texts: { ...NO_TEXTS, body: [words.slice(i * 100, i * 100 + 100).join(" ")] } }),
    );
    await copy.put(documents);
    const total = async (query: string) => (await engine().search({ ...NO_REQUEST, query })).total;
    // The eleventh is the title about words.
    expect(await total("λ")).toBe(11);
    expect(await total("λκ")).toBe(1);
    expect(await total("λκκ")).toBe(1);
    await copy.remove(documents.map(({ courseId }) => courseId));
  });

  it("words that are longer than the server takes count as their beginning", async () => {
    const copy = meilisearchCopy({ url: server.url, key: server.writeKey, index: server.index });
    const [first, second] = ["x", "y"].map((end) =>
      makeDocument({
        texts: {
          title: [`${"漢".repeat(55)}${end}`, `${"z".repeat(60)}${end}`],
          skills: [],
          provider: [],
          body: [],
        },
      }),
    );
    if (!first || !second) throw new Error("No documents");
    await copy.put([first, second]);
    const total = async (query: string) => (await engine().search({ ...NO_REQUEST, query })).total;
    expect(await total(`${"漢".repeat(55)}x`)).toBe(2);
    expect(await total(`${"z".repeat(60)}x`)).toBe(1);
    await copy.remove([first.courseId, second.courseId]);
  });
});

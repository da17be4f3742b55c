import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import { wordsOf } from "@/features/search/analyser";
import { FACETS, type SearchEngine } from "@/features/search/engine";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertProvider, makeRun } from "@/tests/factories";
import { eachServer } from "@/tests/meilisearch-server";
import { NO_REQUEST } from "@/tests/search-contract";
import { copiedEngine } from "./copied-engine.fixture";

const COURSES = 80;
const REQUESTS = 200;
/** Letters of a few kinds, so that words meet; what folds, joins, or is written without spaces. */
const LETTERS = [
  "abe",
  "ABE",
  "łøßæœđþħŋ",
  "éàïÅ",
  "αβγςΣ",
  "абвйЙ",
  "漢字学",
  "かなカナ",
  "한글",
  "ابت",
  "אבג",
  "กขค",
  "कखि",
  "019",
  "٣½Ⅳ²",
];
const SEPARATORS = [" ", " ", " ", "-", ", ", "/", "_", "·", "'", "’", "\u00AD", "。", "\t", "🙂"];

const letter = fc.constantFrom(...LETTERS).chain((kind) => fc.constantFrom(...kind));
const sameLetters = fc
  .constantFrom(...LETTERS)
  .chain((kind) => fc.string({ unit: fc.constantFrom(...kind), minLength: 1, maxLength: 4 }));
const word = fc.oneof(
  { weight: 4, arbitrary: sameLetters },
  { weight: 1, arbitrary: fc.string({ unit: letter, minLength: 1, maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom("a".repeat(120), "λ".repeat(99), "漢".repeat(40)) },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(...SEPARATORS)), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.flat().join(""));

eachServer((server) => {
  const database = testDatabase();
  let meilisearch: SearchEngine;
  let texts: string[];
  beforeAll(async () => {
    const provider = await insertProvider(database.db, { content: { legalName: { en: "P" } } });
    texts = fc.sample(text, { seed: 7, numRuns: COURSES });
    for (const [i, title] of texts.entries()) {
      const content = {
        provider: provider.id,
        // A title must say something; where it does is not what is asked here.
        title: { en: i % 2 === 0 ? `x${title}` : "x" },
        description: { en: title },
        runs: [makeRun({ languages: i % 3 === 0 ? ["en"] : ["fi"] })],
      };
      await insertCourse(database.db, { content });
    }
    meilisearch = copiedEngine(database.db, server);
  });

  it("words of any script, whole or begun, find the same courses as in Postgres", async () => {
    const part = fc.tuple(fc.nat(COURSES - 1), fc.nat(60), fc.nat(60)).map(([which, from, length]) => {
      return [...(texts[which] ?? "")].slice(from % 20, (from % 20) + 1 + length).join("");
    });
    const query = fc.oneof(
      { weight: 3, arbitrary: part },
      { weight: 1, arbitrary: text },
      fc.string({ unit: "grapheme" }),
    );
    const postgres = postgresEngine(database.db);
    let found = 0;
    await fc.assert(
      fc.asyncProperty(query, async (typed) => {
        const request = { ...NO_REQUEST, query: typed.slice(0, 256), limit: COURSES, facets: [...FACETS] };
        const [a, b] = [await meilisearch.search(request), await postgres.search(request)];
        found += wordsOf(typed).length > 0 && b.total < COURSES && b.total > 0 ? 1 : 0;
        expect({ ...a, engine: "", ids: [...a.ids].sort() }).toEqual({
          ...b,
          engine: "",
          ids: [...b.ids].sort(),
        });
      }),
      { seed: 3, numRuns: REQUESTS },
    );
    expect(found).toBeGreaterThan(REQUESTS / 4);
  });
});

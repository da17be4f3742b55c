import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { mistakesForgiven } from "./edits";
import type { Lexicon } from "./lexicon";
import { aWord, oneMistakeIn } from "./mistakes.fixture";
import { lexiconOf } from "./queries";

/** Words and one mistake in each, the same ones every time. */
const PAIRS = fc
  .sample(
    aWord.chain((word) => fc.tuple(fc.constant(word), oneMistakeIn(word))),
    { seed: 4, numRuns: 1_500 },
  )
  .filter(([word, typed]) => typed !== word && mistakesForgiven(typed) > 0);

describe("similar terms", () => {
  const database = testDatabase();
  const asking = <T>(work: (lexicon: Lexicon) => Promise<T>) => work(lexiconOf(database.db));

  beforeAll(async () => {
    const terms = [...PAIRS.map(([word]) => word), "programming", "welding", "iso9001", "tietojenkasittely"];
    await database.sql`
      insert into search_terms (term, course_count)
      select term, 1 + length(term) from unnest(${terms}::text[]) as term on conflict do nothing`;
    await database.sql`insert into search_terms (term, course_count) values ('goneaway', 0)`;
  });

  it("has the term behind any one mistake, wherever it is", async () => {
    const found = await asking((lexicon) =>
      lexicon.similar(PAIRS.map(([, typed]) => ({ word: typed, mayBegin: false }))),
    );
    const missed = PAIRS.filter(([word, typed]) => !found.get(typed)?.some((term) => term.word === word));
    expect(missed).toEqual([]);
  });

  it("has the term behind one mistake in a beginning, but for its last letters", async () => {
    const begun = PAIRS.map(([word, typed]) => ({ word: `${word}zzzz`, typed }));
    await database.sql`
      insert into search_terms (term, course_count)
      select term, 1 from unnest(${begun.map(({ word }) => word)}::text[]) as term on conflict do nothing`;
    const sure = begun.filter(
      ({ word, typed }) => typed.at(-1) === word.at(-5) && typed.at(-2) === word.at(-6),
    );
    const found = await asking((lexicon) =>
      lexicon.similar(sure.map(({ typed }) => ({ word: typed, mayBegin: true }))),
    );
    const missed = sure.filter(({ word, typed }) => !found.get(typed)?.some((term) => term.word === word));
    expect(sure.length).toBeGreaterThan(500);
    expect(missed).toEqual([]);
    await database.sql`delete from search_terms where term like '%zzzz'`;
  });

  it("is right and in order: never further than is forgiven, never what was typed, never what no course has", async () => {
    const words = [
      "weldimg",
      "welding",
      "programmimg",
      "goneawax",
      "iso9002",
      "weld",
      "tietojenkasitelty",
      "teitojenkasittelx",
    ];
    const found = await asking((lexicon) =>
      lexicon.similar(words.map((word) => ({ word, mayBegin: false }))),
    );
    expect(Object.fromEntries(found)).toEqual({
      welding: [],
      weldimg: [{ word: "welding", courses: 8, mistakes: 1, isWhole: true }],
      programmimg: [{ word: "programming", courses: 12, mistakes: 1, isWhole: true }],
      // Only its middle is whole.
      teitojenkasittelx: [{ word: "tietojenkasittely", courses: 18, mistakes: 2, isWhole: true }],
      tietojenkasitelty: [{ word: "tietojenkasittely", courses: 18, mistakes: 2, isWhole: true }],
    });
  });

  it("takes anything for a word", async () => {
    const hostile = [
      "'; drop",
      "%%%%%%",
      "______",
      "\\\\\\\\\\\\",
      "漢字漢字漢字",
      "😀😀😀😀😀😀",
      "x".repeat(300),
      "a:*|b&c!",
    ];
    const asked = hostile.map((word) => ({ word, mayBegin: true }));
    await asking(async (lexicon) => {
      await lexicon.similar(asked);
      await lexicon.known(hostile);
      await lexicon.beginning(hostile);
    });
  });
});

import "server-only";
import { sql } from "drizzle-orm";
import { byIndexAlone, type Database } from "@/db/client";
import { texts } from "@/db/rows";
import { searchTerms, searchValues, searchWords } from "@/db/schema/search";
import { EVERY_COURSE } from "@/features/postgres-search/values";
import { mistakesBetween, mistakesForgiven, parts, swaps } from "./edits";
import {
  type Asked,
  BEGINNING_TERMS,
  byLikelihood,
  type Condition,
  type Lexicon,
  SIMILAR_TERMS,
  type SimilarTerm,
  type Term,
} from "./lexicon";

/** Sorts after every letter: what begins with a word lies between the word and the word with this. */
const LAST = "\u{10FFFF}";

/** The terms and documents of the database. */
export function lexiconOf(all: Database): Lexicon {
  const db = byIndexAlone(all);
  return {
    async courses() {
      const { facet, value } = EVERY_COURSE;
      const [row] = await db.execute<{ courses: number }>(sql`
        select course_count as courses from ${searchValues} where facet = ${facet} and value = ${value}`);
      return row?.courses ?? 0;
    },

    async known(words) {
      if (words.length === 0) return new Map();
      const rows = await db.execute<{ term: string; courses: number }>(sql`
        select term, course_count as courses from ${searchTerms}
        where term = any(${texts(words)}) and course_count > 0`);
      return new Map(rows.map(({ term, courses }) => [term, courses]));
    },

    async beginning(words) {
      if (words.length === 0) return new Map();
      const rows = await db.execute<{ asked: string; word: string; courses: number }>(sql`
        select asked.word as asked, found.term as word, found.course_count as courses
        from unnest(${texts(words)}) as asked(word) cross join lateral (
          select term, course_count from ${searchTerms}
          where term >= asked.word and term < asked.word || ${LAST} and course_count > 0
          order by course_count desc, term limit ${BEGINNING_TERMS}::int) as found`);
      return grouped(rows);
    },

    async similar(asked) {
      const correctable = asked.filter(({ word }) => mistakesForgiven(word) > 0);
      if (correctable.length === 0) return new Map();
      const rows = await db.execute<{ asked: string; word: string; courses: number }>(nearTerms(correctable));
      return new Map(
        [...grouped(rows)].map(([word, terms]) => {
          const mayBegin = correctable.some((one) => one.word === word && one.mayBegin);
          return [word, likeliest(word, mayBegin, terms)];
        }),
      );
    },

    async found(searches, most) {
      if (searches.length === 0) return [];
      const rows = await db.execute<{ courses: number }>(sql`
        select (
          select count(*)::int
          from (select from ${searchWords} where words @@ asked.search::tsquery limit ${most}::int) as courses
        ) as courses
        from unnest(${texts(searches.map(toTsquery))}) with ordinality as asked(search, place) order by place`);
      return rows.map(({ courses }) => courses);
    },
  };
}

function grouped(rows: readonly { asked: string; word: string; courses: number }[]): Map<string, Term[]> {
  const groups = new Map<string, Term[]>();
  for (const { asked, ...term } of rows) groups.set(asked, [...(groups.get(asked) ?? []), term]);
  return groups;
}

/** Words are letters and digits: nothing in them needs escaping. */
const toTsquery = (conditions: readonly Condition[]): string => conditions.map(clause).join(" & ");

function clause(condition: Condition): string {
  switch (condition.kind) {
    case "any":
      return `(${condition.words.map((word) => `'${word}'`).join(" | ")})`;
    case "beginning":
      return `'${condition.word}':*`;
    case "side by side":
      return `('${condition.first}' <-> '${condition.second}'${condition.mayBegin ? ":*" : ""})`;
  }
}

/**
 * A query for (asked, word, courses), of terms that share a part with a word and are near it by the rougher measure of
 * Postgres. There a swap of neighbours counts two: where one mistake is forgiven those of the word are looked up, where two
 * are, twice as many count.
 */
function nearTerms(asked: readonly Asked[]) {
  const near = asked.map(({ word, mayBegin }) => ({
    word,
    mayBegin,
    forgiven: mistakesForgiven(word),
    swapped: swaps(word),
    ...parts(word),
  }));
  const isNear = sql`levenshtein_less_equal(term, word, bound) <= bound`;
  const beginsNear = sql`least(
    levenshtein_less_equal(left(term, size), word, bound),
    levenshtein_less_equal(left(term, size - 1), word, bound),
    levenshtein_less_equal(left(term, size + 1), word, bound),
    case when forgiven = 2 then levenshtein_less_equal(left(term, size - 2), word, bound) end,
    case when forgiven = 2 then levenshtein_less_equal(left(term, size + 2), word, bound) end) <= bound`;
  const fits = sql`char_length(term) between size - forgiven and size + forgiven`;
  const reach = sql`case when may_begin then char_length(term) >= size - forgiven and ${beginsNear} else ${fits} and ${isNear} end`;
  return sql`
    with asked as materialized (
      select word, "mayBegin" as may_begin, forgiven, swapped, start, middle, "end" as ending,
        char_length(word) as size, case when forgiven = 1 then 1 else 4 end as bound
      from jsonb_to_recordset(${JSON.stringify(near)}::jsonb) as near(
        word text, "mayBegin" boolean, forgiven int, swapped text[], start text, middle text, "end" text)
    )
    select asked.word as asked, found.term as word, found.course_count as courses
    from asked cross join lateral (
      select term, course_count from ${searchTerms}
      where term >= start and term < start || ${LAST} and ${reach}
      union
      select term, course_count from ${searchTerms}
      where term like '%' || ending || case when may_begin then '%' else '' end and ${reach}
      union
      select term, course_count from ${searchTerms}
      where middle is not null and term like '%' || middle || '%' and ${reach}
      union
      select term, course_count from unnest(swapped) as swap join ${searchTerms}
        on term >= swap and term <= case when may_begin then swap || ${LAST} else swap end
    ) as found
    where course_count > 0`;
}

function likeliest(word: string, mayBegin: boolean, terms: readonly Term[]): SimilarTerm[] {
  const forgiven = mistakesForgiven(word);
  const similar = terms
    .filter((term) => !/\p{N}/u.test(term.word))
    .flatMap((term): SimilarTerm[] => {
      const found = mistakesBetween(word, term.word);
      const beginning = mayBegin ? found.beginning : Number.POSITIVE_INFINITY;
      const mistakes = Math.min(found.whole, beginning);
      // What is, or begins with, the word itself needs no forgiveness.
      return mistakes === 0 || mistakes > forgiven
        ? []
        : [{ ...term, mistakes, isWhole: found.whole <= beginning }];
    })
    .sort(byLikelihood);
  const kinds = [true, false].map((isWhole) => similar.filter((term) => term.isWhole === isWhole));
  return kinds.flatMap((kind) => kind.slice(0, SIMILAR_TERMS)).sort(byLikelihood);
}

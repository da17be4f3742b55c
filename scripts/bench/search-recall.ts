import type { Connection } from "@/db/client";
import { searchAsRead, wordsReader } from "@/features/finding/as-read";
import { wordsOf } from "@/features/search/analyser";
import type { SearchEngine, SearchRequest } from "@/features/search/engine";
import { showTable } from "./figures";
import { Random } from "./random";
import { mistyped } from "./search-requests";

const ITEMS = 150;
/** An item is known by words that no more courses than these have together. */
const RARE = 5;
const FIRST = 10;

/** What is typed for an item, and the share of items that must be among the first ten. */
const VARIANTS: {
  name: string;
  goal: number;
  type(random: Random, words: readonly string[]): string[] | null;
}[] = [
  { name: "as written", goal: 0.995, type: (_, words) => [...words] },
  {
    name: "with other accents",
    goal: 0.995,
    type: (_, words) => words.map((word) => word.replace(/[aou]/g, accented)),
  },
  {
    name: "last word begun",
    goal: 0.995,
    type: (_, words) => withLast(words, (word) => word.slice(0, Math.max(4, word.length - 2))),
  },
  {
    name: "one mistake",
    goal: 0.975,
    type: (random, words) => withLong(words, 5, (word) => mistyped(random, word)),
  },
  {
    name: "mistake in the first letter",
    goal: 0.95,
    type: (_, words) => withLong(words, 5, (word) => (word[0] === "q" ? "v" : "q") + word.slice(1)),
  },
  {
    name: "two mistakes in a long word",
    goal: 0.89,
    type: (random, words) => withLong(words, 9, (word) => mistyped(random, mistyped(random, word))),
  },
  {
    name: "a mistake, last word begun",
    goal: 0.97,
    type: (random, words) =>
      words.length < 2
        ? null
        : withLast(
            withFirst(words, 5, (word) => mistyped(random, word)),
            (word) => word.slice(0, Math.max(4, word.length - 2)),
          ),
  },
];

/** How often a course that is looked for by two or three words of its title is among the first ten found. */
export async function benchRecall(
  { db, sql }: Connection,
  engines: readonly SearchEngine[],
  template: SearchRequest,
): Promise<void> {
  const [judge] = engines;
  if (!judge) return;
  const items: { id: string; words: string[] }[] = [];
  const random = new Random(3);
  const rows = await sql<{ id: string; title: string }[]>`
    select id, title->>'en' as title from courses where status = 'published' order by md5(id::text) limit 2000`;
  for (const { id, title } of rows) {
    if (items.length === ITEMS) break;
    const words = [...new Set(wordsOf(title))]
      .filter((word) => word.length >= 4)
      .slice(-(2 + random.below(2)));
    if (words.length < 2) continue;
    // As whole words: the last one would else be a beginning.
    const { total } = await judge.search(asked(template, [...words].reverse().join(" ")));
    if (total > 0 && total <= RARE) items.push({ id, words });
  }
  const table: (string | number)[][] = [];
  for (const { name, goal, type } of VARIANTS) {
    const typed = items.flatMap(({ id, words }) => {
      const query = type(random, words);
      return query === null ? [] : [{ id, query: query.join(" ") }];
    });
    const row: (string | number)[] = [name, typed.length];
    for (const engine of engines) {
      let found = 0;
      for (const { id, query } of typed) {
        const { answer } = await searchAsRead(engine, asked(template, query), wordsReader(db));
        if (answer.ids.includes(id)) found += 1;
      }
      row.push((found / Math.max(1, typed.length)).toFixed(3));
    }
    table.push([...row, goal]);
  }
  showTable(["among the first ten", "items", ...engines.map(({ name }) => name), "goal"], table);
}

const asked = (template: SearchRequest, query: string): SearchRequest => ({
  ...template,
  query,
  selection: {},
  sort: "relevance",
  facets: [],
  offset: 0,
  limit: FIRST,
});

const accented = (letter: string) => ({ a: "á", o: "ö", u: "ů" })[letter] ?? letter;
const withLast = (words: readonly string[] | null, change: (word: string) => string): string[] | null =>
  words && [...words.slice(0, -1), change(words.at(-1) ?? "")];

/** With a change in the first word that is long enough; null where none is. */
function withLong(
  words: readonly string[],
  length: number,
  change: (word: string) => string,
): string[] | null {
  const at = words.findIndex((word) => word.length >= length);
  return at < 0 ? null : words.map((word, i) => (i === at ? change(word) : word));
}

function withFirst(
  words: readonly string[],
  length: number,
  change: (word: string) => string,
): string[] | null {
  const [first = "", ...others] = words;
  return first.length < length ? null : [change(first), ...others];
}

import { readWords } from "@/features/search/analyser";
import type { SearchRequest } from "@/features/search/engine";
import type { Token } from "@/features/spelling/tokens";
import { fold } from "@/lib/fold";
import { joinSegments } from "./segments";
import type { Segment } from "./view";

/** What an engine was asked for. */
export type Searched = Pick<SearchRequest, "query" | "spelling">;

/** A word that was looked for. */
export interface Sought {
  /** For what may stand for it: letters and digits only. */
  tsquery: string;
  isMetBy(word: string): boolean;
  /** Whether it can be in a text at all, told from the folded text. */
  mayBeIn(folded: string): boolean;
}

/** Letters; of shorter words, such as "a" and "in", nobody wonders where they were found. */
const TELLING = 3;

/** What was asked for, word by word; words too short to tell anything only where there are no others. */
export function soughtWords({ query, spelling }: Searched): Sought[] {
  const { whole, beginning } = readWords(query);
  const words = spelling ? spelling.alternatives : [...new Set(whole)].map((word) => [word]);
  const sought = [
    ...words.map((alternatives) => ({ longest: longestOf(alternatives), sought: anyOf(alternatives) })),
    ...(spelling || beginning === null ? [] : [{ longest: beginning.length, sought: beginsWith(beginning) }]),
  ];
  const telling = sought.filter(({ longest }) => longest >= TELLING);
  return (telling.length > 0 ? telling : sought).map((one) => one.sought);
}

const longestOf = (words: readonly string[]): number => Math.max(...words.map((word) => word.length));

const anyOf = (words: readonly string[]): Sought => ({
  tsquery: words.map((word) => `'${word}'`).join(" | "),
  isMetBy: (word) => words.includes(word),
  mayBeIn: (folded) => words.some((word) => folded.includes(word)),
});

const beginsWith = (beginning: string): Sought => ({
  tsquery: `'${beginning}':*`,
  isMetBy: (word) => word.startsWith(beginning),
  mayBeIn: (folded) => folded.includes(beginning),
});

/** A text in parts, and those of the words looked for that are in it. */
export interface Marked {
  language: string;
  segments: Segment[];
  met: ReadonlySet<Sought>;
}

/** Whole words are marked, never a part of one: folding may change how long a word is. */
export function markTokens(language: string, parts: readonly Token[], sought: readonly Sought[]): Marked {
  const met = new Set<Sought>();
  const segments = parts.map(({ text, words }): Segment => {
    const here = sought.filter((one) => words.some(one.isMetBy));
    for (const one of here) met.add(one);
    return { text, hit: here.length > 0 };
  });
  return { language, segments: joinSegments(segments), met };
}

/** Whether it is worth while to look for words in a text. */
export function mayCarry(text: string, sought: readonly Sought[]): boolean {
  const folded = fold(text);
  return sought.some((one) => one.mayBeIn(folded));
}

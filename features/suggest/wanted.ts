import { readWords, toTsquery, wordsOf } from "@/features/search/analyser";
import type { Spelling } from "@/features/search/engine";
import { foldName } from "@/features/search-names/name-rows";

/** What was typed, ready to be compared with names. */
export interface Wanted {
  /** Text of a tsquery over the words of names. */
  tsquery: string;
  /** The same, the last word as a whole one too. */
  wholeWords: string;
  /** Folded words with one space between: how a name begins that is typed from its first letter. */
  beginning: string;
  /** Whether a name has all the words, the last of them perhaps as a beginning. */
  isIn: (name: string) => boolean;
  /** The same of a name in folded words. */
  isAmong: (words: readonly string[]) => boolean;
}

/** Null where nothing typed is a word. With `spelling`, for what the words may stand for. */
export function toWanted(typed: string, spelling: Spelling | null = null): Wanted | null {
  const tsquery = toTsquery(typed, spelling);
  if (tsquery === null || tsquery === "") return null;
  const { whole, beginning } = spelling ? { whole: [], beginning: null } : readWords(typed);
  const alternatives = spelling?.alternatives ?? whole.map((word) => [word]);
  const isAmong = (known: readonly string[]) =>
    alternatives.every((meant) => meant.some((word) => known.includes(word))) &&
    (beginning === null || known.some((word) => word.startsWith(beginning)));
  return {
    tsquery,
    wholeWords: tsquery.replace(":*", ""),
    beginning: foldName(spelling?.corrected ?? typed),
    isIn: (name) => isAmong(wordsOf(name)),
    isAmong,
  };
}

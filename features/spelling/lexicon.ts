/** A word of the catalogue's documents. */
export interface Term {
  word: string;
  /** Courses that have it, at least one. */
  courses: number;
}

export interface SimilarTerm extends Term {
  mistakes: number;
  /** The term itself is meant, or one that begins with what was meant. */
  isWhole: boolean;
}

/** A word that is looked for in the terms; one that was typed last may be a beginning. */
export interface Asked {
  word: string;
  mayBegin: boolean;
}

/** One condition on a course: it has any of some words, a word that begins so, or two words side by side. */
export type Condition =
  | { kind: "any"; words: readonly string[] }
  | { kind: "beginning"; word: string }
  | { kind: "side by side"; first: string; second: string; mayBegin: boolean };

/** The words of all courses, and which courses have them. */
export interface Lexicon {
  /** How many courses there are. */
  courses(): Promise<number>;
  /** Of these words, those that courses have, and how many courses. */
  known(words: readonly string[]): Promise<Map<string, number>>;
  /** For each beginning the terms that begin so, those of most courses first; at most `BEGINNING_TERMS`. */
  beginning(words: readonly string[]): Promise<Map<string, Term[]>>;
  /** For each word the terms it may stand for, the likeliest first; at most `SIMILAR_TERMS` of either kind. */
  similar(asked: readonly Asked[]): Promise<Map<string, SimilarTerm[]>>;
  /** For each list of conditions how many courses meet all of them, counted up to `most`. */
  found(searches: readonly (readonly Condition[])[], most: number): Promise<number[]>;
}

export const BEGINNING_TERMS = 50;
export const SIMILAR_TERMS = 20;

/** Fewest mistakes, then whole words, then most courses. */
export function byLikelihood(a: SimilarTerm, b: SimilarTerm): number {
  return (
    a.mistakes - b.mistakes ||
    Number(b.isWhole) - Number(a.isWhole) ||
    b.courses - a.courses ||
    (a.word < b.word ? -1 : 1)
  );
}

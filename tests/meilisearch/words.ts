/** A text of a document as words with their places; between texts of one field there is a gap. */
export interface FieldWords {
  places: ReadonlyMap<string, readonly number[]>;
}

export interface Term {
  /** More than one: a phrase. */
  words: readonly string[];
  isPhrase: boolean;
  isBeginning: boolean;
}

export interface ParsedQuery {
  terms: Term[];
  not: string[];
}

/** Words from the eleventh on are passed over, whatever the strategy. */
const WORDS_LOOKED_AT = 10;
const GAP = 8;

export function fieldWords(texts: readonly string[], nonSeparators: readonly string[]): FieldWords {
  const places = new Map<string, number[]>();
  let place = 0;
  for (const text of texts) {
    for (const { word } of tokens(text, nonSeparators))
      if (word !== null) places.set(word, [...(places.get(word) ?? []), place++]);
    place += GAP;
  }
  return { places };
}

export function parseQuery(query: string, nonSeparators: readonly string[]): ParsedQuery {
  const parsed: ParsedQuery = { terms: [], not: [] };
  let phrase: string[] | null = null;
  let isNot = false;
  let afterSpace = true;
  const all = tokens(query, nonSeparators);
  for (const [i, { word, text }] of all.entries()) {
    if (parsed.terms.length >= WORDS_LOOKED_AT) return parsed;
    if (word !== null) {
      if (phrase) phrase.push(word);
      else if (isNot) {
        parsed.not.push(word);
        isNot = false;
      } else parsed.terms.push({ words: [word], isPhrase: false, isBeginning: i === all.length - 1 });
    } else {
      for (const character of text) {
        if (character !== '"') continue;
        if (phrase && phrase.length > 0)
          parsed.terms.push({ words: phrase, isPhrase: true, isBeginning: false });
        phrase = phrase ? null : [];
      }
      isNot = phrase === null && text === "-" && afterSpace;
    }
    afterSpace = /\s$/.test(text);
  }
  if (phrase && phrase.length > 0) parsed.terms.push({ words: phrase, isPhrase: true, isBeginning: false });
  return parsed;
}

/** Words and what stands between them; a minus sign by itself. */
function tokens(text: string, nonSeparators: readonly string[]): { word: string | null; text: string }[] {
  const isLetter = (character: string) =>
    /[\p{L}\p{N}]/u.test(character) || nonSeparators.includes(character);
  const found: { word: string | null; text: string }[] = [];
  const folded = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
  let run = "";
  let wasLetter: boolean | null = null;
  const end = () => {
    if (run !== "") found.push({ word: wasLetter ? run : null, text: run });
    run = "";
  };
  for (const character of folded) {
    const letter = isLetter(character);
    if (letter !== wasLetter || (!letter && (character === "-" || run === "-"))) end();
    wasLetter = letter;
    run += character;
  }
  end();
  return found;
}

/** Whether the words stand one after the other. */
export function hasPhrase({ places }: FieldWords, words: readonly string[]): boolean {
  const [first = "", ...others] = words;
  return (places.get(first) ?? []).some((place) =>
    others.every((word, i) => places.get(word)?.includes(place + i + 1)),
  );
}

/** How many mistakes there are between two words, at most `most`; null: more. A wrong first letter counts twice. */
export function mistakes(typed: string, word: string, isBeginning: boolean, most: number): number | null {
  if (most === 0) return typed === word || (isBeginning && word.startsWith(typed)) ? 0 : null;
  const lengths = isBeginning
    ? Array.from({ length: 2 * most + 1 }, (_, i) => typed.length - most + i).filter(
        (n) => n > 0 && n <= word.length,
      )
    : [word.length];
  const counts = lengths.map((length) => distance(typed, word.slice(0, length)));
  const least = Math.min(...counts, isBeginning && word.startsWith(typed) ? 0 : Number.POSITIVE_INFINITY);
  const counted = least > 0 && typed[0] !== word[0] ? least + 1 : least;
  return counted <= most ? counted : null;
}

/** Letters put in, left out, changed, or two changed about. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}

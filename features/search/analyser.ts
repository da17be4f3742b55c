import { words } from "@/lib/fold";
import { TEXT_FIELDS, type TextField } from "./document";
import { type Spelling, WORDS_ASKED } from "./engine";

type Weight = "A" | "B" | "C" | "D";
const WEIGHTS: Record<TextField, Weight> = { title: "A", skills: "B", provider: "C", body: "D" };

/** Characters of a word that count; a longer one is the same as its beginning. */
const WORD_LENGTH = 100;
// What a tsvector holds: positions up to 16,383, 255 of them for a word, and 1 MB in all.
const LAST_POSITION = 16_383;
const POSITIONS_PER_WORD = 255;
const BYTES = 700_000;
const BYTES_PER_ENTRY = 8;

/** The words of a text as every engine knows them. */
export function wordsOf(text: string): string[] {
  return words(text).map((word) =>
    word.length > WORD_LENGTH ? [...word].slice(0, WORD_LENGTH).join("") : word,
  );
}

/**
 * The text of a tsvector: `'welding':1A,7D 'steel':2A`. Words are letters and digits only, so nothing in them needs
 * escaping. What no longer fits is left out, and the dearest texts come first.
 */
export function toTsvector(texts: Readonly<Record<TextField, readonly string[]>>): string {
  const places = new Map<string, string[]>();
  let position = 0;
  let bytes = 0;
  for (const { weight, text } of TEXT_FIELDS.flatMap((field) =>
    texts[field].map((text) => ({ weight: WEIGHTS[field], text })),
  )) {
    for (const word of wordsOf(text)) {
      const known = places.get(word) ?? [];
      position = Math.min(position + 1, LAST_POSITION);
      if (known.length >= POSITIONS_PER_WORD) continue;
      bytes += known.length === 0 ? Buffer.byteLength(word) + BYTES_PER_ENTRY : 2;
      if (bytes > BYTES) return print(places);
      known.push(`${position}${weight}`);
      places.set(word, known);
    }
  }
  return print(places);
}

function print(places: ReadonlyMap<string, readonly string[]>): string {
  return [...places].map(([word, at]) => `'${word}':${at.join(",")}`).join(" ");
}

/** The words of a query that are looked at, folded. The last word typed, where it is one of them, may be a beginning. */
export function readWords(typed: string): { whole: string[]; beginning: string | null } {
  const all = wordsOf(typed);
  return all.length > WORDS_ASKED
    ? { whole: all.slice(0, WORDS_ASKED), beginning: null }
    : { whole: all.slice(0, -1), beginning: all.at(-1) ?? null };
}

/**
 * The text of a tsquery for every word that was typed, the last of them as a beginning: `'steel' & 'weld':*`; where
 * words were misspelt, for what they may stand for: `'steel' & ('weld' | 'welt')`. Null where nothing typed is a word.
 * @param within only where they stand there; an index answers without looking at the rows unless this is asked
 */
export function toTsquery(
  typed: string,
  spelling: Spelling | null,
  within: TextField | null = null,
): string | null {
  const weight = within === null ? "" : WEIGHTS[within];
  const place = weight && `:${weight}`;
  if (spelling)
    return spelling.alternatives
      .map((words) => `(${words.map((word) => `'${word}'${place}`).join(" | ")})`)
      .join(" & ");
  const { whole, beginning } = readWords(typed);
  if (whole.length === 0 && beginning === null) return null;
  const asked = [...new Set(whole)].map((word) => `'${word}'${place}`);
  return [...asked, ...(beginning === null ? [] : [`'${beginning}':*${weight}`])].join(" & ");
}

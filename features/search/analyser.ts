import { words } from "@/lib/fold";

/** Where a word stands, dearest first: title, skills, provider, everything else. */
export type Weight = "A" | "B" | "C" | "D";

/** Characters of a word that count; a longer one is the same as its beginning. */
const WORD_LENGTH = 100;
// What a tsvector holds: positions up to 16,383, 255 of them for a word, and 1 MB in all.
const LAST_POSITION = 16_383;
const POSITIONS_PER_WORD = 255;
const BYTES = 700_000;
const BYTES_PER_ENTRY = 8;

function wordsOf(text: string): string[] {
  return words(text).map((word) =>
    word.length > WORD_LENGTH ? [...word].slice(0, WORD_LENGTH).join("") : word,
  );
}

/**
 * The text of a tsvector: `'welding':1A,7D 'steel':2A`. Words are letters and digits only, so nothing in them needs
 * escaping. What no longer fits is left out, and the dearest texts come first.
 */
export function toTsvector(texts: readonly { weight: Weight; text: string }[]): string {
  const places = new Map<string, string[]>();
  let position = 0;
  let bytes = 0;
  for (const { weight, text } of [...texts].sort((a, b) => (a.weight < b.weight ? -1 : 1))) {
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

/**
 * The text of a tsquery for every word that was typed, the last of them as a beginning: `'steel' & 'weld':*`. Null
 * where nothing typed is a word.
 * @param within only where they stand; an index answers without looking at the rows unless this is asked
 */
export function toTsquery(typed: string, within: Weight | "" = ""): string | null {
  const asked = wordsOf(typed);
  const last = asked.pop();
  if (last === undefined) return null;
  const whole = [...new Set(asked)].map((word) => `'${word}'${within && `:${within}`}`);
  return [...whole, `'${last}':*${within}`].join(" & ");
}

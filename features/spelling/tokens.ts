import { words } from "@/lib/fold";

/** A part of a text: one that folds to words, or what stands between two of them. */
export interface Token {
  text: string;
  /** Mostly one; none: no word is in it. */
  words: string[];
}

// Letters, digits, accents, and the blocks of signs that fold to letters: "№" is "no", "②" is "2", "㎏" is "kg".
const WORD =
  /[\p{L}\p{N}\p{M}\u20A8\u2100-\u214F\u2460-\u24FF\u2E80-\u2FDF\u3190-\u319F\u3200-\u33FF\uFDFC\u{1CCD6}-\u{1CCEF}\u{1F100}-\u{1F2FF}]+/gu;

/** Folds by its case alone, which is quick. */
const PLAIN = /^[A-Za-z0-9]+$/;

/** A text in parts that, one after another, are the text again; whose words, one after another, are those of the text. */
export function tokens(text: string): Token[] {
  const parts: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), words: [] });
    parts.push({ text: match[0], words: PLAIN.test(match[0]) ? [match[0].toLowerCase()] : words(match[0]) });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), words: [] });
  return parts;
}

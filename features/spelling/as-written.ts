import { fold } from "@/lib/fold";
import { tokens } from "./tokens";

/**
 * A query whose words came folded from the list of terms, with the accents they have in texts that were found by it; a word
 * that stands in none of these stays as it is.
 */
export function asWritten(query: string, texts: readonly string[]): string {
  return tokens(query)
    .map(({ text, words }) => {
      const [word] = words;
      return words.length === 1 && word === text ? (writtenForm(word, texts) ?? text) : text;
    })
    .join("");
}

/** As it stands inside a text; of the first word of one, whose capital says nothing, in small letters. */
function writtenForm(word: string, texts: readonly string[]): string | null {
  let first: string | null = null;
  for (const text of texts) {
    if (!fold(text).includes(word)) continue;
    const parts = tokens(text).filter(({ words }) => words.length > 0);
    const place = parts.findIndex(({ words }) => words.length === 1 && words[0] === word);
    const found = parts[place]?.text;
    if (found === undefined) continue;
    if (place > 0) return found;
    first ??= isAbbreviation(found) ? found : found.toLowerCase();
  }
  return first;
}

const isAbbreviation = (text: string): boolean => text.length <= 5 && text === text.toUpperCase();

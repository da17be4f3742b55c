import { readWords, wordsOf } from "@/features/search/analyser";

// The server cuts texts into words by rules of its own, which differ by script and by how it was built, and guesses where
// two words may be meant. In the exact twins of texts each word therefore has a form that it cannot cut or take for
// another: ASCII letters and digits as they are, any other character as its code, and an end mark. So a word that is
// searched whole is that word, "database" does not stand for "data base", and a beginning is a beginning.

/** A letter to the server, which leaves it as it is, and one that no word of ours has: folding makes it an h. */
const MARK = "ħ";
/** Beginnings of so many characters, where not all are ASCII, are words of their own. */
const SHORT = 3;
/** The server passes over words of more than 250 bytes. */
const FORM_BYTES = 240;

/** A whole word. */
export const wholeForm = (word: string): string => `${encoded(word)}${MARK}`;

/**
 * A beginning. The server knows by heart which courses have the short beginnings that are common in the forgiving texts;
 * of any other it looks at the first thousand words alone. A short one that is not in ASCII is thus written down.
 */
export function beginningForm(beginning: string): { form: string; isWord: boolean } {
  return isWrittenDown(beginning)
    ? { form: shortForm(beginning), isWord: true }
    : { form: encoded(beginning), isWord: false };
}

/** Texts as the exact twin of a field has them: each its own, and last the short beginnings that are written down. */
export function exactTexts(texts: readonly string[]): string[] {
  const all = texts.map(wordsOf);
  const beginnings = new Set(all.flat().flatMap(writtenDown));
  return [...all.map((words) => words.map(wholeForm).join(" ")), [...beginnings].join(" ")].filter(Boolean);
}

/** Texts as the forgiving fields have them: folded, so that the server treats all letters as we do. */
export const forgivingTexts = (texts: readonly string[]): string[] =>
  texts.map((text) => wordsOf(text).join(" ")).filter(Boolean);

/**
 * The same of a long field: its words alone, each once and apart from the others. The server would keep which words stand
 * near each other, half of the index and of the time to build it, and forgiving needs it for no long text.
 */
export const forgivingWords = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap(wordsOf))].sort();

/** A query of words as they were typed, or as they were meant, for the exact twins. Null where nothing is a word. */
export function exactQuery(typed: string, { isWhole = false } = {}): string | null {
  const { whole, beginning } = isWhole ? { whole: wordsOf(typed), beginning: null } : readWords(typed);
  const words = whole.map((word) => `"${wholeForm(word)}"`);
  if (beginning !== null) {
    const { form, isWord } = beginningForm(beginning);
    words.push(isWord ? `"${form}"` : form);
  }
  return words.join(" ") || null;
}

/** The same for the forgiving fields; a last word that is whole is followed by a space. */
export function forgivingQuery(typed: string): string | null {
  const { whole, beginning } = readWords(typed);
  return beginning === null
    ? whole.map((word) => `${word} `).join("") || null
    : [...whole, beginning].join(" ");
}

const isAscii = (text: string): boolean => /^[a-z0-9]*$/.test(text);

const isWrittenDown = (beginning: string): boolean => [...beginning].length <= SHORT && !isAscii(beginning);

const shortForm = (beginning: string): string => `${encoded(beginning)}${MARK}${MARK}`;

function writtenDown(word: string): string[] {
  if (isAscii(word)) return [];
  const characters = [...word].slice(0, SHORT);
  return characters
    .map((_, last) => characters.slice(0, last + 1).join(""))
    .filter(isWrittenDown)
    .map(shortForm);
}

/** Character by character, so that what begins a word begins its code. A long one is cut between characters. */
function encoded(word: string): string {
  let form = "";
  let bytes = 0;
  for (const character of word) {
    const code = isAscii(character)
      ? character
      : `${MARK}${(character.codePointAt(0) ?? 0).toString(36).padStart(4, "0")}`;
    bytes += Buffer.byteLength(code);
    if (bytes > FORM_BYTES) break;
    form += code;
  }
  return form;
}

/** Words longer than this are not looked at for mistakes. */
const LONGEST = 40;

/** Letters from which one mistake is forgiven in a word, and two; of a search server we ask the same. */
export const FORGIVEN_FROM = { one: 5, two: 9 };

/** How many mistakes are forgiven in a word: none in a short one or beside digits. */
export function mistakesForgiven(word: string): 0 | 1 | 2 {
  const length = [...word].length;
  if (length < FORGIVEN_FROM.one || length > LONGEST || /\p{N}/u.test(word)) return 0;
  return length < FORGIVEN_FROM.two ? 1 : 2;
}

/**
 * The mistakes by which what was typed differs from a term; and from a beginning of it that ends in the last letter typed,
 * since where that one is wrong any end would do. A mistake is a letter too many, too few or another one, or two neighbours
 * that have changed places.
 */
export function mistakesBetween(typed: string, term: string): { whole: number; beginning: number } {
  const [from, to] = [[...typed], [...term]];
  // Optimal string alignment: a row for each letter typed, a column for each of the term; the last two rows are kept.
  let before: number[] = [];
  let row = [0, ...to.map((_, column) => column + 1)];
  let beginning = Number.POSITIVE_INFINITY;
  for (const [i, letter] of from.entries()) {
    const next = [i + 1];
    beginning = Number.POSITIVE_INFINITY;
    for (const [j, other] of to.entries()) {
      const kept = letter === other ? at(row, j) : Number.POSITIVE_INFINITY;
      const areSwapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other;
      const ended = Math.min(kept, areSwapped ? at(before, j - 1) + 1 : Number.POSITIVE_INFINITY);
      beginning = Math.min(beginning, ended);
      next.push(Math.min(ended, at(row, j) + 1, at(row, j + 1) + 1, at(next, j) + 1));
    }
    [before, row] = [row, next];
  }
  return { whole: at(row, to.length), beginning };
}

const at = (row: readonly number[], place: number): number => row[place] ?? Number.POSITIVE_INFINITY;

/** The word with each pair of unlike neighbours in each other's place. */
export function swaps(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).flatMap((letter, i) => {
    const before = letters[i] ?? "";
    return letter === before
      ? []
      : [[...letters.slice(0, i), letter, before, ...letters.slice(i + 2)].join("")];
  });
}

/**
 * Parts of a word of which one stays whole whatever mistakes are forgiven, but for neighbours that change places across
 * a border: the halves of a word with one mistake; begin, middle and end of one with two.
 */
export function parts(word: string): { start: string; middle: string | null; end: string } {
  const letters = [...word];
  const cut = (from: number, to: number) => letters.slice(from, to).join("");
  if (mistakesForgiven(word) < 2) {
    const half = Math.floor(letters.length / 2);
    return { start: cut(0, half), middle: null, end: cut(half, letters.length) };
  }
  return {
    start: cut(0, 3),
    middle: cut(3, letters.length - 3),
    end: cut(letters.length - 3, letters.length),
  };
}

/** The word taken apart at each place where both parts have at least two letters. */
export function halves(word: string): [string, string][] {
  const letters = [...word];
  return letters.slice(4).map((_, i) => [letters.slice(0, i + 2).join(""), letters.slice(i + 2).join("")]);
}

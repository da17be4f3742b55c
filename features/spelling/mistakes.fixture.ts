import fc from "fast-check";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** A word of a few letters more than a mistake is forgiven in. */
export const aWord = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 6, maxLength: 14 })
  .map((letters) => letters.join(""));

/** The word with a letter too many, too few or another one, or two neighbours in each other's place; anywhere. */
export function oneMistakeIn(word: string): fc.Arbitrary<string> {
  const place = fc.nat(word.length - 1);
  const letter = fc.constantFrom(...LETTERS);
  const begin = (to: number) => word.slice(0, to);
  return fc.oneof(
    fc.tuple(fc.nat(word.length), letter).map(([at, one]) => begin(at) + one + word.slice(at)),
    place.map((at) => begin(at) + word.slice(at + 1)),
    fc.tuple(place, letter).map(([at, one]) => begin(at) + one + word.slice(at + 1)),
    fc
      .nat(word.length - 2)
      .map((at) => `${begin(at)}${word.slice(at + 1, at + 2)}${word.slice(at, at + 1)}${word.slice(at + 2)}`),
  );
}

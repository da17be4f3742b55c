import { isIntent } from "./intents";
import type { Condition, Lexicon } from "./lexicon";
import { conditionOf, type Place } from "./places";

/** Parts of the words that are tried, in batches; then each word is only taken where some course still has them all. */
const PARTS = 96;
const BATCH = 24;
/** Words of which every part is weighed; of more, those that say most. */
const WEIGHED = 10;

interface Word {
  /** What is shown and searched for. */
  text: string;
  condition: Condition;
  weight: number;
  place: Place;
}

/**
 * The part of the words that says most and that some course has, and what of the query is not in it: words of intent are
 * left out first, unless there are no others, and those that no course knows, then those that most courses have. Null
 * where nothing is left.
 */
export async function mostWords(
  lexicon: Lexicon,
  places: readonly Place[],
): Promise<{ kept: string; left: string[] } | null> {
  const courses = await lexicon.courses();
  const topics = places.filter(({ word }) => !isIntent(word));
  const words = (topics.length > 0 ? topics : places).flatMap((place) => wordsAt(place, courses));
  const kept = await weightiestPart(lexicon, words);
  if (kept.size === 0) return null;
  return {
    kept: words
      .filter((word) => kept.has(word))
      .map(({ text }) => text)
      .join(" "),
    left: places
      .filter((place) => !words.some((word) => word.place === place && kept.has(word)))
      .map(({ typed }) => typed),
  };
}

async function weightiestPart(lexicon: Lexicon, words: readonly Word[]): Promise<Set<Word>> {
  const areFound = async (parts: readonly (readonly Word[])[]) =>
    await lexicon.found(
      parts.map((part) => part.map(({ condition }) => condition)),
      1,
    );
  const parts = partsOf(words).slice(0, PARTS);
  for (let start = 0; start < parts.length; start += BATCH) {
    const batch = parts.slice(start, start + BATCH);
    const part = batch[(await areFound(batch)).indexOf(1)];
    if (part) return new Set(part);
  }
  const kept: Word[] = [];
  for (const word of [...words].sort(byWeight))
    if ((await areFound([[...kept, word]]))[0] === 1) kept.push(word);
  return new Set(kept);
}

const byWeight = (a: Word, b: Word): number => b.weight - a.weight;

/** All parts but the empty one, the weightiest first. Words are at most ten, or each of them two. */
function partsOf(words: readonly Word[]): Word[][] {
  const heaviest = [...words].sort(byWeight).slice(0, WEIGHED);
  const considered = words.filter((word) => heaviest.includes(word));
  return Array.from({ length: 2 ** considered.length - 1 }, (_, i) => {
    const part = considered.filter((_, place) => ((i + 1) >> place) % 2 === 1);
    return { part, weight: part.reduce((sum, word) => sum + word.weight, 0) };
  })
    .sort((a, b) => b.weight - a.weight)
    .map(({ part }) => part);
}

/** What a place can add: the word as typed, or in two, or as it was most likely meant. */
function wordsAt(place: Place, courses: number): Word[] {
  const word = (text: string, condition: Condition, having: number): Word => ({
    text,
    condition,
    weight: weightOf(having / courses),
    place,
  });
  const [likeliest] = place.similar;
  if (place.courses === 0 && place.apart === null && likeliest)
    return [word(likeliest.word, { kind: "any", words: [likeliest.word] }, likeliest.courses)];
  const known = place.courses > 0 ? [place] : (place.apart ?? []);
  return known.map((one) => word(one.typed, conditionOf(one), one.courses));
}

/** A word that more of the courses have says little: "for", "with". */
const TELLS_LITTLE = 1 / 4;

/** Words count one each, those that say little a tenth; of as many, what fewer courses have says more. */
function weightOf(share: number): number {
  const rarity = 1 - Math.min(1, share);
  return share > TELLS_LITTLE ? 0.1 + rarity / 1000 : 1 + rarity / 1000;
}

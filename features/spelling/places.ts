import { readWords } from "@/features/search/analyser";
import { halves } from "./edits";
import { isIntent } from "./intents";
import type { Condition, Lexicon, SimilarTerm, Term } from "./lexicon";
import { tokens } from "./tokens";

/** Courses with two words side by side only weigh one pair against another. */
const SIDE_BY_SIDE = 100;

/** A word of a query. */
export interface TypedWord {
  /** Folded. */
  word: string;
  /** With its accents and capitals. */
  typed: string;
  mayBegin: boolean;
}

/** A word of a query, and what the terms say of it. */
export interface Place extends TypedWord {
  /** Courses that have it or, where it may begin, words that begin so; 0: none knows it. */
  courses: number;
  /** Where it may begin: the terms that begin so. */
  begun: readonly Term[];
  /** What it may stand for, the likeliest first. */
  similar: readonly SimilarTerm[];
  /** The two words it is when written apart, where some course has them side by side. */
  apart: readonly [Place, Place] | null;
}

/** The words of a query that are looked at. */
export function typedWords(query: string): TypedWord[] {
  const typed = tokens(query).flatMap(({ text, words }) => (words.length === 1 ? [text] : words));
  const { whole, beginning } = readWords(query);
  return [
    ...whole.map((word, i) => ({ word, typed: typed[i] ?? word, mayBegin: false })),
    ...(beginning === null
      ? []
      : [{ word: beginning, typed: typed[whole.length] ?? beginning, mayBegin: true }]),
  ];
}

export function conditionOf({ word, mayBegin }: TypedWord): Condition {
  return mayBegin ? { kind: "beginning", word } : { kind: "any", words: [word] };
}

/** What the terms say of words; what they are similar to is not asked yet. */
export async function placesOf(lexicon: Lexicon, typed: readonly TypedWord[]): Promise<Place[]> {
  const [known, begun] = await Promise.all([
    lexicon.known(typed.filter(({ mayBegin }) => !mayBegin).map(({ word }) => word)),
    lexicon.beginning(typed.filter(({ mayBegin }) => mayBegin).map(({ word }) => word)),
  ]);
  return typed.map((one) => {
    const terms = (one.mayBegin && begun.get(one.word)) || [];
    const courses = one.mayBegin
      ? terms.reduce((sum, term) => sum + term.courses, 0)
      : (known.get(one.word) ?? 0);
    return { ...one, courses, begun: terms, similar: [], apart: null };
  });
}

/**
 * The words with what they may stand for: those that no course knows or, where all are known, each. Words of intent are
 * meant as they are.
 */
export async function withSimilar(lexicon: Lexicon, places: readonly Place[]): Promise<Place[]> {
  const unknown = places.filter(({ courses }) => courses === 0);
  const asked = (unknown.length > 0 ? unknown : places).filter(({ word }) => !isIntent(word));
  const [similar, ...apart] = await Promise.all([
    lexicon.similar(asked),
    ...unknown.map((place) => writtenApart(lexicon, place)),
  ]);
  return places.map((place) => ({
    ...place,
    similar: (asked.includes(place) && similar.get(place.word)) || [],
    apart: apart[unknown.indexOf(place)] ?? null,
  }));
}

/** Each two neighbours as one word. */
export function joinedNeighbours(typed: readonly TypedWord[]): TypedWord[] {
  return typed.slice(1).map((second, i) => ({
    word: `${typed[i]?.word ?? ""}${second.word}`,
    typed: `${typed[i]?.typed ?? ""}${second.typed}`,
    mayBegin: second.mayBegin,
  }));
}

/** The two words that a word is most often when written apart. */
async function writtenApart(lexicon: Lexicon, { typed, word, mayBegin }: Place): Promise<Place["apart"]> {
  const pairs = halves(word);
  const firsts = await lexicon.known(pairs.map(([first]) => first));
  const seconds = pairs.filter(([first]) => firsts.has(first)).map(([, second]) => second);
  const knownSeconds = mayBegin ? await lexicon.beginning(seconds) : await lexicon.known(seconds);
  const known = pairs.filter(([first, second]) => firsts.has(first) && knownSeconds.has(second));
  const found = await lexicon.found(
    known.map(([first, second]) => [{ kind: "side by side", first, second, mayBegin }]),
    SIDE_BY_SIDE,
  );
  const most = Math.max(0, ...found);
  const best = known[found.indexOf(most)];
  if (!best || most === 0) return null;
  // Of a word that folds to another length the parts are shown folded.
  const shown = [...typed].length === [...word].length ? halves(typed)[pairs.indexOf(best)] : best;
  const [first, second] = await placesOf(lexicon, [
    { word: best[0], typed: shown?.[0] ?? best[0], mayBegin: false },
    { word: best[1], typed: shown?.[1] ?? best[1], mayBegin },
  ]);
  return first && second ? [first, second] : null;
}

import type { Spelling } from "@/features/search/engine";
import { byLikelihood, type Condition, type Lexicon, type SimilarTerm } from "./lexicon";
import { conditionOf, type Place } from "./places";

/** A known word is seldom a mistake: it is only doubted for one that so many times as many courses have. */
const LIKELIER = 5;

/** A place as it was typed (null), or as any of these. */
interface Planned {
  place: Place;
  choices: readonly SimilarTerm[] | null;
}

/** A way to read a whole query. To write words together or apart counts as one mistake. */
export interface Plan {
  places: readonly Planned[];
  mistakes: number;
}

interface Forgiven {
  /** Words that were written together or apart. */
  made?: number;
  /** Take each word for what is nearest, or for all that is forgiven. */
  reach?: "nearest" | "all";
  /** A known word that is taken for another one too. */
  also?: Place | null;
}

/** The places, each that no course knows taken for what it may stand for; null where one stands for nothing. */
export function planOf(
  places: readonly Place[],
  { made = 0, reach = "nearest", also = null }: Forgiven = {},
): Plan | null {
  let mistakes = made;
  const planned: Planned[] = [];
  for (const place of places) {
    if (place.courses > 0 && place !== also) {
      planned.push({ place, choices: null });
      continue;
    }
    const similar = place.similar.filter((term) => term.courses >= LIKELIER * place.courses);
    const [nearest] = similar;
    if (!nearest) return null;
    mistakes += nearest.mistakes;
    const choices = similar.filter((term) => reach === "all" || term.mistakes === nearest.mistakes);
    planned.push({ place, choices });
  }
  // What reaches further comes after all that is nearest, and before one mistake more.
  return { places: planned, mistakes: reach === "all" ? mistakes + 0.5 : mistakes };
}

/** Every way to read the places with their unknown words forgiven; without such, with one word taken for another. */
export function plansOf(places: readonly Place[]): Plan[] {
  const isAnyUnknown = places.some(({ courses }) => courses === 0);
  const apart = places.map(
    ({ apart }, i) => apart && planOf([...places.slice(0, i), ...apart, ...places.slice(i + 1)], { made: 1 }),
  );
  const plans = isAnyUnknown
    ? [planOf(places), planOf(places, { reach: "all" }), ...apart]
    : places.map((also) => planOf(places, { also }));
  return plans.filter((plan) => plan !== null);
}

/** The plan of fewest mistakes, then of most courses, counted up to `most`; null where none finds any. */
export async function bestPlan(lexicon: Lexicon, plans: readonly Plan[], most: number): Promise<Plan | null> {
  const found = await lexicon.found(
    plans.map((plan) => plan.places.map(meaning)),
    most,
  );
  const [best] = plans
    .map((plan, i) => ({ plan, courses: found[i] ?? 0 }))
    .filter(({ courses }) => courses > 0)
    .sort((a, b) => a.plan.mistakes - b.plan.mistakes || b.courses - a.courses);
  return best?.plan ?? null;
}

export interface Corrected {
  /** In place of what was typed. */
  query: string;
  spelling: Spelling | null;
  corrected: string;
}

/** What a plan searches for: of each word's choices those that find something, and the likeliest of them, one by one. */
export async function settled(lexicon: Lexicon, { places }: Plan, most: number): Promise<Corrected> {
  const settledPlaces = [...places];
  const words: string[] = [];
  const alternatives: string[][] = [];
  for (const [i, { place, choices }] of places.entries()) {
    const others = settledPlaces.filter((_, other) => other !== i).map(meaning);
    const kept = choices && (await thatFind(lexicon, choices, others, most));
    const [likeliest] = kept ?? [];
    if (kept && likeliest) settledPlaces[i] = { place, choices: [likeliest] };
    words.push(likeliest?.word ?? place.typed);
    alternatives.push([
      ...new Set(kept ? kept.map(({ word }) => word) : [place.word, ...place.begun.map(({ word }) => word)]),
    ]);
  }
  const corrected = words.join(" ");
  return places.some(({ choices }) => choices)
    ? {
        query: places.map(({ place }) => place.typed).join(" "),
        spelling: { alternatives, corrected },
        corrected,
      }
    : { query: corrected, spelling: null, corrected };
}

async function thatFind(
  lexicon: Lexicon,
  choices: readonly SimilarTerm[],
  others: readonly Condition[],
  most: number,
): Promise<SimilarTerm[]> {
  // Alone, a word finds the courses that have it.
  const found =
    others.length === 0
      ? choices.map(({ courses }) => courses)
      : await lexicon.found(
          choices.map(({ word }) => [{ kind: "any" as const, words: [word] }, ...others]),
          most,
        );
  return choices
    .map((choice, i) => ({ ...choice, courses: found[i] ?? 0 }))
    .filter(({ courses }) => courses > 0)
    .sort(byLikelihood);
}

const meaning = ({ place, choices }: Planned): Condition =>
  choices ? { kind: "any", words: choices.map(({ word }) => word) } : conditionOf(place);

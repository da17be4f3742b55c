import type { Lexicon } from "./lexicon";
import { mostWords } from "./most-words";
import { conditionOf, joinedNeighbours, placesOf, typedWords, withSimilar } from "./places";
import { bestPlan, type Corrected, planOf, plansOf, settled } from "./plans";

/** How the words of a query are taken, and what is searched for in their place. */
export type WordsRead =
  /** As they were typed: a course has them all, or nothing better is known. */
  | { kind: "all" }
  /**
   * With mistakes forgiven. `spelling` is for the words of `query`, in order; null: `query` is what was meant, since words
   * were only written together or apart.
   */
  | ({ kind: "mistakes" } & Corrected)
  /** The largest part of the words that some course has, as plain words; and those left out, as they were typed. */
  | { kind: "most"; kept: string; left: string[] };

/** Courses only weigh one way of reading against another: more are not counted. */
const COUNTED = 500;

/**
 * Reads a query by its words and the words of all published courses alone, so that filters never change how: all as
 * typed; else with mistakes forgiven; else most of them. The same query over the same courses is always read alike.
 */
export async function readQuery(lexicon: Lexicon, query: string): Promise<WordsRead> {
  const typed = typedWords(query);
  if (typed.length === 0) return { kind: "all" };
  const [[courses = 0], known] = await Promise.all([
    lexicon.found([typed.map(conditionOf)], 1),
    placesOf(lexicon, [...typed, ...joinedNeighbours(typed)]),
  ]);
  if (courses > 0) return { kind: "all" };

  const joined = known.slice(typed.length);
  const places = await withSimilar(lexicon, known.slice(0, typed.length));
  const plans = [
    ...plansOf(places),
    ...joined.flatMap((place, i) =>
      place.courses === 0
        ? []
        : (planOf([...places.slice(0, i), place, ...places.slice(i + 2)], { made: 1 }) ?? []),
    ),
  ];
  const plan = await bestPlan(lexicon, plans, COUNTED);
  if (plan) return { kind: "mistakes", ...(await settled(lexicon, plan, COUNTED)) };
  const most = await mostWords(lexicon, places);
  if (most === null) return { kind: "all" };
  return most.left.length > 0
    ? { kind: "most", ...most }
    : { kind: "mistakes", query: most.kept, spelling: null, corrected: most.kept };
}

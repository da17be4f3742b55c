import { wordsOf } from "@/features/search/analyser";
import { mistakesBetween, mistakesForgiven } from "./edits";
import { BEGINNING_TERMS, byLikelihood, type Condition, type Lexicon, type SimilarTerm } from "./lexicon";

/** What a database would say of courses with these texts; by brute force. */
export function lexiconOf(courses: readonly string[]): Lexicon {
  const documents = courses.map(wordsOf);
  const counts = new Map<string, number>();
  for (const words of documents)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const terms = [...counts].map(([word, courses]) => ({ word, courses }));
  const meets =
    (words: readonly string[]) =>
    (condition: Condition): boolean => {
      switch (condition.kind) {
        case "any":
          return condition.words.some((word) => words.includes(word));
        case "beginning":
          return words.some((word) => word.startsWith(condition.word));
        case "side by side":
          return words.some((word, i) => {
            const next = words[i + 1] ?? "";
            const { first, second, mayBegin } = condition;
            return word === first && (mayBegin ? next.startsWith(second) : next === second);
          });
      }
    };
  return {
    courses: async () => documents.length,
    known: async (words) => new Map([...counts].filter(([word]) => words.includes(word))),
    beginning: async (words) =>
      new Map(
        words.flatMap((asked) => {
          const begun = terms.filter(({ word }) => word.startsWith(asked));
          const sorted = begun.sort((a, b) => b.courses - a.courses || (a.word < b.word ? -1 : 1));
          return begun.length > 0 ? [[asked, sorted.slice(0, BEGINNING_TERMS)]] : [];
        }),
      ),
    similar: async (asked) =>
      new Map(
        asked.map(({ word, mayBegin }) => {
          const forgiven = mistakesForgiven(word);
          const similar = terms.flatMap((term): SimilarTerm[] => {
            const { whole, beginning } = mistakesBetween(word, term.word);
            const mistakes = mayBegin ? Math.min(whole, beginning) : whole;
            const isMeant = mistakes > 0 && mistakes <= forgiven && !/\p{N}/u.test(term.word);
            return isMeant ? [{ ...term, mistakes, isWhole: whole <= mistakes }] : [];
          });
          return [word, similar.sort(byLikelihood)];
        }),
      ),
    found: async (searches, most) =>
      searches.map((conditions) => {
        const found = documents.filter((words) => conditions.every(meets(words)));
        return Math.min(most, found.length);
      }),
  };
}

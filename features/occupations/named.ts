import { words } from "@/lib/fold";
import type { LanguageMap } from "@/lib/language-map";

export interface NamedOccupation {
  id: string;
  uri: string;
  label: LanguageMap;
}

/**
 * Occupations of which one of the `names` has the words of a folded text, each once: those that are called so, then those
 * whose name begins with these words, then, of several words, those that have them anywhere; shorter names first. Words are
 * whole: a finished "nurse" is not the beginning of "nursery".
 */
export function byName<T extends NamedOccupation & { names: readonly string[] }>(
  candidates: readonly T[],
  text: string,
): NamedOccupation[] {
  const nearest = new Map<string, { occupation: NamedOccupation; rank: number; length: number }>();
  for (const { names, id, uri, label } of candidates) {
    for (const name of names.map((name) => words(name).join(" "))) {
      const rank = rankOf(name, text);
      if (rank === null) continue;
      const known = nearest.get(id);
      if (known && (known.rank < rank || (known.rank === rank && known.length <= name.length))) continue;
      nearest.set(id, { occupation: { id, uri, label }, rank, length: name.length });
    }
  }
  return [...nearest.values()]
    .sort((a, b) => a.rank - b.rank || a.length - b.length || (a.occupation.id < b.occupation.id ? -1 : 1))
    .map(({ occupation }) => occupation);
}

function rankOf(name: string, text: string): number | null {
  if (name === text) return 0;
  if (name.startsWith(`${text} `)) return 1;
  const [asked, known] = [text.split(" "), name.split(" ")];
  return asked.length > 1 && asked.every((word) => known.includes(word)) ? 2 : null;
}

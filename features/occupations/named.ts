import { words } from "@/lib/fold";
import type { LanguageMap } from "@/lib/language-map";

export interface NamedOccupation {
  id: string;
  uri: string;
  label: LanguageMap;
}

/**
 * Occupations with one of whose `names` a folded text agrees, each once: those that are called so, then those whose name
 * begins with these words, then those whose name goes on in the middle of the last; shorter names first.
 */
export function byName<T extends NamedOccupation & { names: readonly string[] }>(
  candidates: readonly T[],
  text: string,
): NamedOccupation[] {
  const nearest = new Map<string, { occupation: NamedOccupation; rank: number; length: number }>();
  for (const { names, id, uri, label } of candidates) {
    for (const name of names.map((name) => words(name).join(" "))) {
      if (!name.startsWith(text)) continue;
      const rank = name === text ? 0 : name.startsWith(`${text} `) ? 1 : 2;
      const known = nearest.get(id);
      if (known && (known.rank < rank || (known.rank === rank && known.length <= name.length))) continue;
      nearest.set(id, { occupation: { id, uri, label }, rank, length: name.length });
    }
  }
  return [...nearest.values()]
    .sort((a, b) => a.rank - b.rank || a.length - b.length || (a.occupation.id < b.occupation.id ? -1 : 1))
    .map(({ occupation }) => occupation);
}

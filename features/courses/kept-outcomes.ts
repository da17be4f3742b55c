import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "./schema";

export interface HeldOutcome {
  id: string;
  position: number;
  text: Outcome["text"];
}

/**
 * For each wanted outcome the id of the held one that it continues: the one with the same text, wherever it
 * stood; else, reworded, the one at the same place that nobody else continues; else null, it is new.
 */
export function keptIds(held: readonly HeldOutcome[], wanted: readonly Outcome[]): (string | null)[] {
  const left = new Map(held.map((outcome) => [outcome.id, outcome]));
  const take = (found: HeldOutcome | undefined): string | null => {
    if (found) left.delete(found.id);
    return found?.id ?? null;
  };
  const sameText = wanted.map(({ text }) =>
    take([...left.values()].find((outcome) => isDeepStrictEqual(outcome.text, text))),
  );
  return sameText.map((id, position) => id ?? take([...left.values()].find((o) => o.position === position)));
}

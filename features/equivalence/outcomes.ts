import type { OutcomeView } from "@/features/outcomes/view";
import type { ComparedOutcome, Skill } from "./view";

/** One step up the ESCO hierarchy: URI of a skill -> URIs of what is directly above it. */
export type Broader = ReadonlyMap<string, readonly string[]>;

/**
 * Outcome by outcome, by the skills that they name and never by their wording: first those of the first with the best that
 * the second has for each, then what only the second has. Every outcome of either is there.
 */
export function compareOutcomes(
  first: readonly OutcomeView[],
  second: readonly OutcomeView[],
  broader: Broader,
): ComparedOutcome[] {
  const rows = first.map((outcome) => bestFor(outcome, second, broader));
  const met = new Set(rows.flatMap((row) => row.second));
  const rest = second
    .filter((outcome) => !met.has(outcome))
    .map((outcome): ComparedOutcome => {
      const back = bestFor(outcome, first, broader);
      const of = back.relation === "only-first" ? [] : back.pairs.map(turned);
      // What is close to an outcome that has something closer still is no less close.
      return of.length === 0
        ? { ...back, relation: "only-second", first: null, second: [outcome] }
        : { ...back, first: back.second[0] ?? null, second: [outcome], pairs: of };
    });
  return [...rows, ...rest];
}

const turned = ({ first, second }: ComparedOutcome["pairs"][number]) => ({ first: second, second: first });

function bestFor(outcome: OutcomeView, others: readonly OutcomeView[], broader: Broader): ComparedOutcome {
  const mine = countedSkills(outcome);
  for (const relation of ["same", "close"] as const) {
    const meets = relation === "same" ? isSame : (a: Skill, b: Skill) => isClose(a, b, broader);
    const found = others.flatMap((other) => {
      const pairs = mine.flatMap((a) =>
        countedSkills(other)
          .filter((b) => meets(a, b))
          .map((b) => ({ first: a, second: b })),
      );
      return pairs.length > 0 ? [{ other, pairs }] : [];
    });
    if (found.length > 0) {
      return {
        relation,
        first: outcome,
        second: found.map(({ other }) => other),
        pairs: found.flatMap(({ pairs }) => pairs),
        isComparable: true,
      };
    }
  }
  return { relation: "only-first", first: outcome, second: [], pairs: [], isComparable: mine.length > 0 };
}

/** Suggested links are no one's word. */
const countedSkills = ({ skills }: OutcomeView): Skill[] =>
  skills.filter(({ method }) => method === "stated" || method === "accepted");

const isSame = (a: Skill, b: Skill): boolean => a.id === b.id;

/** One is directly above the other, or both are directly below the same concept. */
function isClose(a: Skill, b: Skill, broader: Broader): boolean {
  if (a.uri === b.uri) return false;
  const [above, other] = [broader.get(a.uri) ?? [], broader.get(b.uri) ?? []];
  return above.includes(b.uri) || other.includes(a.uri) || above.some((uri) => other.includes(uri));
}

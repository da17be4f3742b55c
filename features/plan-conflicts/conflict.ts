import { mandatoryNodes } from "@/features/pathways/requirement-tree";
import { fieldOf } from "@/features/plan-search/candidates";
import { clockOf } from "@/features/plan-search/clock";
import { msFor, type SearchOptions, search } from "@/features/plan-search/find-plan";
import { limitIds } from "@/features/planning/limits";
import type { PlanInput } from "@/features/planning/plan-input";
import { type ConstraintId, creditBounds } from "@/features/planning/problem";
import { lift } from "./lift";

/** Constraints that cannot all hold; without any one of them the rest can. */
export interface Conflict {
  constraints: ConstraintId[];
  /** False where the time limit came before the proof that none of them can be spared. */
  isMinimal: boolean;
}

/** Everything of an input that may be named in a conflict: parts of the tree, minima and maxima, other policies, limits. */
export function constraintsOf({ version, limits }: PlanInput): ConstraintId[] {
  const { policy, root } = version;
  return [
    ...limitIds(limits),
    ...(policy.recency ? ["recency"] : []),
    ...creditBounds(version).map(({ id }) => id),
    ...policy.exclusions.map((_, index) => `exclusion:${index}`),
    "sharing",
    "prerequisites",
    ...mandatoryNodes(root).map(({ id }) => `node:${id}`),
  ];
}

/** Whether there is a plan; null where the time limit came first or the work was cancelled. */
export async function isFeasible(input: PlanInput, options: SearchOptions): Promise<boolean | null> {
  const clock = clockOf(input);
  const question = { objective: null, clock: clock.isBinding ? clock : null };
  const { kind } = await search(input, await fieldOf(input), question, options);
  return kind === "found" ? true : kind === "infeasible" ? false : null;
}

/**
 * A minimal conflict of an input without a plan, by lifting constraints half by half (QuickXplain): far fewer questions
 * than one for each constraint. Constraints that come last in `constraintsOf` are the first to be kept.
 * Null where the input has a plan, or none of what can be named is to blame.
 */
export async function minimalConflict(input: PlanInput, options: SearchOptions): Promise<Conflict | null> {
  const all = constraintsOf(input);
  let isMinimal = true;
  const known = new Map<string, boolean>();

  /** No plan with only these. What cannot be told in time is read as "there is one": then more is kept than need be. */
  const conflicts = async (kept: readonly ConstraintId[]): Promise<boolean> => {
    const key = [...kept].sort().join(" ");
    const before = known.get(key);
    if (before !== undefined) return before;
    const keeps = new Set(kept);
    const lifted = all.filter((id) => !keeps.has(id)).reduce(lift, input);
    const feasible = await isFeasible(lifted, options);
    if (feasible === null) isMinimal = false;
    known.set(key, feasible === false);
    return feasible === false;
  };

  const shrink = async (
    base: readonly ConstraintId[],
    hasGrown: boolean,
    rest: readonly ConstraintId[],
  ): Promise<ConstraintId[]> => {
    if (options.signal?.aborted || (hasGrown && (await conflicts(base)))) return [];
    if (rest.length === 1) return [...rest];
    if (msFor(options) === 0) {
      isMinimal = false;
      return [...rest];
    }
    const half = Math.floor(rest.length / 2);
    const [left, right] = [rest.slice(0, half), rest.slice(half)];
    const inRight = await shrink([...base, ...left], left.length > 0, right);
    const inLeft = await shrink([...base, ...inRight], inRight.length > 0, left);
    return [...inLeft, ...inRight];
  };

  if (!(await conflicts(all)) || (await conflicts([]))) return null;
  const constraints = await shrink([], false, all);
  return options.signal?.aborted ? null : { constraints, isMinimal };
}

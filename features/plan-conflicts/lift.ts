import type { Policy, ProgrammeVersion, Requirement } from "@/features/pathways/programme";
import type { Limits } from "@/features/planning/limits";
import type { PlanInput } from "@/features/planning/plan-input";
import type { ConstraintId } from "@/features/planning/problem";

/**
 * One step towards a plan. `amount`: a minimum or maximum moved just as far as needed, from one value to
 * another (hundredths, children, cents, months). `lift`: there is no smaller step than doing without the constraint; for
 * "limit:certainty" that means to rely on "possible" as well.
 */
export type Change =
  | { kind: "amount"; constraint: ConstraintId; from: number; to: number }
  | { kind: "lift"; constraint: ConstraintId };

/** The input after a change, to be planned again. */
export function applyChange(input: PlanInput, change: Change): PlanInput {
  if (change.kind === "lift") return lift(input, change.constraint);
  const { constraint, to } = change;
  const { version, limits } = input;
  if (constraint === "limit:budget") return { ...input, limits: { ...limits, budgetCents: to } };
  const id = nodeOf(constraint);
  if (id === null) return { ...input, version: withBound(version, constraint, to) };
  return {
    ...input,
    version: { ...version, root: replaced(version.root, id, (node) => withMinimum(node, to)) },
  };
}

/** The input without a constraint: what is left asks for everything else. */
export function lift(input: PlanInput, constraint: ConstraintId): PlanInput {
  const { version } = input;
  const { policy, root } = version;
  const withPolicy = (part: Partial<Policy>) => ({
    ...input,
    version: { ...version, policy: { ...policy, ...part } },
  });
  const id = nodeOf(constraint);
  if (id !== null) return { ...input, version: { ...version, root: replaced(root, id, waived) } };
  if (constraint.startsWith("limit:")) return { ...input, limits: withoutLimit(input.limits, constraint) };
  if (constraint.startsWith("exclusion:")) {
    // Emptied, not taken out: the others keep their numbers, which are their names.
    const exclusions = policy.exclusions.map((each, index) =>
      constraint === `exclusion:${index}` ? { ...each, units: [] } : each,
    );
    return withPolicy({ exclusions });
  }
  if (constraint === "recency") return withPolicy({ recency: null });
  if (constraint === "sharing")
    return withPolicy({ sharing: [{ between: [root.id, root.id], mode: "allow" }] });
  if (constraint === "prerequisites") {
    const units = input.units.map((unit) => ({ ...unit, prerequisite: null, corequisites: [] }));
    return { ...input, units };
  }
  return { ...input, version: withBound(version, constraint, undefined) };
}

const nodeOf = (constraint: ConstraintId): string | null =>
  constraint.startsWith("node:") ? constraint.slice("node:".length) : null;

function replaced(node: Requirement, id: string, change: (node: Requirement) => Requirement): Requirement {
  if (node.id === id) return change(node);
  return "of" in node ? { ...node, of: node.of.map((child) => replaced(child, id, change)) } : node;
}

function withMinimum(node: Requirement, to: number): Requirement {
  if (node.kind === "credits") return { ...node, minCredits: to };
  return node.kind === "atLeast" ? { ...node, k: to } : node;
}

/** Met by nothing at all; what counted there still can. */
function waived(node: Requirement): Requirement {
  const { id, title } = node;
  switch (node.kind) {
    case "all":
    case "atLeast":
      return { kind: "atLeast", id, title, k: 0, of: node.of };
    case "credits": {
      const { minItems: _items, distinctFields: _fields, ...pool } = node;
      return { ...pool, minCredits: 0 };
    }
    case "item":
      return { kind: "credits", id, title, minCredits: 0, from: { units: [node.unit] } };
    case "outcome":
    case "manual":
      return { kind: "credits", id, title, minCredits: 0, from: { units: [] } };
  }
}

const LIMITS: Record<string, readonly (keyof Limits)[]> = {
  "limit:language": ["languages"],
  "limit:mode": ["modes"],
  "limit:place": ["countries", "regions"],
  "limit:budget": ["budgetCents"],
  "limit:start": ["startOn"],
  "limit:finish": ["finishBy"],
  "limit:hours": ["hoursPerWeek"],
  "limit:manual": ["manualNotMet"],
};

function withoutLimit(limits: Limits, constraint: ConstraintId): Limits {
  if (constraint === "limit:certainty") return { ...limits, certainty: "possible" };
  const dropped = LIMITS[constraint] ?? [];
  return Object.fromEntries(
    Object.entries(limits).filter(([name]) => !dropped.some((each) => each === name)),
  );
}

/** Undefined: without the bound. */
function withBound(
  version: ProgrammeVersion,
  constraint: ConstraintId,
  to: number | undefined,
): ProgrammeVersion {
  const { policy } = version;
  const { residency } = policy;
  const change = (part: Partial<Policy>) => ({ ...version, policy: { ...policy, ...part } });
  const moved = <T extends { credits: number }>(list: readonly T[], isMeant: (each: T) => boolean): T[] =>
    list.flatMap((each) => (!isMeant(each) ? [each] : to === undefined ? [] : [{ ...each, credits: to }]));
  const [name, subject] = splitOnce(constraint);
  switch (name) {
    case "total":
      return { ...version, totalCredits: to ?? 0 };
    case "level":
      return change({ levelMinima: moved(policy.levelMinima, ({ eqf }) => String(eqf) === subject) });
    case "provider":
      return change({ providerMaxima: moved(policy.providerMaxima, ({ provider }) => provider === subject) });
    case "residency-minimum":
      return change({ residency: withOptional(residency, "minFromAwardingBody", to) });
    case "recognised-maximum":
      return change({ residency: withOptional(residency, "maxRecognised", to) });
    case "recognised-share":
      return change({ residency: withOptional(residency, "maxRecognisedPercent", to) });
    case "other-awards":
      return { ...version, policy: withOptional(policy, "maxSharedWithOtherAwards", to) };
    case "recency":
      return change({
        recency: policy.recency && { ...policy.recency, maxAgeMonths: to ?? policy.recency.maxAgeMonths },
      });
    default:
      return version;
  }
}

function splitOnce(constraint: ConstraintId): [string, string] {
  const at = constraint.indexOf(":");
  return at < 0 ? [constraint, ""] : [constraint.slice(0, at), constraint.slice(at + 1)];
}

function withOptional<T extends object, K extends keyof T>(record: T, name: K, value: T[K] | undefined): T {
  const { [name]: _, ...rest } = record;
  return (value === undefined ? rest : { ...rest, [name]: value }) as T;
}

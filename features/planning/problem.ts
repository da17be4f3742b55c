import type { Edge } from "@/features/pathways/edge";
import type { Hundredths, ProgrammeVersion, Requirement } from "@/features/pathways/programme";
import { nodesOf } from "@/features/pathways/requirement-tree";
import type { Achievement, Facts, Prerequisite, Unit } from "@/features/pathways/unit";

/** Something that may count: held already, or a candidate that could be taken. */
export interface Item {
  id: string;
  held: Achievement | null;
  unit: Unit | null;
  facts: Facts;
  edges: readonly Edge[];
}

/**
 * A constraint that can be named in a conflict and lifted: "node:ID" (a part of the tree), "total", "level:EQF",
 * "residency-minimum", "recognised-maximum", "recognised-share", "provider:ID", "recency", "other-awards", "exclusion:N",
 * "sharing" (a unit counts once), "prerequisites", "limit:NAME" (what the learner asked for).
 */
export type ConstraintId = string;

export interface Problem {
  version: ProgrammeVersion;
  /** Ids unique, in an order that does not hang on the question's: the same question then gives the same model. */
  items: readonly Item[];
  /** Manual parts that the learner does not meet; every other one is taken as met and named in the plan. */
  manualNotMet: ReadonlySet<string>;
}

export const byId = (a: { id: string }, b: { id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

export const heldItem = (held: Achievement, edges: readonly Edge[]): Item => ({
  id: `held:${held.id}`,
  held,
  unit: null,
  facts: held,
  edges,
});

export const candidateItem = (unit: Unit, edges: readonly Edge[]): Item => ({
  id: `unit:${unit.unit}`,
  held: null,
  unit,
  facts: unit,
  edges,
});

export const isRecognised = (version: ProgrammeVersion, { providers }: Facts): boolean =>
  !providers.some((provider) => version.awardingBodies.includes(provider));

/** Sums that must be reached or not passed, as data: the same list drives rows, figures and relaxations. */
export interface CreditBound {
  id: ConstraintId;
  kind: "min" | "max";
  credits: Hundredths;
  includes: (item: Item) => boolean;
}

export function creditBounds(version: ProgrammeVersion): CreditBound[] {
  const { policy, totalCredits } = version;
  const { minFromAwardingBody, maxRecognised, maxRecognisedPercent } = policy.residency;
  const recognised = ({ facts }: Item) => isRecognised(version, facts);
  const bounds: CreditBound[] = [];
  const add = (
    id: string,
    kind: "min" | "max",
    credits: number | undefined,
    includes: CreditBound["includes"],
  ) => {
    if (credits !== undefined && (kind === "max" || credits > 0))
      bounds.push({ id, kind, credits, includes });
  };
  add("total", "min", totalCredits, () => true);
  for (const { eqf, credits } of policy.levelMinima) {
    add(`level:${eqf}`, "min", credits, ({ facts }) => facts.eqf !== null && facts.eqf >= eqf);
  }
  add("residency-minimum", "min", minFromAwardingBody, (item) => !recognised(item));
  add("recognised-maximum", "max", maxRecognised, recognised);
  const share = maxRecognisedPercent;
  add(
    "recognised-share",
    "max",
    share === undefined ? share : Math.floor((totalCredits * share) / 100),
    recognised,
  );
  for (const { provider, credits } of policy.providerMaxima) {
    add(`provider:${provider}`, "max", credits, ({ facts }) => facts.providers.includes(provider));
  }
  const usedElsewhere = ({ held }: Item) => held?.usedForOtherAward === true;
  add("other-awards", "max", policy.maxSharedWithOtherAwards, usedElsewhere);
  return bounds;
}

/** Units that stand for a unit in a prerequisite: itself and its equivalents. */
export function standInsOf(version: ProgrammeVersion): (unit: string) => ReadonlySet<string> {
  const groups = new Map<string, Set<string>>();
  for (const { units } of version.equivalences) {
    for (const unit of units) groups.set(unit, new Set([...(groups.get(unit) ?? []), ...units]));
  }
  return (unit) => groups.get(unit) ?? new Set([unit]);
}

export function* unitsOf(prerequisite: Prerequisite): Generator<string> {
  if (prerequisite.kind === "unit") yield prerequisite.unit;
  if ("of" in prerequisite) for (const each of prerequisite.of) yield* unitsOf(each);
}

export const nodeIds = (root: Requirement): string[] => [...nodesOf(root)].map(({ id }) => id);

/** Units that a unit asks for before or beside it. */
export const askedBy = ({ prerequisite, corequisites }: Unit): string[] => [
  ...(prerequisite ? unitsOf(prerequisite) : []),
  ...corequisites,
];

export const asksFirst = ({ prerequisite, corequisites }: Unit): boolean =>
  prerequisite !== null || corequisites.length > 0;

import type { Requirement, Sharing } from "@/features/pathways/programme";
import type { Facts } from "@/features/pathways/unit";
import type { Plan, PlanCount } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import { type Placement, TreeCount } from "@/features/planning/tree-count";
import { unitsById } from "@/features/planning/units-by-id";
import { checkEdge } from "./checker-edges";
import { checkLimits } from "./checker-limits";
import { checkPrerequisites } from "./checker-prerequisites";

/** One way in which a plan does not do what it says. */
export interface Violation {
  code:
    | "unknown-item"
    | "taken-twice"
    | "edge-does-not-hold"
    | "counted-twice"
    | "shared-too-much"
    | "leaf-over-full"
    | "tree-not-met"
    | "minimum-not-met"
    | "maximum-passed"
    | "excluded-together"
    | "prerequisite-not-met"
    | "limit-not-kept"
    | "figure-is-wrong";
  subject: string;
}

export interface CheckedItem {
  id: string;
  isHeld: boolean;
  facts: Facts;
  usedForOtherAward: boolean;
  counts: readonly PlanCount[];
}

/**
 * Checks a plan against the question it answers, from the records alone: no code of the model, its rows or the solver is
 * used, so that a mistake there does not hide here. Empty where the plan holds.
 */
export function checkPlan(asked: PlanInput, plan: Plan): Violation[] {
  const offered = unitsById(asked.units);
  const named = new Set(plan.steps.map(({ unit }) => unit));
  const input = { ...asked, units: [...named].flatMap((unit) => offered.get(unit) ?? []) };
  const violations: Violation[] = [];
  const items = itemsOf(input, plan, violations);
  const placements = items.flatMap(({ id, facts, counts }) =>
    counts.map(({ leaf, credits }) => ({ item: id, facts, leaf, credits })),
  );
  for (const item of items)
    for (const count of item.counts) violations.push(...checkEdge(input, item, count));
  violations.push(
    ...checkSharing(input, items),
    ...checkTree(input, plan, placements),
    ...checkTotals(input, items),
    ...checkExclusions(input, items),
    ...checkPrerequisites(input, plan),
    ...checkLimits(input, plan),
    ...checkFigures(items, plan),
  );
  return violations;
}

function itemsOf({ held, units }: PlanInput, plan: Plan, violations: Violation[]): CheckedItem[] {
  const achievements = new Map(held.map((each) => [each.id, each]));
  const offered = new Map(units.map((each) => [each.unit, each]));
  const seen = new Set<string>();
  const isNew = (id: string) => {
    if (seen.has(id)) violations.push({ code: "taken-twice", subject: id });
    return !seen.has(id) && seen.add(id) !== undefined;
  };
  const items: CheckedItem[] = [];
  for (const { achievement, counts } of plan.held) {
    const facts = achievements.get(achievement);
    if (!facts) violations.push({ code: "unknown-item", subject: achievement });
    else if (isNew(`held:${achievement}`)) {
      const { usedForOtherAward } = facts;
      items.push({ id: `held:${achievement}`, isHeld: true, facts, usedForOtherAward, counts });
    }
  }
  for (const { unit, counts } of plan.steps) {
    const facts = offered.get(unit);
    if (!facts) violations.push({ code: "unknown-item", subject: unit });
    else if (isNew(`unit:${unit}`)) {
      items.push({ id: `unit:${unit}`, isHeld: false, facts, usedForOtherAward: false, counts });
    }
  }
  return items;
}

function checkSharing({ version }: PlanInput, items: readonly CheckedItem[]): Violation[] {
  const { sharing } = version.policy;
  const used = sharing.map(() => 0);
  const violations: Violation[] = [];
  for (const { id, facts, counts } of items) {
    const touched = new Set<number>();
    for (const [at, a] of counts.entries()) {
      for (const b of counts.slice(at + 1)) {
        const index = a.leaf === b.leaf ? -1 : mostSpecific(version.root, sharing, a.leaf, b.leaf);
        if (index < 0 || sharing[index]?.mode === "forbid")
          violations.push({ code: "counted-twice", subject: id });
        else touched.add(index);
      }
    }
    for (const index of touched) used[index] = (used[index] ?? 0) + (facts.credits ?? 0);
  }
  for (const [index, declared] of sharing.entries()) {
    if (declared.mode === "upTo" && (used[index] ?? 0) > declared.credits) {
      violations.push({ code: "shared-too-much", subject: declared.between.join(" ") });
    }
  }
  return violations;
}

function mostSpecific(root: Requirement, sharing: readonly Sharing[], leafA: string, leafB: string): number {
  const depthOver = (node: string, leaf: string) => pathTo(root, leaf).indexOf(node);
  let best = -1;
  let depth = -1;
  for (const [index, { between }] of sharing.entries()) {
    const [one, other] = between;
    const ways = [
      [depthOver(one, leafA), depthOver(other, leafB)],
      [depthOver(one, leafB), depthOver(other, leafA)],
    ] as const;
    for (const [first, second] of ways) {
      if (first < 0 || second < 0 || first + second <= depth) continue;
      depth = first + second;
      best = index;
    }
  }
  return best;
}

function pathTo(node: Requirement, id: string): string[] {
  if (node.id === id) return [id];
  for (const child of "of" in node ? node.of : []) {
    const below = pathTo(child, id);
    if (below.length > 0) return [node.id, ...below];
  }
  return [];
}

function checkTree(
  { version, limits }: PlanInput,
  plan: Plan,
  placements: readonly Placement[],
): Violation[] {
  const count = new TreeCount(placements);
  const violations: Violation[] = [];
  const walk = (node: Requirement) => {
    const here = placements.filter(({ leaf }) => leaf === node.id);
    const max = node.kind === "credits" ? node.maxCredits : undefined;
    const isFull = max !== undefined && here.reduce((sum, { credits }) => sum + credits, 0) > max;
    const takesOne = node.kind === "item" || node.kind === "outcome";
    if (isFull || (takesOne && here.length > 1))
      violations.push({ code: "leaf-over-full", subject: node.id });
    if ("of" in node) node.of.forEach(walk);
  };
  walk(version.root);
  const relied = new Set(plan.manual.map(({ node }) => node));
  const isManualMet = (id: string) => relied.has(id) && !limits.manualNotMet?.includes(id);
  if (!count.isMet(version.root, isManualMet))
    violations.push({ code: "tree-not-met", subject: version.root.id });
  return violations;
}

function checkTotals({ version }: PlanInput, items: readonly CheckedItem[]): Violation[] {
  const { policy, totalCredits, awardingBodies } = version;
  const sum = (includes: (item: CheckedItem) => boolean) =>
    items
      .filter(includes)
      .reduce((total, { counts }) => total + Math.max(0, ...counts.map((c) => c.credits)), 0);
  const isOwn = ({ facts }: CheckedItem) => facts.providers.some((each) => awardingBodies.includes(each));
  const violations: Violation[] = [];
  const min = (subject: string, credits: number, of: number) => {
    if (of < credits) violations.push({ code: "minimum-not-met", subject });
  };
  const max = (subject: string, credits: number | undefined, of: number) => {
    if (credits !== undefined && of > credits) violations.push({ code: "maximum-passed", subject });
  };
  min(
    "total",
    totalCredits,
    sum(() => true),
  );
  for (const { eqf, credits } of policy.levelMinima)
    min(
      `level ${eqf}`,
      credits,
      sum(({ facts }) => (facts.eqf ?? 0) >= eqf),
    );
  const { minFromAwardingBody = 0, maxRecognised, maxRecognisedPercent } = policy.residency;
  min("residency", minFromAwardingBody, sum(isOwn));
  const recognised = sum((item) => !isOwn(item));
  max("recognised", maxRecognised, recognised);
  if (maxRecognisedPercent !== undefined && recognised * 100 > maxRecognisedPercent * totalCredits) {
    violations.push({ code: "maximum-passed", subject: "recognised share" });
  }
  for (const { provider, credits } of policy.providerMaxima) {
    max(
      provider,
      credits,
      sum(({ facts }) => facts.providers.includes(provider)),
    );
  }
  max(
    "other awards",
    policy.maxSharedWithOtherAwards,
    sum(({ usedForOtherAward }) => usedForOtherAward),
  );
  return violations;
}

function checkExclusions({ version }: PlanInput, items: readonly CheckedItem[]): Violation[] {
  const present = items.filter(({ isHeld, counts }) => !isHeld || counts.length > 0);
  const among = (units: readonly string[]) =>
    present.filter(({ facts }) => facts.unit !== null && units.includes(facts.unit));
  const sets = [
    ...version.policy.exclusions,
    ...version.equivalences.map(({ units }) => ({ units, maxCount: 1 })),
    ...present.flatMap(({ facts }) => (facts.unit === null ? [] : [{ units: [facts.unit], maxCount: 1 }])),
  ];
  return sets.flatMap(({ units, maxCount }) =>
    among(units).length > maxCount ? [{ code: "excluded-together" as const, subject: units.join(" ") }] : [],
  );
}

function checkFigures(items: readonly CheckedItem[], plan: Plan): Violation[] {
  const largest = (counts: readonly PlanCount[]) => Math.max(0, ...counts.map(({ credits }) => credits));
  let [counted, possible] = [0, 0];
  for (const { counts } of items) {
    const sure = largest(counts.filter(({ certainty }) => certainty !== "possible"));
    counted += sure;
    possible += largest(counts) - sure;
  }
  return counted === plan.creditsCounted && possible === plan.creditsPossible
    ? []
    : [{ code: "figure-is-wrong", subject: "credits" }];
}

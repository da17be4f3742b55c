import type { Refusal } from "@/features/pathways/counting";
import type { Edge } from "@/features/pathways/edge";
import type { ProgrammeVersion } from "@/features/pathways/programme";
import type { Reason } from "@/features/pathways/reason";
import { leavesOf } from "@/features/pathways/requirement-tree";
import { creditBounds, type Item } from "@/features/planning/problem";
import { exclusiveSets } from "@/features/planning-model/model";
import type { Assignment, Wasted } from "./audit";

/** What of an achievement counts nowhere, and why; empty where all of it counts, surely or possibly. */
export function whyWasted(
  version: ProgrammeVersion,
  items: readonly Item[],
  assignment: Assignment,
  item: Item,
  refusals: readonly Refusal[],
): Wasted[] {
  const achievement = item.held?.id ?? item.id;
  const used = assignment.get(item.id) ?? [];
  const own = item.facts.credits;
  if (used.length > 0) {
    const best = used.reduce((a, b) => (b.credits > a.credits ? b : a));
    const rest = (own ?? 0) - best.credits;
    const reasons: Reason[] =
      best.basis.kind === "rule" ? [{ code: "rule-awards-less", params: { rule: best.basis.rule.id } }] : [];
    return rest > 0 ? [{ achievement, credits: rest, reasons }] : [];
  }
  const reasons: Reason[] = refusals.map(({ leaf, code, rule }) => ({
    code: "refused",
    params: { leaf, because: code, rule },
  }));
  for (const edge of item.edges) reasons.push(whyNot(version, items, assignment, item, edge));
  if (reasons.length === 0) reasons.push({ code: "no-part-takes-it", params: {} });
  return [{ achievement, credits: own, reasons }];
}

function whyNot(
  version: ProgrammeVersion,
  items: readonly Item[],
  assignment: Assignment,
  item: Item,
  edge: Edge,
): Reason {
  const isCounted = ({ id }: Item) => (assignment.get(id) ?? []).length > 0;
  const sets = exclusiveSets({ version, items });
  for (const { members, maxCount } of sets) {
    const others = members.filter((member) => member.id !== item.id && isCounted(member));
    const [other] = others;
    if (members.includes(item) && other && others.length >= maxCount) {
      return { code: "same-as-counted", params: { other: other.held?.id ?? other.id } };
    }
  }
  const edgesOf = ({ id }: Item) => assignment.get(id) ?? [];
  const inLeaf = items.flatMap(edgesOf).filter(({ leaf }) => leaf === edge.leaf);
  const leaf = leavesOf(version.root).find(({ id }) => id === edge.leaf);
  const here = inLeaf.reduce((sum, { credits }) => sum + credits, 0);
  if (leaf?.kind === "credits" && leaf.maxCredits !== undefined && here + edge.credits > leaf.maxCredits) {
    return { code: "over-maximum", params: { constraint: `node:${leaf.id}`, max: leaf.maxCredits } };
  }
  for (const bound of creditBounds(version)) {
    if (bound.kind === "min" || !bound.includes(item)) continue;
    const sum = items.filter(bound.includes).reduce((total, each) => total + largest(edgesOf(each)), 0);
    if (sum + edge.credits > bound.credits) {
      return { code: "over-maximum", params: { constraint: bound.id, max: bound.credits } };
    }
  }
  return { code: "already-satisfied", params: { leaf: edge.leaf } };
}

const largest = (edges: readonly Edge[]): number => Math.max(0, ...edges.map(({ credits }) => credits));

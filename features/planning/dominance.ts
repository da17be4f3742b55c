import { setImmediate } from "node:timers/promises";
import { tierOf } from "@/features/pathways/programme";
import { mandatoryNodes, nodesOf } from "@/features/pathways/requirement-tree";
import { askedBy, UNITS_A_TURN } from "./candidates";
import {
  type ConstraintId,
  type CreditBound,
  creditBounds,
  type Item,
  type Problem,
  standInsOf,
} from "./problem";
import type { Cost } from "./stages";

export interface PruningCosts {
  /** What is minimised, compared first to last. */
  order: readonly Cost[];
  /** What is limited beside it (a budget): a member must be as good in these too. */
  limited: readonly Cost[];
  /** What must be the same for two candidates to stand for one another beside where they count: their places in time. */
  extra?: (item: Item) => string;
}

/**
 * Leaves out candidates that no optimal plan needs. Candidates that count in the same places with the same credits and
 * certainty, and that every policy treats alike, form a group; a plan from which nothing can be left out counts at most M
 * members of it (`mostCounted`), so one that M others without prerequisites dominate can be swapped for one of those.
 * What kept candidates ask for is kept. Costs must not be negative.
 */
export async function prune(problem: Problem, costs: PruningCosts): Promise<Item[]> {
  const { items, version } = problem;
  const sizes = new GroupSizes(problem);
  const kept = new Set<Item>(items.filter(({ held }) => held !== null));
  const signature = signatures(problem, costs.extra);
  const groups = new Map<string, Item[]>();
  for (const [index, item] of items.entries()) {
    if (index % UNITS_A_TURN === UNITS_A_TURN - 1) await setImmediate();
    if (item.unit === null || item.edges.length === 0) continue;
    const key = signature(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  for (const members of groups.values()) {
    for (const item of undominated(members, sizes, costs)) kept.add(item);
  }
  const candidates = new Map(items.flatMap((item) => (item.unit ? [[item.unit.unit, item] as const] : [])));
  const standIns = standInsOf(version);
  const open = [...kept];
  for (let item = open.pop(); item; item = open.pop()) {
    if (!item.unit) continue;
    for (const id of askedBy(item.unit).flatMap((unit) => [...standIns(unit)])) {
      const asked = candidates.get(id);
      if (!asked || kept.has(asked)) continue;
      kept.add(asked);
      open.push(asked);
    }
  }
  return items.filter((item) => kept.has(item));
}

function undominated(members: Item[], sizes: GroupSizes, { order, limited }: PruningCosts): Item[] {
  const most = sizes.mostCounted(members);
  const rows = members.map((item) => ({
    item,
    order: order.map((cost) => cost(item)),
    limited: [...limited.map((cost) => cost(item)), ...sizes.classOf(item)],
    isFree: item.unit !== null && askedBy(item.unit).length === 0,
  }));
  rows.sort(
    (a, b) => compare(a.order, b.order) || compare(a.limited, b.limited) || (a.item.id < b.item.id ? -1 : 1),
  );
  const free: typeof rows = [];
  const kept: Item[] = [];
  for (const row of rows) {
    let better = 0;
    for (const other of free) {
      if (other.limited.every((value, index) => value <= (row.limited[index] ?? 0))) better += 1;
      if (better >= most) break;
    }
    if (better >= most) continue;
    kept.push(row.item);
    if (row.isFree) free.push(row);
  }
  return kept;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function signatures({ version, items }: Problem, extra: PruningCosts["extra"]): (item: Item) => string {
  const nodes = [...nodesOf(version.root)];
  const skills = nodes.flatMap((node) => (node.kind === "outcome" ? [node] : []));
  const countsFields = new Set(
    nodes.flatMap((node) => (node.kind === "credits" && node.distinctFields !== undefined ? [node.id] : [])),
  );
  const sharesUpTo = version.policy.sharing.some(({ mode }) => mode === "upTo");
  const alone = new Set([
    ...items.flatMap(({ held, facts }) => (held && facts.unit !== null ? [facts.unit] : [])),
    ...version.policy.exclusions.flatMap(({ units }) => units),
    ...version.equivalences.flatMap(({ units }) => units),
  ]);
  return (item) => {
    const { facts, edges } = item;
    if (facts.unit !== null && alone.has(facts.unit)) return item.id;
    const parts = edges.map(({ leaf, credits, certainty, until }) =>
      [leaf, credits, tierOf(certainty), until?.day ?? ""].join(),
    );
    parts.sort();
    parts.push(skills.map(({ skill }) => (facts.teaches.includes(skill) ? 1 : 0)).join(""));
    if (skills.some(({ minLevel }) => minLevel !== undefined)) parts.push(`eqf ${facts.eqf}`);
    if (edges.some(({ leaf }) => countsFields.has(leaf))) parts.push([...facts.fields].sort().join());
    if (sharesUpTo) parts.push(`own ${facts.credits}`);
    if (extra) parts.push(extra(item));
    return parts.join(";");
  };
}

/** How many members of a group a plan from which nothing can be left out may count. */
class GroupSizes {
  private readonly bounds: CreditBound[];
  private readonly needs = new Map<string, { credits: number; items: number }>();
  private readonly mandatory: ReadonlySet<string>;
  private readonly skills: string[];

  constructor({ version }: Problem) {
    this.bounds = creditBounds(version);
    const nodes = [...nodesOf(version.root)];
    for (const node of nodes) {
      if (node.kind === "credits") {
        const items = Math.max(node.minItems ?? 0, node.distinctFields ?? 0);
        this.needs.set(node.id, { credits: node.minCredits, items });
      } else this.needs.set(node.id, { credits: 0, items: 1 });
    }
    this.skills = nodes.flatMap((node) => (node.kind === "outcome" ? [node.skill] : []));
    const isShared = version.policy.sharing.some(({ mode }) => mode !== "forbid");
    const forced = isShared ? [] : mandatoryNodes(version.root);
    this.mandatory = new Set(forced.flatMap((node) => (node.kind === "credits" ? [node.id] : [])));
  }

  /** As numbers of which less is better: in each minimum (0) or not (1), in each maximum (1) or not (0). */
  classOf(item: Item): number[] {
    return this.bounds.map(({ kind, includes }) => Number(includes(item) === (kind === "max")));
  }

  /**
   * Each counted member is there because without it a leaf, an outcome or a minimum would fail. Leaves and outcomes keep no
   * more than they need. Where the programme's total keeps one, the members' credits stay below it plus one member, less
   * what other parts that must be met bring in any case; and all members count towards it. Another minimum keeps no more
   * than fill it; levels lie within one another, so that the largest of them speaks for all.
   */
  mostCounted(members: readonly Item[]): number {
    const [member] = members;
    if (!member) return 0;
    const all = member.edges.map((edge) => edge.credits);
    const credits = Math.min(...all);
    if (credits === 0 && Math.max(...all) > 0) return Number.POSITIVE_INFINITY;
    const fill = (amount: number) => (credits > 0 ? Math.max(0, Math.ceil(amount / credits)) : 0);
    const leaves = new Set(member.edges.map(({ leaf }) => leaf));
    let byLeaves = this.skills.filter((skill) => member.facts.teaches.includes(skill)).length;
    for (const leaf of leaves) {
      const need = this.needs.get(leaf);
      byLeaves += Math.max(fill(need?.credits ?? 0), need?.items ?? 0);
    }
    const fills = (isMeant: (id: ConstraintId) => boolean) =>
      Math.max(
        0,
        ...this.bounds.map(({ kind, id, ...bound }) =>
          kind === "min" && isMeant(id) ? fill(bound.credits) : 0,
        ),
      );
    const byMinima = fills((id) => id.startsWith("level:")) + fills((id) => id === "residency-minimum");
    const total = this.bounds.find(({ id }) => id === "total");
    return Math.max(byLeaves + byMinima, total ? fill(total.credits - this.elsewhere(leaves)) : 0);
  }

  private elsewhere(leaves: ReadonlySet<string>): number {
    let sum = 0;
    for (const leaf of this.mandatory) if (!leaves.has(leaf)) sum += this.needs.get(leaf)?.credits ?? 0;
    return sum;
  }
}

import { setImmediate } from "node:timers/promises";
import type { Edge } from "@/features/pathways/edge";
import { tierOf } from "@/features/pathways/programme";
import { mandatoryNodes, nodesOf } from "@/features/pathways/requirement-tree";
import {
  askedBy,
  asksFirst,
  type ConstraintId,
  type CreditBound,
  creditBounds,
  type Item,
  type Problem,
  standInsOf,
} from "@/features/planning/problem";
import type { Cost } from "@/features/planning-model/stages";
import { groupBy } from "@/lib/group";
import { UNITS_A_TURN } from "./candidates";

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
    if (!item.unit || !asksFirst(item.unit)) continue;
    for (const id of askedBy(item.unit).flatMap((unit) => [...standIns(unit)])) {
      const asked = candidates.get(id);
      if (!asked || kept.has(asked)) continue;
      kept.add(asked);
      open.push(asked);
    }
  }
  return items.filter((item) => kept.has(item));
}

interface Row {
  item: Item;
  order: number[];
  limited: number[];
  isFree: boolean;
}

function undominated(members: Item[], sizes: GroupSizes, costs: PruningCosts): Item[] {
  const most = sizes.mostCounted(members);
  if (members.length <= most) return members;
  const byClass = groupBy(members, (item) => sizes.classOf(item));
  const rows = [...byClass].flatMap(([kind, same]) => {
    const found = same.map((item) => rowOf(item, costs, sizes.valuesOf(kind)));
    found.sort(byCost);
    return costs.limited.length > 0 ? found : untilFree(found, most);
  });
  if (byClass.size === 1 && costs.limited.length === 0) return rows.map(({ item }) => item);
  rows.sort(byCost);
  const free: Row[] = [];
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

const rowOf = (item: Item, { order, limited }: PruningCosts, values: readonly number[]): Row => ({
  item,
  order: order.map((cost) => cost(item)),
  limited: [...limited.map((cost) => cost(item)), ...values],
  isFree: item.unit !== null && !asksFirst(item.unit),
});

/** Rows up to the one that makes enough free ones: each that follows is dominated by all of those. */
function untilFree(rows: readonly Row[], most: number): readonly Row[] {
  let free = 0;
  const end = rows.findIndex(({ isFree }) => {
    free += Number(isFree);
    return free >= most;
  });
  return end < 0 ? rows : rows.slice(0, end + 1);
}

const byCost = (a: Row, b: Row): number =>
  compare(a.order, b.order) || compare(a.limited, b.limited) || (a.item.id < b.item.id ? -1 : 1);

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
  const asksLevel = skills.some(({ minLevel }) => minLevel !== undefined);
  return (item) => {
    const { facts, edges } = item;
    if (facts.unit !== null && alone.has(facts.unit)) return item.id;
    const parts = edges.map(placeOf);
    if (parts.length > 1) parts.sort();
    if (skills.length > 0)
      parts.push(skills.map(({ skill }) => (facts.teaches.includes(skill) ? 1 : 0)).join(""));
    if (asksLevel) parts.push(`eqf ${facts.eqf}`);
    if (countsFields.size > 0 && edges.some(({ leaf }) => countsFields.has(leaf))) {
      parts.push([...facts.fields].sort().join());
    }
    if (sharesUpTo) parts.push(`own ${facts.credits}`);
    if (extra) parts.push(extra(item));
    return parts.join(";");
  };
}

const placeOf = ({ leaf, credits, certainty, until }: Edge): string =>
  `${leaf},${credits},${tierOf(certainty)},${until?.day ?? ""}`;

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

  /** Which minima and maxima a candidate is part of, as bits. */
  classOf(item: Item): string {
    return this.bounds.reduce((bits, { includes }) => (includes(item) ? `${bits}1` : `${bits}0`), "");
  }

  /** A class as numbers of which less is better: in each minimum (0) or not (1), in each maximum (1) or not (0). */
  valuesOf(bits: string): number[] {
    return this.bounds.map(({ kind }, index) => Number((bits[index] === "1") === (kind === "max")));
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

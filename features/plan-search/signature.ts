import type { Edge } from "@/features/pathways/edge";
import { type ProgrammeVersion, tierOf } from "@/features/pathways/programme";
import { nodesOf } from "@/features/pathways/requirement-tree";
import { type CreditBound, creditBounds, type Item } from "@/features/planning/problem";

const UNREAD = -1;

/** What items of a field have in common: those of one group can stand for one another. Each is read once. */
export class Signatures {
  private readonly placeOf: (item: Item) => string;
  private readonly bounds: readonly CreditBound[];
  private readonly groups = new Map<string, number>();
  private readonly classes = new Map<string, number>();
  private readonly groupAt: Int32Array;
  private readonly classAt: Int32Array;

  constructor(
    version: ProgrammeVersion,
    private readonly items: readonly Item[],
  ) {
    this.placeOf = placesOf(version, items);
    this.bounds = creditBounds(version);
    this.groupAt = new Int32Array(items.length).fill(UNREAD);
    this.classAt = new Int32Array(items.length).fill(UNREAD);
  }

  /**
   * A number for where an item counts, and how every policy but the minima and maxima treats it.
   * @param kept the item itself, or what a question leaves of it
   */
  groupOf(index: number, kept: Item, extra = ""): number {
    const isOwn = extra === "" && kept === this.items[index];
    const known = isOwn ? this.groupAt[index] : UNREAD;
    if (known !== undefined && known !== UNREAD) return known;
    const found = numberOf(this.groups, `${this.placeOf(kept)};${extra}`);
    if (isOwn) this.groupAt[index] = found;
    return found;
  }

  /** A number for the minima and maxima that an item is part of. */
  classOf(index: number, item: Item): number {
    const known = this.classAt[index];
    if (known !== undefined && known !== UNREAD) return known;
    const bits = this.bounds.map(({ includes }) => (includes(item) ? "1" : "0")).join("");
    const found = numberOf(this.classes, bits);
    this.classAt[index] = found;
    return found;
  }

  /** A class as numbers of which less is better: in each minimum (0) or not (1), in each maximum (1) or not (0). */
  valuesOf(index: number): number[] {
    const bits = [...this.classes.keys()][index] ?? "";
    return this.bounds.map(({ kind }, at) => Number((bits[at] === "1") === (kind === "max")));
  }
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function placesOf(version: ProgrammeVersion, items: readonly Item[]): (item: Item) => string {
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
    const parts = edges.map(wayIn);
    if (parts.length > 1) parts.sort();
    if (skills.length > 0)
      parts.push(skills.map(({ skill }) => (facts.teaches.includes(skill) ? 1 : 0)).join(""));
    if (asksLevel) parts.push(`eqf ${facts.eqf}`);
    if (countsFields.size > 0 && edges.some(({ leaf }) => countsFields.has(leaf))) {
      parts.push([...facts.fields].sort().join());
    }
    if (sharesUpTo) parts.push(`own ${facts.credits}`);
    return parts.join(";");
  };
}

const wayIn = ({ leaf, credits, certainty, until }: Edge): string =>
  `${leaf},${credits},${tierOf(certainty)},${until?.day ?? ""}`;

import type { Hundredths, Requirement } from "@/features/pathways/programme";
import type { Facts } from "@/features/pathways/unit";
import { groupBy } from "@/lib/group";

/** One item that counts in one leaf. */
export interface Placement {
  item: string;
  facts: Facts;
  leaf: string;
  credits: Hundredths;
}

/** Reads placements against a tree. Knows nothing of the solver: audits and the checker of plans rely on it. */
export class TreeCount {
  private readonly byLeaf: Map<string, Placement[]>;

  constructor(private readonly placements: readonly Placement[]) {
    this.byLeaf = groupBy(placements, ({ leaf }) => leaf);
  }

  /** Of a pool: credits. Of a node with children: children met. Of another leaf: 0 or 1. */
  countedIn(node: Requirement): number {
    if (node.kind === "credits") return creditsOf(this.in(node));
    if (node.kind === "all" || node.kind === "atLeast")
      return node.of.filter((child) => this.isMet(child)).length;
    return this.isMet(node) ? 1 : 0;
  }

  /** `isManualMet` says which manual parts are to be read as met; without it none is. */
  isMet(node: Requirement, isManualMet: (node: string) => boolean = () => false): boolean {
    const here = this.in(node);
    switch (node.kind) {
      case "all":
        return node.of.every((child) => this.isMet(child, isManualMet));
      case "atLeast":
        return node.of.filter((child) => this.isMet(child, isManualMet)).length >= node.k;
      case "item":
        return here.length > 0;
      case "outcome":
        return here.length > 0 || this.placements.some(({ facts }) => teaches(node, facts));
      case "manual":
        return isManualMet(node.id);
      case "credits":
        return (
          creditsOf(here) >= node.minCredits &&
          here.length >= (node.minItems ?? 0) &&
          new Set(here.flatMap(({ facts }) => facts.fields)).size >= (node.distinctFields ?? 0)
        );
    }
  }

  /** Credits of each item once: the largest that it has in any leaf. */
  creditsWhere(includes: (placement: Placement) => boolean): Hundredths {
    const byItem = groupBy(this.placements.filter(includes), ({ item }) => item);
    return [...byItem.values()].reduce(
      (sum, each) => sum + Math.max(...each.map(({ credits }) => credits)),
      0,
    );
  }

  private in(node: Requirement): readonly Placement[] {
    return this.byLeaf.get(node.id) ?? [];
  }
}

const creditsOf = (placements: readonly Placement[]): Hundredths =>
  placements.reduce((sum, { credits }) => sum + credits, 0);

function teaches({ skill, minLevel }: { skill: string; minLevel?: number }, facts: Facts): boolean {
  if (!facts.teaches.includes(skill)) return false;
  return minLevel === undefined || (facts.eqf !== null && facts.eqf >= minLevel);
}

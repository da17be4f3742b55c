import type { ProgrammeVersion } from "@/features/pathways/programme";
import { mandatoryNodes, nodesOf } from "@/features/pathways/requirement-tree";
import { type ConstraintId, type CreditBound, creditBounds, type Item } from "@/features/planning/problem";

/** How many members of a group a plan from which nothing can be left out may count. */
export class GroupSizes {
  private readonly bounds: CreditBound[];
  private readonly needs = new Map<string, { credits: number; items: number }>();
  private readonly mandatory: ReadonlySet<string>;
  private readonly skills: string[];

  constructor(version: ProgrammeVersion) {
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

  /**
   * Each counted member is there because without it a leaf, an outcome or a minimum would fail. Leaves and outcomes keep no
   * more than they need. Where the programme's total keeps one, the members' credits stay below it plus one member, less
   * what other parts that must be met bring in any case; and all members count towards it. Another minimum keeps no more
   * than fill it; levels lie within one another, so that the largest of them speaks for all.
   */
  mostCounted(member: Item): number {
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

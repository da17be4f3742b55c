import { ancestry, sharingOf } from "@/features/pathways/requirement-tree";
import type { Item, Problem } from "@/features/planning/problem";
import { type ModelBuilder, Sum, sumOf } from "@/features/solver/linear-model";
import { groupBy } from "@/lib/group";

/** What the columns of one item add up to. */
export interface ItemSums {
  /** One where the item counts anywhere. */
  counted: () => Sum;
  /** Its credits towards totals: the largest that it has in any leaf, once. */
  credits: () => Sum;
}

/** Rows that keep an item from counting in two leaves that may not share it, and its sums over leaves that may. */
export class SharingRows {
  private readonly paths;
  private readonly relations = new Map<string, number | "forbid">();
  private readonly shared = new Map<number, Sum>();
  private readonly onceKnown = new Map<string, boolean>();

  constructor(
    private readonly model: ModelBuilder,
    private readonly problem: Problem,
  ) {
    this.paths = ancestry(problem.version.root);
  }

  /** True where no two leaves of the item may share it. */
  countsOnce({ edges }: Item): boolean {
    const [only, ...others] = edges;
    if (others.length === 0 || only === undefined) return true;
    const key = edges.map(({ leaf }) => leaf).join(" ");
    const known = this.onceKnown.get(key);
    if (known !== undefined) return known;
    const leaves = [...new Set(edges.map(({ leaf }) => leaf))];
    const found = leaves.every((leafA, at) =>
      leaves.slice(at + 1).every((leafB) => this.relation(leafA, leafB) === "forbid"),
    );
    this.onceKnown.set(key, found);
    return found;
  }

  /** `available` is 1 for a held item, and for a candidate the column that says "taken". */
  add(item: Item, columns: readonly number[], available: Sum): ItemSums {
    const atMostAvailable = (sum: Sum) => {
      const isBound = available.terms.length === 0 && sum.terms.length === 1;
      if (!isBound) this.model.atMost(sum.addSum(available, -1), 0);
    };
    if (this.countsOnce(item)) {
      atMostAvailable(sumOf(columns));
      return { counted: once(() => sumOf(columns)), credits: once(() => this.creditsOf(item, columns)) };
    }
    const byLeaf = groupBy(columns, (column) => item.edges[columns.indexOf(column)]?.leaf ?? "");
    for (const clique of this.forbiddenCliques([...byLeaf.keys()])) {
      atMostAvailable(sumOf(clique.flatMap((leaf) => byLeaf.get(leaf) ?? [])));
    }
    this.addSharedCredits(item, byLeaf);
    return {
      counted: once(() => new Sum().add(this.anyOf(columns))),
      credits: once(() => this.largestOf(item, columns)),
    };
  }

  /** To be called once, after all items. */
  finish(): void {
    for (const [index, credits] of this.shared) {
      const declared = this.problem.version.policy.sharing[index];
      if (declared?.mode === "upTo") this.model.atMost(credits, declared.credits);
    }
  }

  private relation(leafA: string, leafB: string): number | "forbid" {
    const key = `${leafA} ${leafB}`;
    const known = this.relations.get(key);
    if (known !== undefined) return known;
    const { sharing } = this.problem.version.policy;
    const index = sharingOf(sharing, this.paths, leafA, leafB);
    const forbids = index === null || sharing[index]?.mode === "forbid";
    const found = forbids ? "forbid" : index;
    this.relations.set(key, found);
    return found;
  }

  /** Sets of leaves of which only one may have the item, so that every forbidden pair and every leaf is in one. */
  private forbiddenCliques(leaves: readonly string[]): string[][] {
    const cliques: string[][] = [];
    const done = new Set<string>();
    for (const [at, leaf] of leaves.entries()) {
      const partners = leaves.filter(
        (other, index) =>
          index > at && !done.has(`${leaf} ${other}`) && this.relation(leaf, other) === "forbid",
      );
      while (partners.length > 0) {
        const clique = [leaf];
        for (const other of leaves.slice(at + 1)) {
          if (clique.every((member) => this.relation(member, other) === "forbid")) {
            if (clique.length > 1 || partners.includes(other)) clique.push(other);
          }
        }
        for (const [index, a] of clique.entries()) {
          for (const b of clique.slice(index + 1)) done.add(`${a} ${b}`);
        }
        cliques.push(clique);
        for (const covered of clique) {
          const index = partners.indexOf(covered);
          if (index >= 0) partners.splice(index, 1);
        }
      }
      if (!cliques.some((clique) => clique.includes(leaf))) cliques.push([leaf]);
    }
    return cliques;
  }

  private addSharedCredits(item: Item, byLeaf: ReadonlyMap<string, readonly number[]>): void {
    const leaves = [...byLeaf.keys()];
    const columns = new Map<number, number>();
    for (const [at, leafA] of leaves.entries()) {
      for (const leafB of leaves.slice(at + 1)) {
        const index = this.relation(leafA, leafB);
        if (index === "forbid") continue;
        if (this.problem.version.policy.sharing[index]?.mode !== "upTo") continue;
        const both = columns.get(index) ?? this.model.binary();
        columns.set(index, both);
        const pair = sumOf([...(byLeaf.get(leafA) ?? []), ...(byLeaf.get(leafB) ?? [])]);
        this.model.atMost(pair.add(both, -1), 1);
      }
    }
    for (const [index, both] of columns) {
      const sum = this.shared.get(index) ?? new Sum();
      this.shared.set(index, sum.add(both, item.facts.credits ?? 0));
    }
  }

  private creditsOf(item: Item, columns: readonly number[]): Sum {
    const sum = new Sum();
    for (const [index, column] of columns.entries()) sum.add(column, item.edges[index]?.credits ?? 0);
    return sum;
  }

  /** Steps from one credit value to the next larger, each taken exactly where a leaf with at least that value has the item. */
  private largestOf(item: Item, columns: readonly number[]): Sum {
    const values = [...new Set(item.edges.map(({ credits }) => credits))].filter((value) => value > 0);
    const sum = new Sum();
    let below = 0;
    for (const value of values.sort((a, b) => a - b)) {
      const reaching = columns.filter((_, index) => (item.edges[index]?.credits ?? 0) >= value);
      sum.add(this.anyOf(reaching), value - below);
      below = value;
    }
    return sum;
  }

  private anyOf(columns: readonly number[]): number {
    const any = this.model.binary();
    for (const column of columns) this.model.atLeast(new Sum().add(any).add(column, -1), 0);
    this.model.atMost(new Sum().add(any).addSum(sumOf(columns), -1), 0);
    return any;
  }
}

/** Sums that need columns of their own are made when first asked for, and then kept. */
function once(make: () => Sum): () => Sum {
  let made: Sum | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

import type { Day } from "@/lib/dates";
import {
  type Certainty,
  type EquivalenceGroup,
  type Hundredths,
  type RecognitionRule,
  tierOf,
} from "./programme";

/** On what ground something counts: the programme names it or admits what fits, an equivalence, a rule (with its index). */
export type Basis =
  | { kind: "named" }
  | { kind: "fits" }
  | { kind: "equivalent"; group: EquivalenceGroup }
  | { kind: "rule"; rule: RecognitionRule };

/** One way in which an item may count in one leaf. */
export interface Edge {
  leaf: string;
  credits: Hundredths;
  certainty: Certainty;
  basis: Basis;
  /** Last day on which it holds, and why it ends; null: no end is known. */
  until: { day: Day; because: "rule" | "recency" | "expiry" } | null;
  /** What a candidate has still to bring for it: held items have shown it. */
  needs: ("grade" | "identity")[];
}

/** The end that comes first; null where there is none. */
export function earliest(ends: (Edge["until"] | null)[]): Edge["until"] {
  return ends.reduce((first, end) => (end && (!first || end.day < first.day) ? end : first), null);
}

/** Of several ways into one leaf, those that are better than each other in certainty, credits, what they need or their end. */
export function withoutDominated(edges: Edge[]): Edge[] {
  if (edges.length < 2) return edges;
  return edges.filter(
    (edge, index) =>
      !edges.some(
        (other, at) => at !== index && isAsGood(other, edge) && (at < index || !isAsGood(edge, other)),
      ),
  );
}

const FOREVER = "9999-12-31";

const isAsGood = (a: Edge, b: Edge): boolean =>
  a.leaf === b.leaf &&
  tierOf(a.certainty) <= tierOf(b.certainty) &&
  a.credits === b.credits &&
  (a.until?.day ?? FOREVER) >= (b.until?.day ?? FOREVER) &&
  a.needs.every((need) => b.needs.includes(need));

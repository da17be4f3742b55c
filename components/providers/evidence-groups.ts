import type { Evidence } from "@/features/evidence/schema";
import type { Reason } from "@/features/trust-words/reason";
import { groupBy } from "@/lib/group";
import { type EvidenceState, evidenceState } from "./evidence-state";

export interface EvidenceGroup {
  /** The first of `rows`. */
  newest: Evidence;
  /** All of them; where few are alike, each stands alone. */
  rows: readonly Evidence[];
  state: EvidenceState | null;
}

/** Three of a kind are still read one by one. */
const FEWEST = 4;

/**
 * Reports of one agency on the same kind of review, with the same decision and the same standing today, taken together at
 * the place of their first; everything else alone. `rows` are in the order in which they are shown.
 */
export function groupEvidence(rows: readonly Evidence[], reasons: readonly Reason[]): EvidenceGroup[] {
  const placed = rows.map((row) => {
    const state = evidenceState(reasons, row.id);
    return { row, state, key: likeness(row, state) };
  });
  const alike = groupBy(placed, ({ key }) => key);
  return placed.flatMap(({ row, state, key }) => {
    const group = (alike.get(key) ?? []).map((each) => each.row);
    if (group.length < FEWEST) return [{ newest: row, rows: [row], state }];
    return group[0] === row ? [{ newest: row, rows: group, state }] : [];
  });
}

/** Equal for records that differ only in what they cover and when. */
function likeness(row: Evidence, state: EvidenceState | null): string {
  const { id, kind, issuer, activity, obligation, decision, flag, answer, subject, source } = row;
  if (kind !== "deqar-report") return id;
  return JSON.stringify([issuer, activity, obligation, decision, flag, answer, subject, source.class, state]);
}

import { COUNTING_CODES, type Reason } from "@/features/trust-words/reason";

export type EvidenceState = "counts" | "counts-not" | "ended" | "ahead" | "against";

const COUNTING: ReadonlySet<string> = new Set(COUNTING_CODES);
const STATES: Readonly<Record<string, EvidenceState>> = {
  expired: "ended",
  "not-yet-valid": "ahead",
  negative: "against",
};

/** How a record stands today, by what the verdict says of it; null where the verdict does not rest on it at all. */
export function evidenceState(reasons: readonly Reason[], record: string): EvidenceState | null {
  const codes = reasons.filter((reason) => reason.record === record).map(({ code }) => code);
  if (codes.length === 0) return null;
  if (codes.some((code) => COUNTING.has(code) || code === "endorser-vouched")) return "counts";
  return codes.map((code) => STATES[code]).find((state) => state !== undefined) ?? "counts-not";
}

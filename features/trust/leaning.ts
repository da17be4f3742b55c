import type { PartyRole } from "@/features/evidence/record-rows";
import type { EvidenceKind } from "@/features/evidence/schema";

/**
 * The kinds of evidence whose worth depends on who the bodies are that they name, with the roles of those bodies. Nothing
 * else that a record names has a say in a verdict: the test changes each and looks.
 */
export const LEANING: readonly { kind: EvidenceKind; roles: readonly PartyRole[] }[] = [
  { kind: "endorsement", roles: ["issuer", "word-of"] },
  { kind: "internal-quality-assurance", roles: ["developed-by", "assured-by", "word-of"] },
];

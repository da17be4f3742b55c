import type { ClaimStatus } from "@/features/claims/claim";
import type { HeldRecord } from "@/features/record-names/view";
import type { TrustMark } from "@/features/trust-words/tiers";

/** Records of the catalogue that show what the words of trust mean. */
export interface TrustExamples {
  /** One for each tier and sub-status that there is today. */
  marks: readonly { mark: Pick<TrustMark, "tier" | "subStatus">; record: HeldRecord }[];
  /** One credential for each status that a level or credits have today. */
  claims: readonly { status: ClaimStatus; record: HeldRecord }[];
}

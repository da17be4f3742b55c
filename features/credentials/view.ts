import type { CourseSummary, OutcomeView, ProviderRef, SourceRef } from "@/features/courses/view";
import type { CredentialContent, CredentialStatus } from "./schema";

export interface CredentialDetail {
  id: string;
  slug: string;
  status: CredentialStatus;
  content: CredentialContent;
  outcomes: readonly OutcomeView[];
  awardingBodies: readonly ProviderRef[];
  /** Published courses that lead here, and what each of them is worth on its own. */
  courses: readonly CourseSummary[];
  isSample: boolean;
  source: SourceRef;
  updatedAt: Date;
}

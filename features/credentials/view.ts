import type { CourseSummary, OutcomeView, ProviderRef, SourceRef } from "@/features/courses/view";
import type { LanguageMap } from "@/lib/language-map";
import type { CredentialContent, CredentialKind, CredentialStatus } from "./schema";

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

/** A credential in a list. */
export interface CredentialSummary {
  id: string;
  slug: string;
  kind: CredentialKind;
  title: LanguageMap;
  defaultLanguage: string;
  ectsHundredths: number | null;
  eqf: number | null;
  isSample: boolean;
  updatedAt: Date;
}

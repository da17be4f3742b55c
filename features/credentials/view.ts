import type {
  CourseSummary,
  CreditsView,
  LevelView,
  ProviderRef,
  SourceRef,
  TrustView,
} from "@/features/courses/view";
import type { OfferJudgement } from "@/features/judgements/view";
import type { OutcomeView } from "@/features/outcomes/view";
import type { LanguageMap } from "@/lib/language-map";
import type { CredentialContent, CredentialKind, CredentialStatus } from "./schema";

export interface CredentialDetail {
  id: string;
  slug: string;
  status: CredentialStatus;
  content: CredentialContent;
  outcomes: readonly OutcomeView[];
  awardingBodies: readonly ProviderRef[];
  level: LevelView | null;
  credits: CreditsView | null;
  trust: TrustView;
  /** The verdicts behind level, credits and trust, with their reasons, on the day that was asked for. */
  judgement: OfferJudgement;
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

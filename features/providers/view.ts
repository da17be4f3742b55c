import type { ProviderRef, SourceRef, TrustView } from "@/features/courses/view";
import type { ProviderJudgement } from "@/features/judgements/view";
import type { ProviderContent, ProviderKind } from "./schema";

export interface ProviderDetail extends ProviderRef {
  content: ProviderContent;
  /** Published courses of this provider. */
  courseCount: number;
  credentials: readonly {
    id: string;
    slug: string;
    title: ProviderContent["legalName"];
    defaultLanguage: string;
  }[];
  trust: TrustView;
  /** The verdicts on the day that was asked for, with their reasons and the evidence. */
  judgement: ProviderJudgement;
  isSample: boolean;
  source: SourceRef;
  updatedAt: Date;
}

/** A provider in a list. */
export interface ProviderSummary extends ProviderRef {
  kind: ProviderKind;
  homepage: string | null;
  isSample: boolean;
  updatedAt: Date;
}

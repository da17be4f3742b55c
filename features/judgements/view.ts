import type { AwardingVerdict } from "@/features/claims/awarding-power";
import type { CreditsVerdict, StatedWorkload } from "@/features/claims/credits";
import type { LevelVerdict, OfferedLevel } from "@/features/claims/level";
import type { Evidence } from "@/features/evidence/schema";
import type { TrustSubject } from "@/features/standing/subject";
import type { TrustVerdict } from "@/features/trust-words/tiers";
import type { Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";

/** A provider that a verdict or a reason names. */
export interface BodyRef {
  id: string;
  slug: string;
  name: LanguageMap;
  defaultLanguage: string;
  country: string;
}

interface Judgement {
  /** The day that was asked about. */
  at: Day;
  trust: TrustVerdict;
  /** Rows that are known on the day, lapsed and refused ones too: of the subject, of its bodies, and of those that lend to them. */
  evidence: readonly Evidence[];
  /** Every provider of ours that the reasons speak of, by id. */
  bodies: readonly BodyRef[];
}

/** How far what a course or a credential says of itself can be relied on, on one day. */
export interface OfferJudgement extends Judgement {
  level: LevelVerdict;
  credits: CreditsVerdict;
}

export interface ProviderJudgement extends Judgement {
  awardingPower: AwardingVerdict;
}

/** What a course or a credential states, beside the evidence from which its verdicts follow. */
interface Question<Kind extends TrustSubject["kind"]> {
  subject: Extract<TrustSubject, { kind: Kind }>;
  /** What counts as stated (counted-values.ts). */
  level: OfferedLevel;
  workload: StatedWorkload;
  /** The credential's own words on its quality assurance, where it has any. */
  statement: QualityStatement | null;
}

export type CourseQuestion = Question<"course">;
export type CredentialQuestion = Question<"credential">;
export type OfferQuestion = CourseQuestion | CredentialQuestion;

/** What a credential says of its quality assurance, and where that was read. */
export interface QualityStatement {
  credentialId: string;
  text: LanguageMap;
  defaultLanguage: string;
  source: { id: string; name: string };
  link: string | null;
  retrievedOn: string;
}

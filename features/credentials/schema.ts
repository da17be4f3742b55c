import type { CREDENTIAL_KINDS, CREDENTIAL_STATUSES, STACKABILITIES } from "@/db/schema/credentials";
import type { LearningFacts, Mode, Outcome, Provenance } from "@/features/courses/schema";
import type { LanguageMap } from "@/lib/language-map";

export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];
export type CredentialStatus = (typeof CREDENTIAL_STATUSES)[number];
export type Stackability = (typeof STACKABILITIES)[number];

/** All that a credential says, without where it came from. */
export interface CredentialContent extends LearningFacts {
  kind: CredentialKind;
  defaultLanguage: string;
  title: LanguageMap;
  description: LanguageMap | null;
  /** Declared as not placed in any qualifications framework. */
  isOutsideFramework: boolean;
  /** Form of participation in the learning. */
  modes: readonly Mode[];
  qualityAssurance: LanguageMap | null;
  stackability: Stackability;
  validity: LanguageMap | null;
  homepage: string | null;
  outcomes: readonly Outcome[];
  /** In a draft external ids of providers in the same source, in a record our ids. */
  awardingBodies: readonly string[];
}

export interface CredentialRecord extends Provenance {
  kind: "credential";
  status: CredentialStatus;
  content: CredentialContent;
}

import type { EheaCycle } from "@/features/vocabularies/eqf";

/** A level as a course or a credential states it. */
export interface StatedLevel {
  eqf: number | null;
  nqf: string | null;
  cycle: EheaCycle | null;
}

interface Offer {
  id: string;
  /** Providers that award it. */
  awardingBodies: readonly string[];
  /** Of the provider of a course; of the awarding bodies of a credential: `other` where all of them are. */
  providerKind: "higher-education" | "other" | "unknown";
  /** What counts as its stated level. */
  level: StatedLevel;
}

/** Whose trust is asked for; all ids are ours. A qualification is asked for as the credential that it is. */
export type TrustSubject =
  | { kind: "provider"; id: string; providerKind: Offer["providerKind"] }
  | ({ kind: "credential" } & Offer)
  | ({
      kind: "course";
      provider: string;
      /** The one credential whose values count for the course (counted-values.ts); its evidence is the course's own. */
      credential: string | null;
    } & Offer);

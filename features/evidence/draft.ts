import type { NAMED_KINDS } from "@/db/schema/evidence-subjects";
import type { Day } from "@/lib/dates";
import type { Evidence, EvidenceClass } from "./schema";

// A record as its source has it, before we know whether its subject is in this catalogue.

export type NamedKind = (typeof NAMED_KINDS)[number];

/** A body or an offer as a source names it. */
export interface NamedSubject {
  kind: NamedKind;
  /** One text for each way of naming, as in features/pathways/ref.ts. */
  key: string;
  /** Set where it is named by the feed that it came from. */
  feed: { source: string; externalId: string } | null;
  /** Every identifier that the source gives of it, as it writes them; the schemes of the source's own key included. */
  identifiers: readonly { scheme: string; value: string }[];
  names: readonly string[];
  /** Hosts of its website, without "www.". */
  domains: readonly string[];
  /** Keys of the bodies that offer a programme. */
  offeredBy: readonly string[];
  /** False where it is named in passing: what else is known of it stays. */
  isWhole: boolean;
}

/** A body that a record names: always in words, and as a subject where the record says which one it is. */
export interface NamedParty {
  name: string;
  body: NamedSubject | null;
}

type Known =
  | "id"
  | "subject"
  | "issuer"
  | "developedBy"
  | "assuredBy"
  | "awardedBy"
  | "retrievedOn"
  | "source"
  | "enteredBy"
  | "enteredOn"
  | "supersedes"
  | "supersededBy"
  | "supersededOn";

/** What a record says, without what only this catalogue knows. */
export type EvidenceFacts = Omit<Evidence, Known>;

export interface EvidenceContent {
  facts: EvidenceFacts;
  issuer: NamedParty;
  developedBy: readonly NamedParty[];
  assuredBy: readonly NamedParty[];
  awardedBy: readonly NamedParty[];
  sourceClass: EvidenceClass;
  /** With class `provider`: whose word it is. */
  wordOf: NamedParty | null;
}

export interface EvidenceDraft extends EvidenceContent {
  /** Names the record in its source: "report 47914". */
  record: string;
  /** Which of several rows of the record it is; empty where there is one. */
  part: string;
  subject: NamedSubject;
  retrievedOn: Day;
}

/** Nothing said but what every record has; the rest is for the caller. */
export const PLAIN_FACTS = {
  label: null,
  register: null,
  registerIdentifier: null,
  subjectIdentifier: null,
  answer: "found",
  nameInRegister: null,
  listedAs: null,
  scope: null,
  activity: "other",
  obligation: "not-applicable",
  flag: "none",
  decision: "not-applicable",
  asserts: { eqf: null, nqf: null, cycle: null, ectsHundredths: null, awardingPower: null },
  validFrom: null,
  validTo: null,
  registerEnd: null,
  link: null,
  edition: null,
} as const satisfies Omit<EvidenceFacts, "kind">;

export const subjectName = ({ kind, key }: Pick<NamedSubject, "kind" | "key">): string => `${kind} ${key}`;

import type { evidence, evidenceParties } from "@/db/schema/evidence";
import { EQF_LEVELS } from "@/features/vocabularies/eqf";
import type { EvidenceContent, EvidenceDraft, EvidenceFacts, NamedParty } from "./draft";
import type { Evidence, Party } from "./schema";

export type EvidenceRow = typeof evidence.$inferSelect;
export type PartyRow = typeof evidenceParties.$inferSelect;
export type PartyRole = PartyRow["role"];

type Told = "id" | "sourceId" | "subjectId" | "supersedes" | "contentHash" | "enteredBy" | "enteredOn";

/** The columns that a record itself fills. */
export function toFactColumns({
  record,
  part,
  facts,
  issuer,
  sourceClass,
}: EvidenceDraft): Omit<EvidenceRow, Told> {
  const { asserts, ...plain } = facts;
  return { record, part, ...plain, ...asserts, issuerName: issuer.name, sourceClass };
}

export const toFacts = (row: EvidenceRow): EvidenceFacts => ({
  kind: row.kind,
  label: row.label,
  register: row.register,
  registerIdentifier: row.registerIdentifier,
  subjectIdentifier: row.subjectIdentifier,
  answer: row.answer,
  nameInRegister: row.nameInRegister,
  listedAs: row.listedAs,
  scope: row.scope,
  activity: row.activity,
  obligation: row.obligation,
  flag: row.flag,
  decision: row.decision,
  asserts: {
    eqf: EQF_LEVELS.find((level) => level === row.eqf) ?? null,
    nqf: row.nqf,
    cycle: row.cycle,
    ectsHundredths: row.ectsHundredths,
    awardingPower: row.awardingPower,
  },
  validFrom: row.validFrom,
  validTo: row.validTo,
  registerEnd: row.registerEnd,
  link: row.link,
  edition: row.edition,
});

/** The bodies that a record names, with their role; the issuer only where it is named as a body. */
export function namedParties(content: EvidenceContent): { role: PartyRole; party: NamedParty }[] {
  const { issuer, wordOf, developedBy, assuredBy, awardedBy } = content;
  const as = (role: PartyRole, parties: readonly NamedParty[]) => parties.map((party) => ({ role, party }));
  return [
    ...as("issuer", issuer.body === null ? [] : [issuer]),
    ...as("word-of", wordOf === null ? [] : [wordOf]),
    ...as("developed-by", developedBy),
    ...as("assured-by", assuredBy),
    ...as("awarded-by", awardedBy),
  ];
}

/** A body of a row: `id` is that of our provider, `key` that of the source. */
export interface RowParty extends Party {
  role: PartyRole;
  key: string | null;
}

/** A row as it stands in the database: whose it is, when it was read, and what came after it. */
export interface StoredEvidence {
  row: EvidenceRow;
  subject: Evidence["subject"];
  /** How the register's name and ours agree, for a subject that was found by an identifier. */
  answer: Evidence["answer"];
  parties: readonly RowParty[];
  retrievedOn: string;
  sourceName: string;
  supersededBy: string | null;
  supersededOn: string | null;
}

export function toEvidence(stored: StoredEvidence): Evidence {
  const { row, subject, answer, parties, retrievedOn, sourceName, supersededBy, supersededOn } = stored;
  const inRole = (role: PartyRole): Party[] =>
    parties.filter((party) => party.role === role).map(({ name, id }) => ({ name, id }));
  const [issuer] = inRole("issuer");
  const [speaker] = inRole("word-of");
  return {
    ...toFacts(row),
    id: row.id,
    subject,
    answer,
    issuer: { name: row.issuerName, id: issuer?.id ?? null },
    developedBy: inRole("developed-by"),
    assuredBy: inRole("assured-by"),
    awardedBy: inRole("awarded-by"),
    retrievedOn,
    source: { id: row.sourceId, name: sourceName, class: row.sourceClass, providerId: speaker?.id ?? null },
    enteredBy: row.enteredBy,
    enteredOn: row.enteredOn,
    supersedes: row.supersedes,
    supersededBy,
    supersededOn,
  };
}

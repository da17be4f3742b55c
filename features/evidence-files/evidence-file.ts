import type { Cells } from "@/features/csv/cells";
import type { EvidenceDraft, EvidenceFacts } from "@/features/evidence/draft";
import {
  ACTIVITIES,
  DECISIONS,
  EVIDENCE_CLASSES,
  EVIDENCE_KINDS,
  type EvidenceClass,
  type EvidenceKind,
  FLAGS,
  LABELS,
  LISTED_KINDS,
  OBLIGATIONS,
  REGISTER_ANSWERS,
} from "@/features/evidence/schema";
import { namedSubject } from "@/features/matches/subjects";
import type { Day } from "@/lib/dates";
import { readCredits, readCycle, readDays, readEqf, readLink, readNqf, readText } from "./fact-cells";
import { type NamedInRow, readOneParty, readParties, readSubject } from "./references";
import type { RowFormat } from "./sheet";

// Evidence of every kind, one record a row. docs/evidence.md explains each column.

export const EVIDENCE_COLUMNS = [
  "record_id",
  "subject_type",
  "scheme",
  "identifier",
  "name",
  "website",
  "kind",
  "label",
  "issuer",
  "register",
  "register_identifier",
  "answer",
  "listed_as",
  "scope",
  "activity",
  "obligation",
  "flag",
  "decision",
  "eqf",
  "nqf",
  "cycle",
  "ects",
  "awarding_power",
  "valid_from",
  "valid_to",
  "register_end",
  "link",
  "edition",
  "developed_by",
  "assured_by",
  "awarded_by",
  "retrieved_on",
  "source_class",
  "word_of",
] as const;

/** Whose word a kind of record is, where the row does not say. */
const USUAL_CLASS: Readonly<Record<EvidenceKind, EvidenceClass>> = {
  "deqar-report": "authoritative",
  "deqar-listing": "authoritative",
  "national-register": "authoritative",
  "vet-system": "authoritative",
  "eqf-annex-iv": "authoritative",
  "iso-certificate": "third-party",
  label: "third-party",
  endorsement: "provider",
  "internal-quality-assurance": "provider",
  "provider-statement": "provider",
};

const WITH_LABEL: readonly EvidenceKind[] = ["iso-certificate", "label"];

export const evidenceRows = (today: Day): RowFormat => ({
  columns: EVIDENCE_COLUMNS,
  required: ["record_id", "subject_type", "scheme", "identifier", "kind"],
  idColumn: "record_id",
  read(cells) {
    const record = readText(cells, "record_id", 200);
    if (cells.text("record_id") === null)
      cells.refuse("record_id", "Fill it in: your own name for the record.");
    const subject = readSubject(cells);
    const kind = cells.code("kind", { codes: EVIDENCE_KINDS });
    if (cells.text("kind") === null) cells.refuse("kind", `Fill it in: ${EVIDENCE_KINDS.join(", ")}.`);
    if (record === null) return null;
    const draft = subject && kind && readDraft(cells, record, subject, kind, today);
    return { name: record, record: draft && { title: draft.facts.nameInRegister ?? record, draft } };
  },
});

function readDraft(
  cells: Cells,
  record: string,
  subject: NamedInRow,
  kind: EvidenceKind,
  today: Day,
): EvidenceDraft {
  const facts = readFacts(cells, kind, subject.identifier);
  const issuer = readOneParty(cells, "issuer");
  if (issuer === null) cells.refuse("issuer", "Fill it in: who decided, or whose statement it is.");
  const [sourceClass, wordOf] = [
    cells.code("source_class", { codes: EVIDENCE_CLASSES }),
    readOneParty(cells, "word_of"),
  ];
  const counted = sourceClass ?? USUAL_CLASS[kind];
  if (wordOf !== null && counted !== "provider")
    cells.refuse(
      "word_of",
      "It is only for source_class provider: an authority's register is nobody's own word.",
    );
  const website = readText(cells, "website", 2_000);
  const retrievedOn = cells.day("retrieved_on");
  if (retrievedOn !== null && retrievedOn > today) cells.refuse("retrieved_on", "It is a day to come.");
  const name = facts.nameInRegister;
  return {
    record,
    part: "",
    subject: namedSubject(subject.kind, subject.ref, {
      names: name === null ? [] : [name],
      websites: [website],
    }),
    facts,
    issuer: issuer ?? { name: "", body: null },
    developedBy: readParties(cells, "developed_by"),
    assuredBy: readParties(cells, "assured_by"),
    awardedBy: readParties(cells, "awarded_by"),
    sourceClass: counted,
    // An endorsement and an assurance are the word of the body that gives them, unless the row says whose else.
    wordOf: counted === "provider" ? (wordOf ?? speakerOf(kind, issuer)) : null,
    retrievedOn: retrievedOn ?? today,
  };
}

const speakerOf = (kind: EvidenceKind, issuer: EvidenceDraft["issuer"] | null): EvidenceDraft["wordOf"] =>
  issuer?.body && USUAL_CLASS[kind] === "provider" ? issuer : null;

function readFacts(cells: Cells, kind: EvidenceKind, identifier: string | null): EvidenceFacts {
  const label = cells.code("label", { codes: LABELS });
  const takesLabel = WITH_LABEL.includes(kind);
  if (takesLabel && cells.text("label") === null) cells.refuse("label", `Fill it in: ${LABELS.join(", ")}.`);
  if (!takesLabel && label !== null)
    cells.refuse("label", `Only ${WITH_LABEL.join(" and ")} have one. Empty the cell, or correct the kind.`);
  return {
    kind,
    label: takesLabel ? label : null,
    register: readText(cells, "register", 5_000),
    registerIdentifier: readText(cells, "register_identifier", 5_000),
    subjectIdentifier: identifier,
    answer: cells.code("answer", { codes: REGISTER_ANSWERS }) ?? "found",
    nameInRegister: readText(cells, "name", 1_000),
    listedAs: cells.code("listed_as", { codes: LISTED_KINDS }),
    scope: readText(cells, "scope", 5_000),
    activity: cells.code("activity", { codes: ACTIVITIES }) ?? "other",
    obligation: cells.code("obligation", { codes: OBLIGATIONS }) ?? "not-applicable",
    flag: cells.code("flag", { codes: FLAGS }) ?? "none",
    decision:
      cells.code("decision", { codes: DECISIONS }) ??
      (INFORMS.includes(kind) ? "not-applicable" : "positive"),
    asserts: {
      eqf: readEqf(cells),
      nqf: readNqf(cells),
      cycle: readCycle(cells),
      ectsHundredths: readCredits(cells),
      awardingPower: cells.text("awarding_power") === null ? null : cells.yes("awarding_power"),
    },
    ...readDays(cells),
    registerEnd: cells.day("register_end"),
    link: readLink(cells),
    edition: readText(cells, "edition", 1_000),
  };
}

/** Kinds in which nobody decides anything. */
const INFORMS: readonly EvidenceKind[] = ["deqar-listing", "provider-statement"];

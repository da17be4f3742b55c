import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { day, oneOf } from "./columns";
import { evidenceSubjects } from "./evidence-subjects";
import { SOURCE_CLASSES, sources } from "./sources";

export const EVIDENCE_KINDS = [
  "deqar-report",
  "deqar-listing",
  "national-register",
  "vet-system",
  "eqf-annex-iv",
  "iso-certificate",
  "label",
  "endorsement",
  "internal-quality-assurance",
  "provider-statement",
] as const;
export const ANSWERS = ["found", "other-name", "not-found"] as const;
export const LISTED_KINDS = ["higher-education", "other"] as const;
export const ACTIVITIES = [
  "institutional",
  "institutional-programme",
  "programme",
  "joint-programme",
  "other",
] as const;
export const OBLIGATIONS = ["obligatory", "voluntary", "not-applicable"] as const;
export const FLAGS = ["none", "low", "high"] as const;
export const DECISIONS = ["positive", "with-conditions", "negative", "not-applicable"] as const;
export const LABELS = [
  "iso-21001",
  "iso-29993",
  "iso-29994",
  "openuped",
  "e-xcellence",
  "efqm",
  "other",
] as const;
const CYCLES = ["short", "first", "second", "third"] as const;
export const PARTY_ROLES = ["issuer", "word-of", "developed-by", "assured-by", "awarded-by"] as const;

/**
 * What a record says of one subject. Rows never change and never go, those of the sample aside: a correction, and the
 * word that a register no longer lists it, is a row that supersedes. Features/evidence/schema.ts explains the columns.
 */
export const evidence = pgTable(
  "evidence",
  {
    id: uuid().primaryKey(),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id, { onDelete: "restrict" }),
    /** Names the record in its source: "report 47914". */
    record: text().notNull(),
    /** Which of several rows of the record it is; empty where there is one. */
    part: text().notNull(),
    /** Of all that it says, the day of reading aside: tells what is news. */
    contentHash: text().notNull(),
    supersedes: uuid().unique("evidence_supersedes_key"),
    subjectId: uuid()
      .notNull()
      .references(() => evidenceSubjects.id, { onDelete: "restrict" }),
    kind: text({ enum: EVIDENCE_KINDS }).notNull(),
    label: text({ enum: LABELS }),
    issuerName: text().notNull(),
    register: text(),
    registerIdentifier: text(),
    subjectIdentifier: text(),
    answer: text({ enum: ANSWERS }).notNull(),
    nameInRegister: text(),
    listedAs: text({ enum: LISTED_KINDS }),
    scope: text(),
    activity: text({ enum: ACTIVITIES }).notNull(),
    obligation: text({ enum: OBLIGATIONS }).notNull(),
    flag: text({ enum: FLAGS }).notNull(),
    decision: text({ enum: DECISIONS }).notNull(),
    eqf: integer(),
    nqf: text(),
    cycle: text({ enum: CYCLES }),
    ectsHundredths: integer(),
    awardingPower: boolean(),
    validFrom: day(),
    validTo: day(),
    registerEnd: day(),
    link: text(),
    edition: text(),
    sourceClass: text({ enum: SOURCE_CLASSES }).notNull(),
    enteredBy: text().notNull(),
    enteredOn: day().notNull(),
  },
  (t) => [
    foreignKey({ name: "evidence_supersedes_fkey", columns: [t.supersedes], foreignColumns: [t.id] }),
    index("evidence_record_idx").on(t.sourceId, t.record),
    index("evidence_subject_idx").on(t.subjectId),
    check("evidence_kind_check", oneOf(t.kind, EVIDENCE_KINDS)),
    check("evidence_label_check", oneOf(t.label, LABELS)),
    check("evidence_answer_check", oneOf(t.answer, ANSWERS)),
    check("evidence_activity_check", oneOf(t.activity, ACTIVITIES)),
    check("evidence_obligation_check", oneOf(t.obligation, OBLIGATIONS)),
    check("evidence_flag_check", oneOf(t.flag, FLAGS)),
    check("evidence_decision_check", oneOf(t.decision, DECISIONS)),
    check("evidence_class_check", oneOf(t.sourceClass, SOURCE_CLASSES)),
    check("evidence_listed_check", oneOf(t.listedAs, LISTED_KINDS)),
    check("evidence_cycle_check", oneOf(t.cycle, CYCLES)),
    check("evidence_eqf_check", sql`${t.eqf} between 1 and 8`),
    check("evidence_ects_check", sql`${t.ectsHundredths} > 0`),
  ],
);

/** Bodies that a row names: who issued it, whose word it is, who developed, assures and awards. Part of the row. */
export const evidenceParties = pgTable(
  "evidence_parties",
  {
    evidenceId: uuid()
      .notNull()
      .references(() => evidence.id, { onDelete: "cascade" }),
    role: text({ enum: PARTY_ROLES }).notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    /** Null where the record names it in words only. */
    subjectId: uuid().references(() => evidenceSubjects.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ name: "evidence_parties_pkey", columns: [t.evidenceId, t.role, t.position] }),
    index("evidence_parties_subject_idx").on(t.subjectId),
    check("evidence_parties_role_check", oneOf(t.role, PARTY_ROLES)),
  ],
);

/** The day on which its source was last read and said this: all that moves when nothing changed. */
export const evidenceReadings = pgTable("evidence_readings", {
  evidenceId: uuid()
    .primaryKey()
    .references(() => evidence.id, { onDelete: "cascade" }),
  retrievedOn: day().notNull(),
});

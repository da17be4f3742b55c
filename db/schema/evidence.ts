import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  pgView,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { day, oneOf, textList } from "./columns";
import { courses } from "./courses";
import { credentials } from "./credentials";
import { providers } from "./providers";
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
/** `programme`: what DEQAR reviewed; which credential or course of ours it is, a person says. */
export const NAMED_KINDS = ["provider", "credential", "course", "qualification", "programme"] as const;
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
export const MATCH_STATES = ["proposed", "accepted", "rejected"] as const;
export const MATCH_GROUNDS = ["identifier", "domain-and-name", "provider-and-title"] as const;

/**
 * Whom the records of a source are about, and the bodies that they name, as the source knows them. Which of our records
 * that is, `evidence_subject_records` says.
 */
export const evidenceSubjects = pgTable(
  "evidence_subjects",
  {
    id: uuid().primaryKey(),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id, { onDelete: "restrict" }),
    kind: text({ enum: NAMED_KINDS }).notNull(),
    /** As in features/pathways/ref.ts. */
    key: text().notNull(),
    /** Set where it is named by the feed that it came from. */
    sourceName: text(),
    externalId: text(),
    names: textList(),
    /** Hosts of its website, without "www.". */
    domains: textList(),
    /** Keys of the bodies that offer a programme. */
    offeredBy: textList(),
  },
  (t) => [
    unique("evidence_subjects_key").on(t.sourceId, t.kind, t.key),
    index("evidence_subjects_named_idx").on(t.kind, t.key),
    index("evidence_subjects_feed_idx").on(t.sourceName, t.externalId),
    check("evidence_subjects_kind_check", oneOf(t.kind, NAMED_KINDS)),
    check("evidence_subjects_feed_check", sql`(${t.sourceName} is null) = (${t.externalId} is null)`),
  ],
);

/** Every identifier that a source gives of a body; as it writes it. */
export const evidenceSubjectIdentifiers = pgTable(
  "evidence_subject_identifiers",
  {
    subjectId: uuid()
      .notNull()
      .references(() => evidenceSubjects.id, { onDelete: "cascade" }),
    scheme: text().notNull(),
    value: text().notNull(),
  },
  (t) => [
    primaryKey({ name: "evidence_subject_identifiers_pkey", columns: [t.subjectId, t.scheme, t.value] }),
  ],
);

/** What a person decided about who a named subject is, or is asked to. */
export const evidenceMatches = pgTable(
  "evidence_matches",
  {
    id: uuid().primaryKey(),
    kind: text({ enum: NAMED_KINDS }).notNull(),
    key: text().notNull(),
    /** One of the three. */
    providerId: uuid().references(() => providers.id, { onDelete: "cascade" }),
    credentialId: uuid().references(() => credentials.id, { onDelete: "cascade" }),
    courseId: uuid().references(() => courses.id, { onDelete: "cascade" }),
    state: text({ enum: MATCH_STATES }).notNull(),
    ground: text({ enum: MATCH_GROUNDS }).notNull(),
    proposedOn: day().notNull(),
    decidedOn: day(),
    decidedBy: text(),
  },
  (t) => [
    unique("evidence_matches_pair_key")
      .on(t.kind, t.key, t.providerId, t.credentialId, t.courseId)
      .nullsNotDistinct(),
    index("evidence_matches_provider_idx").on(t.providerId),
    index("evidence_matches_credential_idx").on(t.credentialId),
    index("evidence_matches_course_idx").on(t.courseId),
    check("evidence_matches_kind_check", oneOf(t.kind, NAMED_KINDS)),
    check("evidence_matches_state_check", oneOf(t.state, MATCH_STATES)),
    check("evidence_matches_ground_check", oneOf(t.ground, MATCH_GROUNDS)),
    check(
      "evidence_matches_record_check",
      sql`num_nonnulls(${t.providerId}, ${t.credentialId}, ${t.courseId}) = 1`,
    ),
    check(
      "evidence_matches_decision_check",
      sql`(${t.state} = 'proposed') = (${t.decidedOn} is null) and (${t.decidedOn} is null) = (${t.decidedBy} is null)`,
    ),
  ],
);

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

/**
 * Which of our records a subject is, as things stand now: by an identifier that both have, by the feed that both name, or
 * because a person said so. Nothing is stored, so that a provider which comes or changes later is found too.
 */
export const evidenceSubjectRecords = pgView("evidence_subject_records", {
  subjectId: uuid().notNull(),
  kind: text({ enum: ["provider", "credential", "course", "qualification"] }).notNull(),
  recordId: uuid().notNull(),
  way: text({ enum: ["identifier", "feed", "accepted"] }).notNull(),
}).as(sql`
  select named.id as subject_id, 'provider' as kind, held.provider_id as record_id, 'identifier' as way
    from evidence_subjects as named
    join evidence_subject_identifiers as given on given.subject_id = named.id
    join provider_identifiers as held
      on held.scheme = given.scheme and identifier_key(held.value) = identifier_key(given.value)
    where named.kind = 'provider'
  union all
  select named.id, 'provider', record.id, 'feed' from evidence_subjects as named
    join sources on sources.name = named.source_name
    join providers as record on record.source_id = sources.id and record.external_id = named.external_id
    where named.kind = 'provider'
  union all
  select named.id, named.kind, record.id, 'feed' from evidence_subjects as named
    join sources on sources.name = named.source_name
    join credentials as record on record.source_id = sources.id and record.external_id = named.external_id
    where named.kind in ('credential', 'qualification')
  union all
  select named.id, 'course', record.id, 'feed' from evidence_subjects as named
    join sources on sources.name = named.source_name
    join courses as record on record.source_id = sources.id and record.external_id = named.external_id
    where named.kind = 'course'
  union all
  select named.id, 'provider', match.provider_id, 'accepted' from evidence_subjects as named
    join evidence_matches as match on match.kind = named.kind and match.key = named.key
    where match.state = 'accepted' and match.provider_id is not null
  union all
  select named.id, case named.kind when 'qualification' then 'qualification' else 'credential' end,
      match.credential_id, 'accepted' from evidence_subjects as named
    join evidence_matches as match on match.kind = named.kind and match.key = named.key
    where match.state = 'accepted' and match.credential_id is not null
  union all
  select named.id, 'course', match.course_id, 'accepted' from evidence_subjects as named
    join evidence_matches as match on match.kind = named.kind and match.key = named.key
    where match.state = 'accepted' and match.course_id is not null`);

import { sql } from "drizzle-orm";
import { check, index, pgTable, pgView, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { day, oneOf, textList } from "./columns";
import { courses } from "./courses";
import { credentials } from "./credentials";
import { providers } from "./providers";
import { sources } from "./sources";

/** `programme`: what DEQAR reviewed; which credential or course of ours it is, a person says. */
export const NAMED_KINDS = ["provider", "credential", "course", "qualification", "programme"] as const;
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

import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { day, instant, oneOf } from "./columns";
import { courses } from "./courses";
import { credentials } from "./credentials";
import { providers } from "./providers";
import { sources } from "./sources";

/** Best first; `possible` is never counted. */
export const CERTAINTIES = ["designed", "agreement", "precedent", "possible"] as const;
export const BASES = ["named", "fits", "equivalent", "rule"] as const;
export const REFERENCE_ROLES = ["unit", "body"] as const;
/** Why a rule that names a unit does not let it count, whatever the day. */
export const RULE_REFUSALS = ["assessment-not-shown", "quality-not-shown"] as const;

/**
 * What a qualification asks for. A row never changes once it is there, by a trigger; it goes only with its credential.
 * A credential with rows here is a qualification.
 */
export const programmeVersions = pgTable(
  "programme_versions",
  {
    id: uuid().primaryKey(),
    credentialId: uuid()
      .notNull()
      .references(() => credentials.id, { onDelete: "cascade" }),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id, { onDelete: "restrict" }),
    version: text().notNull(),
    validFrom: day().notNull(),
    /** Last day; null: until another version takes its place. */
    validTo: day(),
    eqf: integer(),
    totalCredits: integer().notNull(),
    /** The file of the `programme` format as it was read: records are named by references. */
    document: jsonb().$type<unknown>().notNull(),
    publishedAt: instant().notNull(),
  },
  (t) => [
    unique("programme_versions_name_key").on(t.credentialId, t.version),
    index("programme_versions_source_idx").on(t.sourceId),
    check("programme_versions_days_check", sql`${t.validFrom} <= ${t.validTo}`),
    check("programme_versions_eqf_check", sql`${t.eqf} between 1 and 8`),
    check("programme_versions_credits_check", sql`${t.totalCredits} >= 0`),
  ],
);

/**
 * The days on which a version is the one in force: from its first until its last, or until another version begins. There
 * is none where another begins on the same day and was published later.
 */
export const versionWindows = pgView("version_windows", {
  id: uuid().notNull(),
  credentialId: uuid().notNull(),
  firstOn: day().notNull(),
  /** Null: until another version takes its place. */
  lastOn: day(),
}).as(sql`
  select id, credential_id, first_on, last_on from (
    select id, credential_id, valid_from as first_on,
      least(valid_to, lead(valid_from) over (partition by credential_id order by valid_from, published_at, id) - 1) as last_on
    from programme_versions
  ) as versions
  where last_on is null or first_on <= last_on`);

/** Each record that a version names, and which of ours it is; what is not in this catalogue stays, without one. */
export const programmeReferences = pgTable(
  "programme_references",
  {
    versionId: uuid()
      .notNull()
      .references(() => programmeVersions.id, { onDelete: "cascade" }),
    /** As in features/pathways/ref.ts. */
    key: text().notNull(),
    role: text({ enum: REFERENCE_ROLES }).notNull(),
    /** A part of the tree asks for the unit by name: then the unit stacks into the qualification by design. */
    isInTree: boolean().notNull(),
    credentialId: uuid().references(() => credentials.id, { onDelete: "set null" }),
    courseId: uuid().references(() => courses.id, { onDelete: "set null" }),
    providerId: uuid().references(() => providers.id, { onDelete: "set null" }),
  },
  (t) => [
    primaryKey({ name: "programme_references_pkey", columns: [t.versionId, t.role, t.key] }),
    index("programme_references_key_idx").on(t.key),
    index("programme_references_credential_idx").on(t.credentialId),
    index("programme_references_course_idx").on(t.courseId),
    index("programme_references_provider_idx").on(t.providerId),
    check("programme_references_role_check", oneOf(t.role, REFERENCE_ROLES)),
    check(
      "programme_references_record_check",
      sql`case ${t.role} when 'unit' then ${t.providerId} is null and num_nonnulls(${t.credentialId}, ${t.courseId}) <= 1 else num_nonnulls(${t.credentialId}, ${t.courseId}) = 0 end`,
    ),
  ],
);

/**
 * Which units count in which part of which version, on what ground and on which days: derived from the versions and the
 * catalogue, and written by features/stacking alone, in the transaction of the change.
 */
export const countedTowards = pgTable(
  "counted_towards",
  {
    versionId: uuid()
      .notNull()
      .references(() => programmeVersions.id, { onDelete: "cascade" }),
    nodeId: text().notNull(),
    /** One of the two. */
    credentialId: uuid().references(() => credentials.id, { onDelete: "cascade" }),
    courseId: uuid().references(() => courses.id, { onDelete: "cascade" }),
    basis: text({ enum: BASES }).notNull(),
    /** Of the rule or the equivalence group; null for what the version itself names or admits. */
    groundId: text(),
    certainty: text({ enum: CERTAINTIES }).notNull(),
    /** Hundredths; 0 where the unit states none. */
    credits: integer().notNull(),
    /** Id of a provider, or a reference key where it is not in this catalogue. */
    decisionBody: text().notNull(),
    /** Days on which the ground holds; null: without end on that side. */
    validFrom: day(),
    validTo: day(),
    refusal: text({ enum: RULE_REFUSALS }),
  },
  (t) => [
    index("counted_towards_version_idx").on(t.versionId, t.nodeId, t.certainty),
    index("counted_towards_credential_idx").on(t.credentialId),
    index("counted_towards_course_idx").on(t.courseId),
    check("counted_towards_unit_check", sql`num_nonnulls(${t.credentialId}, ${t.courseId}) = 1`),
    check("counted_towards_basis_check", oneOf(t.basis, BASES)),
    check("counted_towards_certainty_check", oneOf(t.certainty, CERTAINTIES)),
    check("counted_towards_refusal_check", oneOf(t.refusal, RULE_REFUSALS)),
    check("counted_towards_ground_check", sql`(${t.groundId} is null) = (${t.basis} in ('named', 'fits'))`),
  ],
);

/** A way that someone proposes to the public, step by step. */
export const curatedPathways = pgTable(
  "curated_pathways",
  {
    id: uuid().primaryKey(),
    /** Its own id in the file, which is its address too. */
    slug: text().notNull().unique("curated_pathways_slug_key"),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    version: text().notNull(),
    checkedOn: day().notNull(),
    /** The file of the `pathway` format as it was read. */
    document: jsonb().$type<unknown>().notNull(),
    retrievedOn: day().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index("curated_pathways_source_idx").on(t.sourceId)],
);

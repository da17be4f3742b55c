import { type SQL, sql } from "drizzle-orm";
import {
  boolean,
  char,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { allOf, languageMap, oneOf, provenance, textList } from "./columns";
import { courses } from "./courses";
import { learningChecks, learningFacts, MODES } from "./learning";
import { providers } from "./providers";
import { sources } from "./sources";

export const CREDENTIAL_KINDS = [
  "micro-credential",
  "certificate-of-attendance",
  "module",
  "certificate",
  "degree",
  "other",
  "not-stated",
] as const;
export const CREDENTIAL_STATUSES = ["published", "withdrawn"] as const;
export const STACKABILITIES = ["stand-alone", "integrated", "not-stated"] as const;
export const NEEDS = ["this-course", "all", "some"] as const;

export const credentials = pgTable(
  "credentials",
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique("credentials_slug_key"),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id, { onDelete: "restrict" }),
    status: text({ enum: CREDENTIAL_STATUSES }).notNull(),
    kind: text({ enum: CREDENTIAL_KINDS }).notNull(),
    defaultLanguage: char({ length: 2 }).notNull(),
    title: languageMap().notNull(),
    description: languageMap(),
    ...learningFacts(),
    /** Declared as not placed in any qualifications framework; not the same as saying nothing about the level. */
    isOutsideFramework: boolean().notNull(),
    /** Form of participation in the learning. */
    modes: textList<(typeof MODES)[number]>(),
    qualityAssurance: languageMap(),
    stackability: text({ enum: STACKABILITIES }).notNull(),
    /** How long it stays valid, in words. */
    validity: languageMap(),
    homepage: text(),
    ...provenance(),
  },
  (t) => [
    unique("credentials_source_record_key").on(t.sourceId, t.externalId),
    check("credentials_title_check", sql`jsonb_exists(${t.title}, ${t.defaultLanguage})`),
    check("credentials_status_check", oneOf(t.status, CREDENTIAL_STATUSES)),
    check("credentials_kind_check", oneOf(t.kind, CREDENTIAL_KINDS)),
    check("credentials_stackability_check", oneOf(t.stackability, STACKABILITIES)),
    check(
      "credentials_framework_check",
      sql`not ${t.isOutsideFramework} or (${t.eqf} is null and ${t.nqf} is null)`,
    ),
    check("credentials_modes_check", allOf(t.modes, MODES)),
    ...learningChecks("credentials", t),
  ],
);

export const awardingBodies = pgTable(
  "awarding_bodies",
  {
    credentialId: uuid()
      .notNull()
      .references(() => credentials.id, { onDelete: "cascade" }),
    providerId: uuid()
      .notNull()
      .references(() => providers.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ name: "awarding_bodies_pkey", columns: [t.credentialId, t.providerId] }),
    index("awarding_bodies_provider_idx").on(t.providerId),
  ],
);

/** Course leads to credential: alone, as one of several that are all needed, or as one of several of which some are. */
export const courseCredentials = pgTable(
  "course_credentials",
  {
    courseId: uuid()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    credentialId: uuid()
      .notNull()
      .references(() => credentials.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    needs: text({ enum: NEEDS }).notNull(),
    /** With `some`: how many of the courses that lead there suffice. */
    neededCount: integer(),
  },
  (t) => [
    primaryKey({ name: "course_credentials_pkey", columns: [t.courseId, t.credentialId] }),
    index("course_credentials_credential_idx").on(t.credentialId),
    check("course_credentials_needs_check", oneOf(t.needs, NEEDS)),
    check(
      "course_credentials_count_check",
      sql`(${t.needs} = 'some') = (${t.neededCount} is not null) and ${t.neededCount} > 0`,
    ),
  ],
);

/** The ids of the credentials to which courses lead, as an array of Postgres; so are theirs. */
export const credentialsOfCourses = (courseIds: SQL): SQL => sql`array(
  select ${courseCredentials.credentialId} from ${courseCredentials}
  where ${courseCredentials.courseId} = any(${courseIds}))`;

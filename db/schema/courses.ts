import { sql } from "drizzle-orm";
import { boolean, char, check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, languageMap, oneOf, provenance, textList } from "./columns";
import { learningChecks, learningFacts } from "./learning";
import { providers } from "./providers";
import { sources } from "./sources";

export const COURSE_STATUSES = ["draft", "submitted", "published", "suspended", "withdrawn"] as const;
export const LEARNING_SETTINGS = ["formal", "non-formal", "not-stated"] as const;

export const courses = pgTable(
  "courses",
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique("courses_slug_key"),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id, { onDelete: "restrict" }),
    providerId: uuid()
      .notNull()
      .references(() => providers.id, { onDelete: "restrict" }),
    status: text({ enum: COURSE_STATUSES }).notNull(),
    defaultLanguage: char({ length: 2 }).notNull(),
    title: languageMap().notNull(),
    summary: languageMap(),
    description: languageMap(),
    ...learningFacts(),
    durationDays: integer(),
    targetGroups: textList(),
    learningSetting: text({ enum: LEARNING_SETTINGS }).notNull(),
    /** Code of the EU list of learning opportunity types, our spelling. */
    type: text(),
    homepage: text(),
    /** The provider's word that the course leads to no credential; not the same as saying nothing. */
    hasNoCredential: boolean().notNull(),
    publishedAt: instant(),
    ...provenance(),
  },
  (t) => [
    unique("courses_source_record_key").on(t.sourceId, t.externalId),
    index("courses_provider_idx").on(t.providerId),
    check("courses_title_check", sql`jsonb_exists(${t.title}, ${t.defaultLanguage})`),
    check("courses_status_check", oneOf(t.status, COURSE_STATUSES)),
    check("courses_published_check", sql`${t.status} <> 'published' or ${t.publishedAt} is not null`),
    check("courses_setting_check", oneOf(t.learningSetting, LEARNING_SETTINGS)),
    check("courses_duration_check", sql`${t.durationDays} > 0`),
    ...learningChecks("courses", t),
  ],
);

import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { languageMap, oneOf } from "./columns";
import { courses } from "./courses";
import { credentials } from "./credentials";
import { skills } from "./skills";

export const LINK_METHODS = ["stated", "suggested", "accepted", "rejected"] as const;

export const outcomes = pgTable(
  "outcomes",
  {
    id: uuid().primaryKey(),
    courseId: uuid().references(() => courses.id, { onDelete: "cascade" }),
    credentialId: uuid().references(() => credentials.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    text: languageMap().notNull(),
  },
  (t) => [
    check("outcomes_owner_check", sql`(${t.courseId} is null) <> (${t.credentialId} is null)`),
    check("outcomes_text_check", sql`${t.text} <> '{}'::jsonb`),
    uniqueIndex("outcomes_course_key").on(t.courseId, t.position),
    uniqueIndex("outcomes_credential_key").on(t.credentialId, t.position),
  ],
);

/** Only stated and accepted links count; the others are kept for the person who reviews them. */
export const outcomeSkills = pgTable(
  "outcome_skills",
  {
    outcomeId: uuid()
      .notNull()
      .references(() => outcomes.id, { onDelete: "cascade" }),
    skillId: uuid()
      .notNull()
      .references(() => skills.id, { onDelete: "restrict" }),
    method: text({ enum: LINK_METHODS }).notNull(),
  },
  (t) => [
    primaryKey({ name: "outcome_skills_pkey", columns: [t.outcomeId, t.skillId] }),
    index("outcome_skills_skill_idx").on(t.skillId),
    check("outcome_skills_method_check", oneOf(t.method, LINK_METHODS)),
  ],
);

import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { languageMap, oneOf } from "./columns";
import { concept, RELATIONS, skills } from "./skills";
import { sources } from "./sources";

export const iscoGroups = pgTable("isco_groups", {
  /** ISCO-08 code of 1 to 4 digits; text, because 0110 keeps its zero. */
  code: text().primaryKey(),
  uri: text().notNull(),
  label: languageMap().notNull(),
  description: languageMap(),
  status: text().notNull().default("released"),
  sourceId: uuid()
    .notNull()
    .references(() => sources.id, { onDelete: "restrict" }),
});

export const occupations = pgTable(
  "occupations",
  {
    id: uuid().primaryKey(),
    ...concept(),
    /** ESCO's own code, such as 2654.1.7. */
    code: text(),
    iscoCode: text()
      .notNull()
      .references(() => iscoGroups.code, { onDelete: "restrict" }),
    /** Regulated at the level of the EU; null where ESCO says nothing. */
    isRegulated: boolean(),
  },
  (t) => [
    check("occupations_uri_check", sql`${t.uri} like '%/occupation/' || ${t.id}::text`),
    index("occupations_isco_idx").on(t.iscoCode),
    index("occupations_source_idx").on(t.sourceId),
  ],
);

/** One step up; both ends are URIs of occupations or ISCO groups. */
export const occupationBroader = pgTable(
  "occupation_broader",
  { uri: text().notNull(), broaderUri: text().notNull() },
  (t) => [
    primaryKey({ name: "occupation_broader_pkey", columns: [t.uri, t.broaderUri] }),
    index("occupation_broader_up_idx").on(t.broaderUri),
    check("occupation_broader_self_check", sql`${t.uri} <> ${t.broaderUri}`),
  ],
);

export const occupationSkills = pgTable(
  "occupation_skills",
  {
    occupationId: uuid()
      .notNull()
      .references(() => occupations.id, { onDelete: "cascade" }),
    skillId: uuid()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
    relation: text({ enum: RELATIONS }).notNull(),
  },
  (t) => [
    primaryKey({ name: "occupation_skills_pkey", columns: [t.occupationId, t.skillId] }),
    index("occupation_skills_skill_idx").on(t.skillId),
    check("occupation_skills_relation_check", oneOf(t.relation, RELATIONS)),
  ],
);

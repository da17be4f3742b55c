import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, languageMap, oneOf, textList } from "./columns";
import { sources } from "./sources";

export const SKILL_TYPES = ["skill", "knowledge", "not-stated"] as const;
export const REUSE_LEVELS = [
  "transversal",
  "cross-sector",
  "sector-specific",
  "occupation-specific",
] as const;
export const RELATIONS = ["essential", "optional"] as const;

/** Language -> labels in that language. */
export type LabelLists = Readonly<Record<string, readonly string[]>>;

/** A concept of ESCO as its source last had it; texts and labels in every language that was imported. */
export const concept = () => ({
  uri: text().notNull(),
  label: languageMap().notNull(),
  altLabels: jsonb().$type<LabelLists>().notNull(),
  description: languageMap(),
  status: text().notNull(),
  escoVersion: text().notNull(),
  sourceId: uuid()
    .notNull()
    .references(() => sources.id, { onDelete: "restrict" }),
  updatedAt: instant().notNull(),
});

export const skills = pgTable(
  "skills",
  {
    /** The uuid that ends the concept's URI. */
    id: uuid().primaryKey(),
    ...concept(),
    type: text({ enum: SKILL_TYPES }).notNull(),
    reuseLevel: text({ enum: REUSE_LEVELS }),
    /** ESCO's own collections the skill is in: green, digital, digcomp, transversal, language, research. */
    collections: textList(),
  },
  (t) => [
    check("skills_uri_check", sql`${t.uri} like '%/skill/' || ${t.id}::text`),
    check("skills_type_check", oneOf(t.type, SKILL_TYPES)),
    check("skills_reuse_check", oneOf(t.reuseLevel, REUSE_LEVELS)),
    index("skills_source_idx").on(t.sourceId),
  ],
);

/** Groups of skills (S1.2.3, T, L) and of knowledge (ISCED-F), and, when a skill is itself broader, that skill. */
export const skillGroups = pgTable("skill_groups", {
  uri: text().primaryKey(),
  code: text(),
  label: languageMap().notNull(),
  description: languageMap(),
  status: text().notNull().default("released"),
  sourceId: uuid()
    .notNull()
    .references(() => sources.id, { onDelete: "restrict" }),
});

/** One step up the skill hierarchy; both ends are URIs of skills or groups, several parents are possible. */
export const skillBroader = pgTable(
  "skill_broader",
  {
    uri: text().notNull(),
    broaderUri: text().notNull(),
  },
  (t) => [
    primaryKey({ name: "skill_broader_pkey", columns: [t.uri, t.broaderUri] }),
    index("skill_broader_up_idx").on(t.broaderUri),
    check("skill_broader_self_check", sql`${t.uri} <> ${t.broaderUri}`),
  ],
);

export const skillRelations = pgTable(
  "skill_relations",
  {
    skillId: uuid()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
    relatedId: uuid()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
    relation: text({ enum: RELATIONS }).notNull(),
  },
  (t) => [
    primaryKey({ name: "skill_relations_pkey", columns: [t.skillId, t.relatedId] }),
    index("skill_relations_related_idx").on(t.relatedId),
    check("skill_relations_relation_check", oneOf(t.relation, RELATIONS)),
  ],
);

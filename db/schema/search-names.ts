import { char, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "./columns";
import { tsvector } from "./search";

/** What can be found by its name alone while one types. */
export const NAMED_KINDS = ["course", "credential", "provider", "skill", "occupation"] as const;

/**
 * The names of what is offered, folded: derived from the records, written by features/search-names alone. Its migration
 * keeps each kind in a partition of its own: the commonest words of courses do not slow down the search for a skill.
 */
export const searchNames = pgTable(
  "search_names",
  {
    kind: text({ enum: NAMED_KINDS }).notNull(),
    recordId: uuid().notNull(),
    language: char({ length: 2 }).notNull(),
    /** Its main name in this language: folded words with one space between, sorted by code. */
    name: text().notNull(),
    /** The folded words of all its names in this language. */
    words: tsvector().notNull(),
  },
  (t) => [
    primaryKey({ name: "search_names_pkey", columns: [t.kind, t.recordId, t.language] }),
    check("search_names_kind_check", oneOf(t.kind, NAMED_KINDS)),
    index("search_names_name_idx").on(t.kind, t.name),
    index("search_names_words_idx").using("gin", t.words).with({ gin_pending_list_limit: 512 }),
  ],
);

import { sql } from "drizzle-orm";
import {
  bit,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

// The search rows of published courses: derived from the catalogue, written by features/search alone, never read for
// anything but finding. A course is a bit: its ordinal is its place in every bitmap. Why so:
// docs/decisions/0003-search-in-postgres-bitmaps.md

/** Courses in one bitmap; the SQL of features/search shifts by its power of two, 13. */
export const CHUNK = 8192;

export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** Every value of every facet that a course has or had. */
export const searchValues = pgTable(
  "search_values",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    facet: text().notNull(),
    value: text().notNull(),
    /** Courses that have it now. */
    courseCount: integer().notNull(),
  },
  (t) => [unique("search_values_value_key").on(t.facet, t.value)],
);

/**
 * Which courses have a value. Plane 0: those of which any open run, or the course itself, has it. Plane n, for values
 * of runs: those whose n-th open run has it. So "on the same run" is AND within a plane, "this course" OR over planes.
 */
export const searchBits = pgTable(
  "search_bits",
  {
    valueId: integer().notNull(),
    /** Of the value, repeated for the index. */
    facet: text().notNull(),
    chunk: integer().notNull(),
    plane: integer().notNull(),
    bits: bit({ dimensions: CHUNK }).notNull(),
  },
  (t) => [
    primaryKey({ name: "search_bits_pkey", columns: [t.valueId, t.chunk, t.plane] }),
    index("search_bits_facet_idx").on(t.facet, t.plane, t.chunk),
  ],
);

export const searchDocuments = pgTable(
  "search_documents",
  {
    /** Dense; a freed one is given to the next course. */
    ordinal: integer().primaryKey(),
    courseId: uuid().notNull().unique("search_documents_course_key"),
    words: tsvector().notNull(),
    /** Of the whole search document: a copy elsewhere that has the same is equal. */
    hash: text().notNull(),
    /** The bits this course has set: pairs of value and plane, in two lists. */
    cellValues: integer().array().notNull(),
    cellPlanes: integer().array().notNull(),
    /** The row holds on the days from `freshFrom` (null: ever) to the one before `changesOn` (null: never). */
    freshFrom: date({ mode: "string" }),
    changesOn: date({ mode: "string" }),
  },
  (t) => [
    index("search_documents_fresh_idx").on(t.freshFrom),
    index("search_documents_changes_idx").on(t.changesOn),
    // The buckets in which copies are compared: the last byte of the id.
    index("search_documents_bucket_idx").on(sql`get_byte(uuid_send(${t.courseId}), 15)`),
  ],
);

/**
 * The words of the documents again, to be found by: out of line, so that the rows of all courses are few pages and a word
 * that half of them have is found in milliseconds. To be asked through `search_ordinals`, which never reads them one by one.
 */
export const searchWords = pgTable(
  "search_words",
  {
    ordinal: integer().primaryKey(),
    words: tsvector().notNull(),
    titleWords: tsvector().notNull().generatedAlwaysAs(sql`ts_filter(words, '{a}')`),
  },
  (t) => [
    // In kB, the list of new entries that wait to be sorted in: every search reads it, so it is kept short.
    index("search_words_words_idx").using("gin", t.words).with({ gin_pending_list_limit: 512 }),
    index("search_words_title_idx").using("gin", t.titleWords).with({ gin_pending_list_limit: 512 }),
  ],
);

/** Narrow rows beside the documents: what results are sorted by, and the two facets with thousands of values. */
export const searchKeys = pgTable("search_keys", {
  ordinal: integer().primaryKey(),
  courseId: uuid().notNull().unique("search_keys_course_key"),
  startOn: date({ mode: "string" }),
  ectsHundredths: integer(),
  euroCents: integer(),
  publishedAt: timestamp({ withTimezone: true, mode: "date" }).notNull(),
  providerValue: integer().notNull(),
  skillValues: integer().array().notNull(),
});

/** Every word of the documents, for correcting what was misspelt. */
export const searchTerms = pgTable("search_terms", {
  term: text().primaryKey(),
  /** Courses that have it now. */
  courseCount: integer().notNull(),
});

/** What people searched for and did not find, by day; nothing about who. */
export const unansweredSearches = pgTable(
  "unanswered_searches",
  {
    day: date({ mode: "string" }).notNull(),
    /** The language of the page; empty for the API. */
    locale: text().notNull(),
    /** Folded words. */
    words: text().notNull(),
    /** The filters as in an address, in the order of facets. */
    filters: text().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ name: "unanswered_searches_pkey", columns: [t.day, t.locale, t.words, t.filters] })],
);

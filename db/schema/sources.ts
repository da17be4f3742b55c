import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { day, instant, oneOf } from "./columns";

export const SOURCE_CLASSES = ["authoritative", "provider", "third-party"] as const;
export const IMPORT_STATES = ["applied", "unchanged", "refused", "quarantined"] as const;
/** `proposed`: a change of a published course that waits for a person; the published state stays. */
export const ITEM_OUTCOMES = ["added", "changed", "proposed", "refused", "missing"] as const;

export const sources = pgTable(
  "sources",
  {
    id: uuid().primaryKey(),
    name: text().notNull().unique("sources_name_key"),
    format: text().notNull(),
    address: text().notNull(),
    licence: text(),
    class: text({ enum: SOURCE_CLASSES }).notNull(),
    isSample: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [check("sources_class_check", oneOf(t.class, SOURCE_CLASSES))],
);

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  missing: number;
}

export const importRuns = pgTable(
  "import_runs",
  {
    id: uuid().primaryKey(),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    state: text({ enum: IMPORT_STATES }).notNull(),
    isPartial: boolean().notNull(),
    counts: jsonb().$type<ImportCounts>().notNull(),
    retrievedOn: day().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant().notNull(),
  },
  (t) => [
    check("import_runs_state_check", oneOf(t.state, IMPORT_STATES)),
    index("import_runs_source_idx").on(t.sourceId, t.finishedAt),
  ],
);

export interface ItemNote {
  field: string | null;
  rule: string;
  severity: string;
  message: string;
}

/** Append-only: one row each time a record's content differs from what the source last said, with the raw record (personal data removed). */
export const importItems = pgTable(
  "import_items",
  {
    id: uuid().primaryKey(),
    runId: uuid()
      .notNull()
      .references(() => importRuns.id, { onDelete: "cascade" }),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    externalId: text().notNull(),
    outcome: text({ enum: ITEM_OUTCOMES }).notNull(),
    raw: jsonb().$type<unknown>(),
    contentHash: text().notNull(),
    notes: jsonb().$type<readonly ItemNote[]>().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    unique("import_items_run_record_key").on(t.runId, t.kind, t.externalId, t.position),
    index("import_items_record_idx").on(t.sourceId, t.kind, t.externalId),
    check("import_items_outcome_check", oneOf(t.outcome, ITEM_OUTCOMES)),
  ],
);

import { sql } from "drizzle-orm";
import { bigint, check, customType, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns";
import { SLUG_KINDS } from "./slugs";

/** A record was written or removed; or what a search finds of it may have changed, by itself or with its provider, say. */
export const RECORD_CHANGES = ["written", "removed", "indexed"] as const;

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * Every change of a public record, in the transaction that made it. Rows are only ever added. Who copies the records
 * elsewhere reads them by (xid, id), and only below the oldest transaction that still runs: ids come out of order.
 */
export const recordChanges = pgTable(
  "record_changes",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    kind: text({ enum: SLUG_KINDS }).notNull(),
    recordId: uuid().notNull(),
    change: text({ enum: RECORD_CHANGES }).notNull(),
    at: instant().notNull().defaultNow(),
  },
  (t) => [
    index("record_changes_order_idx").on(t.xid, t.id),
    check("record_changes_kind_check", oneOf(t.kind, SLUG_KINDS)),
    check("record_changes_change_check", oneOf(t.change, RECORD_CHANGES)),
  ],
);

/** A copy of the search documents outside this database, and how far it has come. */
export const searchCopies = pgTable("search_copies", {
  /** The engine that holds it. */
  engine: text().primaryKey(),
  /** Of the settings and the analyser that it was built with; with another one it is built anew. */
  settingsHash: text().notNull(),
  /** All changes up to this one are in it. */
  seenXid: xid8().notNull(),
  seenId: bigint({ mode: "number" }).notNull(),
  /** While it is built anew: courses written until now, of how many. */
  rebuiltCourses: bigint({ mode: "number" }),
  rebuildTotal: bigint({ mode: "number" }),
  /** Somebody wants it built anew; null again once that is done. */
  rebuildAskedAt: instant(),
  /** The day to which it was renewed: all that a day changes by itself is in it. Null: not yet to any. */
  holdsOn: date({ mode: "string" }),
  /** When the sweep last found it equal, or made it so. */
  sweptAt: instant(),
  updatedAt: instant().notNull(),
});

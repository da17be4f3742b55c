import { sql } from "drizzle-orm";
import { boolean, check, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "./columns";

export const SLUG_KINDS = ["course", "credential", "provider"] as const;

/** Every public address a record ever had; the current one is also on the record. An old one leads to the new, and is never given away. */
export const slugs = pgTable(
  "slugs",
  {
    kind: text({ enum: SLUG_KINDS }).notNull(),
    slug: text().notNull(),
    recordId: uuid().notNull(),
    isCurrent: boolean().notNull(),
  },
  (t) => [
    primaryKey({ name: "slugs_pkey", columns: [t.kind, t.slug] }),
    uniqueIndex("slugs_current_key").on(t.kind, t.recordId).where(sql`${t.isCurrent}`),
    check("slugs_kind_check", oneOf(t.kind, SLUG_KINDS)),
  ],
);

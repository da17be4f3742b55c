import { sql } from "drizzle-orm";
import { boolean, date, integer, jsonb, type PgColumn, text, timestamp } from "drizzle-orm/pg-core";
import type { LanguageMap } from "@/lib/language-map";

export const instant = () => timestamp({ withTimezone: true, mode: "date" });
export const day = () => date({ mode: "string" });
export const languageMap = () => jsonb().$type<LanguageMap>();
export const textList = <T extends string = string>() =>
  text().array().$type<readonly T[]>().notNull().default(sql`'{}'`);

/** What every catalogue record says about where it came from. `retrievedOn`: the day its source was last read and said this. */
export const provenance = () => ({
  externalId: text().notNull(),
  sourceUrl: text(),
  retrievedOn: day().notNull(),
  isSample: boolean().notNull().default(false),
  version: integer().notNull().default(1),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
});

/** SQL for "column is one of", for CHECK constraints on state columns. */
export function oneOf(column: PgColumn, values: readonly string[]) {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
}

/** SQL for "every element is one of" on a text array. */
export function allOf(column: PgColumn, values: readonly string[]) {
  return sql`${column} <@ array[${sql.raw(values.map((value) => `'${value}'`).join(", "))}]::text[]`;
}

import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "./client";

/** Rows of one statement: bounds the memory it takes. */
const BATCH = 2_000;

/** A record that is written: as it was (null: it is new), and as it will stand. */
export interface Write<R> {
  before: R | null;
  after: R;
}

/** A list as one array parameter: unlike `inArray` it has no limit of 65,534 values and is prepared once. */
export const uuids = (ids: readonly string[]): SQL => sql`${sql.param(ids)}::uuid[]`;
export const texts = (values: readonly string[]): SQL => sql`${sql.param(values)}::text[]`;

/** Writes any number of whole rows, a few thousand in a statement. */
export async function insertRows<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T["$inferSelect"][],
): Promise<void> {
  await writeRows(tx, table, rows, sql``);
}

/** Like `insertRows`, and a row whose key is there already takes the new values. */
export async function upsertRows<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T["$inferSelect"][],
  key: keyof T["$inferSelect"] & string = "id",
): Promise<void> {
  const keyName = toSnakeCase(key);
  const updates = columnNames(table)
    .filter((name) => name !== keyName)
    .map((name) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`);
  const conflict = sql` on conflict (${sql.identifier(keyName)}) do update set ${sql.join(updates, sql`, `)}`;
  await writeRows(tx, table, rows, conflict);
}

/** Deletes the rows that have the same values in the key columns. */
export async function deleteRows<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T["$inferSelect"][],
  key: readonly (keyof T["$inferSelect"] & string)[],
): Promise<void> {
  const names = key.map((column) => sql.identifier(toSnakeCase(column)));
  const same = sql.join(
    names.map((name) => sql`${table}.${name} = gone.${name}`),
    sql` and `,
  );
  for (const batch of batches(rows))
    await tx.execute(sql`delete from ${table} using ${recordsOf(table, batch)} as gone where ${same}`);
}

async function writeRows<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T["$inferSelect"][],
  onConflict: SQL,
): Promise<void> {
  const columns = sql.join(
    columnNames(table).map((name) => sql.identifier(name)),
    sql`, `,
  );
  for (const batch of batches(rows))
    await tx.execute(
      sql`insert into ${table} (${columns}) select ${columns} from ${recordsOf(table, batch)}${onConflict}`,
    );
}

function batches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) =>
    rows.slice(i * BATCH, (i + 1) * BATCH),
  );
}

/** One JSON parameter as rows of the table: Postgres turns each value into the type of its column. */
function recordsOf(table: PgTable, rows: readonly object[]): SQL {
  const names = new Map(Object.keys(getTableColumns(table)).map((key) => [key, toSnakeCase(key)]));
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [names.get(key) ?? key, value])),
  );
  return sql`jsonb_populate_recordset(null::${table}, ${JSON.stringify(named)}::jsonb)`;
}

const columnNames = (table: PgTable): string[] => Object.keys(getTableColumns(table)).map(toSnakeCase);

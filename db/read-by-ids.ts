import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./client";

interface Readable<Row> {
  prepare(name: string): { execute(values: { ids: readonly string[] }): Promise<Row[]> };
}

/**
 * A query by a list of ids that is written once for each database, not each time it is asked: to write it takes as long
 * as to read what comes back.
 * @param write is given the ids as an array of Postgres
 */
export function readByIds<Row>(
  write: (db: Database, ids: SQL) => Readable<Row>,
): (db: Database, ids: readonly string[]) => Promise<Row[]> {
  const written = new WeakMap<Database, ReturnType<Readable<Row>["prepare"]>>();
  const ids = sql`${sql.placeholder("ids")}::uuid[]`;
  return async (db, asked) => {
    if (asked.length === 0) return [];
    const query = written.get(db) ?? write(db, ids).prepare("by ids");
    written.set(db, query);
    return await query.execute({ ids: asked });
  };
}

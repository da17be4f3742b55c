import type postgres from "postgres";

/** Uses after which a statement counts as frequent. */
const OFTEN = 10;
/** Each connection keeps what is prepared, some 100 kB a statement: so many, and none that is long. */
const MOST = 60;
const LONGEST = 4_000;
/** Statements that are counted at a time. */
const COUNTED = 1_000;

/**
 * Lets statements that are sent often be parsed once for a connection, and asked in one journey instead of two. Not all,
 * since there is no end of those that people's choices make up. Whoever puts a pool between us and the server that does
 * not allow for it writes `?prepare=false` into the address of the database.
 */
export function preparingFrequent(sql: postgres.Sql): postgres.Sql {
  const uses = new Map<string, number>();
  const prepared = new Set<string>();

  function isFrequent(text: string): boolean {
    if (prepared.has(text)) return true;
    if (prepared.size >= MOST || text.length > LONGEST) return false;
    const count = (uses.get(text) ?? 0) + 1;
    if (uses.size >= COUNTED) uses.clear();
    uses.set(text, count);
    if (count > OFTEN) prepared.add(text);
    return count > OFTEN;
  }

  const unsafe: typeof sql.unsafe = (text, parameters, options) =>
    sql.unsafe(text, parameters, { ...options, prepare: options?.prepare || isFrequent(text) });
  return new Proxy(sql, {
    get: (target, name) => (name === "unsafe" ? unsafe : Reflect.get(target, name)),
  });
}

import type postgres from "postgres";

/** Which statements are prepared. */
export interface Frequent {
  /** Uses after which a statement is. */
  often: number;
  /** Each connection keeps what is prepared: so many. */
  most: number;
  /** Characters; a longer one never is. */
  longest: number;
}

/** Some 100 kB each in the memory of a connection. */
export const SHORT_STATEMENTS: Frequent = { often: 10, most: 60, longest: 4_000 };
/** Some 600 kB each. */
export const LONG_STATEMENTS: Frequent = { often: 2, most: 80, longest: 12_000 };

/** Statements that are counted at a time. */
const COUNTED = 1_000;

/**
 * Lets statements that are sent often, in transactions too, be parsed once for a connection, and asked in one journey
 * instead of two. Not all, since there is no end of those that people's choices make up. Whoever puts a pool between us
 * and the server that does not allow for it writes `?prepare=false` into the address of the database. Where a column
 * becomes another type meanwhile, a transaction that reads it fails once.
 */
export function preparing(sql: postgres.Sql, { often, most, longest }: Frequent): postgres.Sql {
  const uses = new Map<string, number>();
  const prepared = new Set<string>();

  function isFrequent(text: string): boolean {
    if (prepared.has(text)) return true;
    if (prepared.size >= most || text.length > longest) return false;
    const count = (uses.get(text) ?? 0) + 1;
    if (uses.size >= COUNTED) uses.clear();
    uses.set(text, count);
    if (count > often) prepared.add(text);
    return count > often;
  }

  function withPrepared<S extends Pick<postgres.Sql, "unsafe">>(asked: S): S {
    const unsafe: S["unsafe"] = (text, parameters, options) =>
      asked.unsafe(text, parameters, { ...options, prepare: options?.prepare || isFrequent(text) });
    return new Proxy(asked, {
      get(target, name) {
        if (name === "unsafe") return unsafe;
        const own = Reflect.get<object, PropertyKey>(target, name);
        return name === "begin" || name === "savepoint" ? beginning(own) : own;
      },
    });
  }
  const beginning = (begin: (work: Work) => unknown) => (work: Work) => begin((tx) => work(withPrepared(tx)));

  return withPrepared(sql);
}

type Work = (tx: postgres.TransactionSql) => unknown;

import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { unavailable } from "@/lib/errors";
import { preparingFrequent } from "./frequent-statements";

export type Database = PostgresJsDatabase<Record<string, never>>;
/** Inside a transaction. What only reads takes a `Database`; a transaction serves there too. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

export interface Connection {
  db: Database;
  sql: postgres.Sql;
  end(): Promise<void>;
}

export interface ConnectOptions {
  /** Connections of the pool; 10 unless said. */
  max?: number;
  /** Milliseconds after which the server gives up a statement; 0 for never. */
  statementTimeout?: number;
  /** Seconds after which a connection that nobody uses is closed; 0 for never. */
  idleTimeout?: number;
}

export function connect(
  url: string,
  { max = 10, statementTimeout = 0, idleTimeout = 60 }: ConnectOptions = {},
): Connection {
  const sql = postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: idleTimeout,
    // Seconds before a lost connection is opened again: the driver's own steps grow to 20.
    backoff: (attempt) => Math.min(0.01 * 2 ** attempt, 0.5),
    onnotice: () => {},
    connection: { application_name: "cairn", statement_timeout: statementTimeout },
  });
  return {
    db: drizzle(preparingFrequent(sql), { casing: "snake_case" }),
    sql,
    end: () => sql.end({ timeout: 5 }),
  };
}

// Next loads a module once per bundle and again on each change in development: the pool outlives that.
const holder = globalThis as typeof globalThis & { cairnConnection?: Connection };

/** The pool of this process, opened at first use. */
export function database(): Database {
  const url = env().DATABASE_URL;
  if (!url) throw unavailable("DATABASE_URL is not set: start with `npm start`, or set it to your Postgres");
  holder.cairnConnection ??= connect(url, { statementTimeout: 10_000 });
  return holder.cairnConnection.db;
}

import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { unavailable } from "@/lib/errors";
import { LONG_STATEMENTS, preparing, SHORT_STATEMENTS } from "./frequent-statements";

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

/**
 * Pools beside that of a database, whose sessions plan each text once. Few connections: each keeps its own plans, some
 * megabytes of them.
 */
const BESIDE = {
  planningOnce: { most: 4, settings: { plan_cache_mode: "force_generic_plan" } },
  byIndexAlone: { most: 2, settings: { plan_cache_mode: "force_generic_plan", enable_seqscan: "off" } },
} as const;
type Beside = Record<keyof typeof BESIDE, Database>;

// Next loads a module once per bundle and again on each change in development: the pools outlive that, and are found from
// each of them.
declare global {
  var cairnConnection: Connection | undefined;
  var cairnPoolsBeside: WeakMap<Database, Beside> | undefined;
}

globalThis.cairnPoolsBeside ??= new WeakMap();
const besideOf = globalThis.cairnPoolsBeside;

/** Opens a pool; nothing is sent before it is asked something. */
export function connect(
  url: string,
  { max = 10, statementTimeout = 0, idleTimeout = 60 }: ConnectOptions = {},
): Connection {
  const open = (connections: number, settings: Record<string, string>) =>
    postgres(url, {
      max: connections,
      connect_timeout: 5,
      idle_timeout: idleTimeout,
      // Seconds before a lost connection is opened again: the driver's own steps grow to 20.
      backoff: (attempt) => Math.min(0.01 * 2 ** attempt, 0.5),
      onnotice: () => {},
      connection: { application_name: "cairn", statement_timeout: statementTimeout, ...settings },
    });
  const sql = open(max, {});
  const pools = [sql];
  const openBeside = ({ most, settings }: (typeof BESIDE)[keyof Beside]) => {
    const pool = open(Math.min(max, most), settings);
    pools.push(pool);
    return drizzle(preparing(pool, LONG_STATEMENTS), { casing: "snake_case" });
  };
  const db = drizzle(preparing(sql, SHORT_STATEMENTS), { casing: "snake_case" });
  besideOf.set(db, {
    planningOnce: openBeside(BESIDE.planningOnce),
    byIndexAlone: openBeside(BESIDE.byIndexAlone),
  });
  return {
    db,
    sql,
    end: async () => {
      await Promise.all(pools.map((pool) => pool.end({ timeout: 5 })));
    },
  };
}

/**
 * The same database, by a few connections of their own, for long statements that are sent again and again with other
 * values: these are planned once for a connection, whatever the values, where planning would take as long as the rest. A
 * transaction is itself, since what it has written is seen in it alone.
 */
export const planningOnce = (db: Database): Database => besideOf.get(db)?.planningOnce ?? db;

/**
 * The same, for statements that must not read whole tables: the planner, which cannot know how rare a value is, would do
 * so to find one.
 */
export const byIndexAlone = (db: Database): Database => besideOf.get(db)?.byIndexAlone ?? db;

/** The pool of this process, opened at first use. */
export function database(): Database {
  globalThis.cairnConnection ??= connect(databaseUrl(), { statementTimeout: 10_000 });
  return globalThis.cairnConnection.db;
}

function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url) throw unavailable("DATABASE_URL is not set: start with `npm start`, or set it to your Postgres");
  return url;
}

import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Connection, connect, type Database } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { meilisearchCopy } from "@/features/meilisearch/meilisearch-copy";
import {
  connectMeilisearch,
  type MeilisearchClient,
  meilisearchEngine,
} from "@/features/meilisearch/meilisearch-engine";
import { indexNames } from "@/features/meilisearch-index/settings";
import { documentReader } from "@/features/postgres-search/documents";
import { reindexAll } from "@/features/postgres-search/mutations";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import type { SearchEngine } from "@/features/search/engine";
import { makeKeys } from "@/features/search-server/keys";
import { startMeilisearch } from "@/features/search-server/server-program";
import type { Day } from "@/lib/dates";
import { findProgram } from "@/lib/programs";
import { timed } from "./figures";

/** A catalogue, searched by each engine there is. */
export interface Setting {
  connection: Connection;
  engines: SearchEngine[];
  /** Null where no Meilisearch is at hand. */
  meilisearch: { client: MeilisearchClient; index: string } | null;
  /** Seconds for each index, built anew. */
  built: Record<string, number>;
  /** Megabytes: memory of each program, and what the indexes take on the disk. */
  memory(): Promise<[name: string, megabytes: number][]>;
  end(): Promise<void>;
}

const INDEX = "courses_bench";
const BATCH = 500;
const PATIENCE = 60_000;

export async function setUp(today: Day, load: (db: Database) => Promise<unknown>): Promise<Setting> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "cairn-bench-"));
  const server = await openEmbedded({ dataDir });
  const endings = [() => rm(dataDir, { recursive: true }), () => server.stop()];
  const end = async () => {
    for (const ending of endings.reverse()) await ending();
  };
  try {
    await migrate(server.ownerUrl, server.appUrl);
    const connection = connect(server.appUrl);
    endings.push(() => connection.end());
    const { db } = connection;
    await load(db);
    const built: Record<string, number> = {
      postgres: (await timed(() => db.transaction((tx) => reindexAll(tx, { today })))) / 1000,
    };
    const owner = connect(server.ownerUrl, { max: 1 });
    await owner.sql`vacuum analyze`;
    await owner.end();
    const engines = [postgresEngine(db)];
    const found = await openMeilisearch(dataDir);
    if (found) {
      endings.push(found.stop);
      built.meilisearch = (await timed(() => fillMeilisearch(connection, found, today))) / 1000;
      engines.unshift(
        meilisearchEngine({ url: found.url, key: found.searchKey, index: INDEX, timeout: PATIENCE }),
      );
    }
    return {
      connection,
      engines,
      meilisearch: found && {
        client: connectMeilisearch({ url: found.url, key: found.searchKey, timeout: PATIENCE }),
        index: indexNames(INDEX).live,
      },
      built,
      memory: () => memoryOf(connection, dataDir, found?.pid ?? null),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

interface OpenMeilisearch {
  url: string;
  searchKey: string;
  writeKey: string;
  pid: number | null;
  stop(): Promise<void>;
}

/** The server that MEILI_URL and MEILI_MASTER_KEY name, else the program on the PATH, else none. */
async function openMeilisearch(dataDir: string): Promise<OpenMeilisearch | null> {
  const { MEILI_URL, MEILI_MASTER_KEY } = process.env;
  if (MEILI_URL && MEILI_MASTER_KEY) {
    const keys = await makeKeys({ url: MEILI_URL, masterKey: MEILI_MASTER_KEY });
    const client = connectMeilisearch({ url: MEILI_URL, key: keys.writeKey, timeout: PATIENCE });
    const stop = async () => {
      await client.deleteIndex(indexNames(INDEX).live).waitTask();
    };
    return { url: MEILI_URL, ...keys, pid: null, stop };
  }
  const program = findProgram("meilisearch");
  if (program === null) return null;
  const masterKey = randomBytes(16).toString("hex");
  const started = await startMeilisearch({ program, dataDir, masterKey });
  const keys = await makeKeys({ url: started.url, masterKey });
  return { url: started.url, ...keys, pid: started.process.pid, stop: () => started.stop() };
}

async function fillMeilisearch(
  { db, sql }: Connection,
  { url, writeKey }: OpenMeilisearch,
  today: Day,
): Promise<void> {
  const copy = meilisearchCopy({ url, key: writeKey, index: INDEX, taskTimeout: 3_600_000 });
  const read = documentReader(db, today);
  const rows = await sql<{ id: string }[]>`select id from courses where status = 'published' order by id`;
  const rebuild = await copy.rebuild();
  for (let start = 0; start < rows.length; start += BATCH)
    await rebuild.put(await read(rows.slice(start, start + BATCH).map(({ id }) => id)));
  await rebuild.goLive();
}

async function memoryOf(
  { sql }: Connection,
  dataDir: string,
  meilisearch: number | null,
): Promise<[string, number][]> {
  const tables = [
    "search_bits",
    "search_documents",
    "search_words",
    "search_keys",
    "search_values",
    "search_terms",
  ];
  const [row] = await sql<{ size: number }[]>`
    select sum(pg_total_relation_size(name::regclass))::float8 / 1e6 as size from unnest(${tables}::text[]) as name`;
  const postmaster = Number(
    readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0],
  );
  return [
    ["this program", process.memoryUsage().rss / 1e6],
    ["Postgres, its processes together", withChildren(postmaster).reduce((sum, pid) => sum + share(pid), 0)],
    ["Postgres, search tables on the disk", row?.size ?? 0],
    ...(meilisearch === null
      ? []
      : ([
          ["Meilisearch", share(meilisearch)],
          ["Meilisearch on the disk", folderSize(path.join(dataDir, "meilisearch"))],
        ] satisfies [string, number][])),
  ];
}

/** Megabytes that a process has, of what it shares a fair part. */
function share(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

function withChildren(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const children = threads.flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").trim().split(/\s+/).filter(Boolean),
    );
    return [pid, ...children.map(Number)];
  } catch {
    return [];
  }
}

function folderSize(folder: string): number {
  return Number(execFileSync("du", ["-sk", folder], { encoding: "utf8" }).split("\t")[0]) / 1000;
}

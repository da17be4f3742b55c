import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isHealthy } from "@/features/meilisearch/meilisearch-engine";
import { type Env, programFolders } from "@/lib/env";
import { invalid } from "@/lib/errors";
import { keepRunning, type Running } from "@/lib/keep-running";
import { log } from "@/lib/log";
import { freePort, isAlive, isPortFree, type ProcessIdentity, self } from "@/lib/processes";
import { findProgram } from "@/lib/programs";
import { readSecret, writeSecret } from "@/lib/secret-file";
import { makeKeys } from "./keys";
import { type MeilisearchProgram, startMeilisearch } from "./server-program";

/** What answers searches first, and what the processes of the portal are told of it: each its own key and no other. */
export interface SearchServer {
  /** For a person who starts the portal. */
  description: string;
  web: Record<string, string>;
  worker: Record<string, string>;
  /** Stops what was started for it. */
  stop(): Promise<void>;
}

/** `meilisearch.json`, readable by its owner alone. */
interface Settings {
  masterKey: string;
  port: number;
  /** The program that runs the server, or did. */
  launcher: ProcessIdentity;
}

const PROGRAM = "meilisearch";
const LOOK_EVERY = 250;
const NO_SERVER = { MEILI_URL: "", MEILI_SEARCH_KEY: "", MEILI_WRITE_KEY: "" };

/**
 * The Meilisearch of MEILI_URL; else the program on the PATH, run beside the portal with keys of its own and its data in
 * the data folder; else none, and Postgres answers.
 * @param folders in which the program is looked for
 * @throws invalid where MEILI_URL is set without its keys
 */
export async function openSearchServer(settings: Env, folders = programFolders()): Promise<SearchServer> {
  const { CAIRN_ENGINE, CAIRN_DATA, MEILI_URL, MEILI_SEARCH_KEY, MEILI_WRITE_KEY } = settings;
  if (CAIRN_ENGINE === "postgres") return postgresOnly("Postgres, as CAIRN_ENGINE says");
  if (MEILI_URL) {
    if (!MEILI_SEARCH_KEY || !MEILI_WRITE_KEY)
      throw invalid(
        "MEILI_URL needs MEILI_SEARCH_KEY for the web process and MEILI_WRITE_KEY for the worker.",
      );
    const keys = { searchKey: MEILI_SEARCH_KEY, writeKey: MEILI_WRITE_KEY };
    return { ...told(MEILI_URL, keys), description: "the Meilisearch of MEILI_URL", stop: async () => {} };
  }
  const program = findProgram(PROGRAM, folders);
  if (program === null) return postgresOnly("Postgres (no program `meilisearch` on the PATH)");
  try {
    return await runBeside(program, path.resolve(CAIRN_DATA));
  } catch (error) {
    log.warn({ err: error }, "Meilisearch cannot be run");
    return postgresOnly("Postgres (Meilisearch cannot be run, see the log)");
  }
}

function postgresOnly(description: string): SearchServer {
  return { description, web: NO_SERVER, worker: NO_SERVER, stop: async () => {} };
}

function told(url: string, { searchKey, writeKey }: { searchKey: string; writeKey: string }) {
  return {
    web: { ...NO_SERVER, MEILI_URL: url, MEILI_SEARCH_KEY: searchKey },
    worker: { ...NO_SERVER, MEILI_URL: url, MEILI_WRITE_KEY: writeKey },
  };
}

async function runBeside(program: string, dataDir: string): Promise<SearchServer> {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, "meilisearch.json");
  const known = readSecret<Settings>(file);
  const masterKey = known?.masterKey ?? randomBytes(24).toString("hex");
  if (known && isAlive(known.launcher) && (await isHealthy(urlAt(known.port)))) {
    const keys = await makeKeys({ url: urlAt(known.port), masterKey });
    return {
      ...told(urlAt(known.port), keys),
      description: "Meilisearch, already running",
      stop: async () => {},
    };
  }
  const port = known && (await isPortFree(known.port)) ? known.port : await freePort();
  writeSecret(file, { masterKey, port, launcher: self() } satisfies Settings);

  const stopping = new AbortController();
  let server = await startMeilisearch({ program, dataDir, masterKey, port });
  const keys = await makeKeys({ url: server.url, masterKey });
  const start = async () => {
    server = await startMeilisearch({ program, dataDir, masterKey, port });
    return untilGone(server, stopping.signal);
  };
  const kept = keepRunning(
    untilGone(server, stopping.signal),
    start,
    (seconds, error) =>
      log.warn({ seconds, err: error ?? undefined }, "Meilisearch has ended and is started again"),
    stopping.signal,
  );
  return {
    ...told(server.url, keys),
    description: "Meilisearch, started",
    async stop() {
      stopping.abort();
      await kept;
      await server.stop();
    },
  };
}

const urlAt = (port: number): string => `http://127.0.0.1:${port}`;

/** Looks whether it runs: the server is the child of another program. */
function untilGone(server: MeilisearchProgram, signal: AbortSignal): Running {
  const exited = (async () => {
    while (!signal.aborted && server.isRunning()) await wait(LOOK_EVERY, null, { signal }).catch(() => {});
  })();
  return { exited };
}

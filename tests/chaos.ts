import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { type Connection, connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { type MeilisearchKeys, makeKeys } from "@/features/search-server/keys";
import { startMeilisearch } from "@/features/search-server/server-program";
import { type Ending, endProcess, freePort, identify } from "@/lib/processes";
import { insertCourse, insertProvider } from "./factories";
import { findMeilisearch, type ServerKind } from "./meilisearch-server";
import { temporaryData } from "./temporary-data";

const ROOT = path.join(import.meta.dirname, "..");
const MASTER_KEY = "a-master-key-of-tests";
const KILL: Ending = [["SIGKILL", 10_000]];
const COURSES = 40;

/** How many kills, and which: others are asked for in the environment. */
export const FAULTS = Number(process.env.CAIRN_CHAOS_FAULTS ?? 100);
export const SEED = Number(process.env.CAIRN_CHAOS_SEED ?? 1);

export type Victim = "writer" | "worker" | "engine" | "database";

/** A database, a search server, a worker and a writer: each a process of its own, to be killed and started again. */
export interface Chaos {
  readonly url: string;
  readonly connection: Connection;
  readonly engineUrl: string;
  readonly keys: MeilisearchKeys;
  /** Kills it with SIGKILL and starts it again. */
  kill(victim: Victim): Promise<void>;
  /** Kills the engine and gives it other data: those kept last, or none. */
  replaceData(by: "kept" | "none"): Promise<void>;
  /** Kills the engine and keeps its data as they are then. */
  keepData(): Promise<void>;
  stopWriter(): Promise<void>;
  /** The last number that the database acknowledged to the writer, by course. */
  acknowledged(): Map<string, number>;
  end(): Promise<void>;
}

export async function startChaos(kind: ServerKind, { hasWorker }: { hasWorker: boolean }): Promise<Chaos> {
  const folder = temporaryData();
  const acknowledgements = path.join(folder, "acknowledged.log");
  const dataDir = path.join(folder, "database");
  let database = await openEmbedded({ dataDir });
  const url = database.appUrl;
  await migrate(database.ownerUrl, url);
  const connection = connect(url);
  const courseIds = await insertCourses(connection);

  const programs = await buildPrograms(folder);
  const output = openSync(path.join(folder, "processes.log"), "a");
  const run = (program: string, args: string[] = [], environment: Record<string, string> = {}) =>
    runProgram([program, ...args], environment, ["ignore", output, output, "ipc"]);
  const engine = kind === "Meilisearch" ? await realEngine(folder) : await standIn(folder, programs.standIn);
  await engine.start();
  let keys = await makeKeys({ url: engine.url, masterKey: MASTER_KEY });

  const start = {
    writer: () =>
      run(programs.writer, ["--url", url, "--log", acknowledgements, "--courses", courseIds.join()]),
    worker: () =>
      run(programs.worker, [], {
        DATABASE_URL: url,
        MEILI_URL: engine.url,
        MEILI_WRITE_KEY: keys.writeKey,
        LOG_LEVEL: "info",
      }),
  };
  const running: { writer: ChildProcess | null; worker: ChildProcess | null } = {
    writer: start.writer(),
    worker: hasWorker ? start.worker() : null,
  };

  async function restartEngine(whileItIsDown: () => void): Promise<void> {
    await engine.kill();
    whileItIsDown();
    await engine.start();
  }

  return {
    url,
    connection,
    engineUrl: engine.url,
    get keys() {
      return keys;
    },
    async kill(victim) {
      if (victim === "database") {
        await killDatabase(dataDir);
        database = await openEmbedded({ dataDir });
        if (database.appUrl !== url) throw new Error("The database has moved");
      } else if (victim === "engine") await restartEngine(() => {});
      else if (running[victim]) {
        await killChild(running[victim]);
        running[victim] = start[victim]();
      }
    },
    keepData: () =>
      restartEngine(() => {
        rmSync(engine.kept, { recursive: true, force: true });
        cpSync(engine.data, engine.kept, { recursive: true });
      }),
    async replaceData(by) {
      await restartEngine(() => {
        rmSync(engine.data, { recursive: true, force: true });
        if (by === "kept" && existsSync(engine.kept)) cpSync(engine.kept, engine.data, { recursive: true });
      });
      // An operator's first step with an empty server. The keys come out the same.
      keys = await makeKeys({ url: engine.url, masterKey: MASTER_KEY });
    },
    async stopWriter() {
      if (running.writer) await killChild(running.writer);
      running.writer = null;
    },
    acknowledged: () => readAcknowledged(acknowledgements),
    async end() {
      for (const child of [running.writer, running.worker]) if (child) await killChild(child);
      await engine.kill();
      await connection.end();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Engine {
  url: string;
  data: string;
  /** Where data that may come back are kept. */
  kept: string;
  start(): Promise<void>;
  kill(): Promise<void>;
}

async function standIn(folder: string, program: string): Promise<Engine> {
  const port = await freePort();
  const data = path.join(folder, "engine");
  let child: ChildProcess | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    data,
    kept: path.join(folder, "kept"),
    async start() {
      const args = ["--port", String(port), "--data", data, "--master-key", MASTER_KEY];
      child = runProgram([program, ...args], {}, ["pipe", "pipe", "inherit", "ipc"]);
      if (child.stdout) await once(createInterface(child.stdout), "line");
    },
    async kill() {
      if (child) await killChild(child);
    },
  };
}

async function realEngine(folder: string): Promise<Engine> {
  const found = findMeilisearch();
  if (!found || "url" in found) throw new Error("There is no Meilisearch program here");
  const options = { program: found.program, dataDir: folder, masterKey: MASTER_KEY, port: await freePort() };
  let server: Awaited<ReturnType<typeof startMeilisearch>> | undefined;
  return {
    url: `http://127.0.0.1:${options.port}`,
    data: path.join(folder, "meilisearch/data"),
    kept: path.join(folder, "kept"),
    async start() {
      server = await startMeilisearch(options);
    },
    async kill() {
      if (server) await endProcess(server.process, KILL);
    },
  };
}

/** The programs in a file each: started a hundred times, they would spend most of the time on being read. */
async function buildPrograms(folder: string): Promise<{ worker: string; writer: string; standIn: string }> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      worker: "scripts/worker.ts",
      writer: "tests/chaos-writer.ts",
      standIn: "tests/meilisearch-stand-in-program.ts",
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["react-server"],
    external: ["pg-native"],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: "error",
  });
  const file = (name: string) => path.join(folder, `${name}.mjs`);
  return { worker: file("worker"), writer: file("writer"), standIn: file("standIn") };
}

/** A program that ends when this process does. */
function runProgram(args: string[], environment: Record<string, string>, stdio: StdioOptions): ChildProcess {
  return spawn(process.execPath, ["--import", "./scripts/end-with-parent.mjs", ...args], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio,
  });
}

async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

async function killDatabase(dataDir: string): Promise<void> {
  const [pid] = readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
  const server = identify(Number(pid));
  if (server) await endProcess(server, KILL);
}

async function insertCourses({ db }: Connection): Promise<string[]> {
  const { id: provider } = await insertProvider(db);
  const ids: string[] = [];
  for (let i = 0; i < COURSES; i++) ids.push((await insertCourse(db, { content: { provider } })).id);
  return ids;
}

/** A last line that a kill cut short counts for nothing. */
function readAcknowledged(file: string): Map<string, number> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return new Map(
    lines.map((line) => {
      const [id = "", number] = line.split(" ");
      return [id, Number(number)];
    }),
  );
}

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isHealthy } from "@/features/meilisearch/meilisearch-engine";
import { bareEnv } from "@/lib/env";
import { unavailable } from "@/lib/errors";
import { endProcess, freePort, identify, isAlive, type ProcessIdentity } from "@/lib/processes";

export interface MeilisearchProgram {
  url: string;
  process: ProcessIdentity;
  isRunning(): boolean;
  stop(): Promise<void>;
}

export interface ProgramOptions {
  /** Path of the program, or its name on the PATH. */
  program: string;
  /** Its data and its log go into this folder. */
  dataDir: string;
  /** At least 16 characters. Never on the command line, which every user of the machine can read. */
  masterKey: string;
  /** 0: any free one. */
  port?: number;
}

/** Opening a large index takes seconds. */
const START_DEADLINE = 60_000;
const LOG_LENGTH = 5_000_000;
const ENDING = [
  ["SIGTERM", 10_000],
  ["SIGKILL", 3_000],
] as const;

/**
 * Runs a Meilisearch on the loopback address until `stop`, or until the program that called this has ended, in whatever
 * way. One that is left over from an earlier run on the same data is ended first; data of another version of the server,
 * which it cannot open, is thrown away: it is a copy.
 * @throws unavailable, in one sentence, where it does not start
 */
export async function startMeilisearch(options: ProgramOptions): Promise<MeilisearchProgram> {
  const files = filesIn(options.dataDir);
  mkdirSync(files.folder, { recursive: true, mode: 0o700 });
  await endLeftover(files);
  shortenLog(files);
  for (let attempt = 1; ; attempt++) {
    const port = options.port || (await freePort());
    const logged = sizeOf(files.log);
    const started = await launch(options, files, port);
    if (started) return started;
    const said = readFileSync(files.log).subarray(logged).toString();
    const isOtherVersion =
      /version .*(?:incompatible|older|higher|upgrade)|incompatible with your current/is.test(said);
    const isPortTaken = /address (?:already )?in use|AddrInUse/i.test(said) && !options.port;
    if (isOtherVersion) rmSync(files.data, { recursive: true, force: true });
    if (attempt >= 3 || !(isOtherVersion || isPortTaken)) {
      throw unavailable(`Meilisearch does not start (its log is ${files.log}): ${lastLine(said)}`);
    }
  }
}

interface Files {
  folder: string;
  data: string;
  log: string;
  /** Who runs on the data. */
  owner: string;
}

function filesIn(dataDir: string): Files {
  const folder = path.resolve(dataDir, "meilisearch");
  return {
    folder,
    data: path.join(folder, "data"),
    log: path.join(folder, "meilisearch.log"),
    owner: path.join(folder, "process.json"),
  };
}

/** Null where it ended before it answered. */
async function launch(
  { program, masterKey }: ProgramOptions,
  files: Files,
  port: number,
): Promise<MeilisearchProgram | null> {
  const args = [
    ["--http-addr", `127.0.0.1:${port}`],
    ["--db-path", files.data],
    ["--dump-dir", path.join(files.folder, "dumps")],
    ["--snapshot-dir", path.join(files.folder, "snapshots")],
    ["--env", "production"],
    ["--log-level", "WARN"],
    ["--no-analytics"],
    // By default two thirds of the machine's memory, of which it clears a part at every write: 1 to 2 s for one course.
    ["--max-indexing-memory", "1Gb"],
  ].flat();
  const keeper = spawn(
    process.execPath,
    [path.join(import.meta.dirname, "server-keeper.mjs"), files.log, program, ...args],
    {
      cwd: files.folder,
      env: bareEnv({ MEILI_MASTER_KEY: masterKey, NODE_OPTIONS: "" }),
      // Outside our process group: a Ctrl-C reaches us alone, and we stop it last.
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    },
  );
  const pid = await readPid(keeper, program);
  if (pid === null) return null;
  const server = identify(pid) ?? { pid, startedAt: "" };
  writeFileSync(files.owner, JSON.stringify(server), { mode: 0o600 });
  const url = `http://127.0.0.1:${port}`;
  const isRunning = () => isAlive(server);
  async function stop(): Promise<void> {
    if (!(await endProcess(server, ENDING))) throw unavailable(`Meilisearch (process ${pid}) does not end`);
    if (keeper.connected) keeper.disconnect();
    rmSync(files.owner, { force: true });
  }
  for (const deadline = Date.now() + START_DEADLINE; isRunning(); await wait(20)) {
    if (await isHealthy(url)) {
      // The server must not keep a program alive that has nothing else to do.
      keeper.unref();
      keeper.channel?.unref();
      return { url, process: server, isRunning, stop };
    }
    if (Date.now() > deadline) break;
  }
  await stop();
  return null;
}

function readPid(keeper: ChildProcess, program: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    keeper.once("message", (message: { pid?: number; fault?: string }) => {
      if (message.fault === undefined) resolve(message.pid ?? null);
      else reject(unavailable(`${program} cannot be run: ${message.fault}`));
    });
    keeper.once("error", (error) => reject(unavailable("Meilisearch cannot be run", error)));
    keeper.once("exit", () => resolve(null));
  });
}

async function endLeftover(files: Files): Promise<void> {
  if (!existsSync(files.owner)) return;
  const left = readOwner(files);
  if (left && isAlive(left) && !(await endProcess(left, ENDING))) {
    throw unavailable(`The Meilisearch of an earlier run (process ${left.pid}) does not end`);
  }
  rmSync(files.owner, { force: true });
}

/** Null where the file was not written to its end. */
function readOwner({ owner }: Files): ProcessIdentity | null {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(owner, "utf8"));
    return { pid: Number(pid), startedAt: String(startedAt) };
  } catch {
    return null;
  }
}

function shortenLog({ log }: Files): void {
  if (sizeOf(log) > LOG_LENGTH) truncateSync(log);
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const lastLine = (text: string): string => text.trim().split("\n").at(-1)?.trim() || "it says nothing";

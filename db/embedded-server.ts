import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { hasCode, isUnavailable, unavailable } from "@/lib/errors";
import { endProcess, identify, type ProcessIdentity } from "@/lib/processes";
import {
  type Cluster,
  choosePort,
  dataArgument,
  databaseUrl,
  SERVER_ENVIRONMENT,
  type Settings,
} from "./embedded-cluster";
import { explainServerEnd } from "./embedded-faults";

export interface RunningServer {
  process: ProcessIdentity;
  port: number;
}

// Recovery after a kill replays at most one checkpoint interval; this is far beyond it.
const START_DEADLINE = 120_000;
// Fast shutdown, then immediate, then the hard way.
const ENDING = [
  ["SIGINT", 15_000],
  ["SIGQUIT", 3_000],
  ["SIGKILL", 3_000],
] as const;

/** The server that runs on this folder, in whatever state. */
export function liveServer(cluster: Cluster): RunningServer | null {
  const server = readLock(cluster);
  return server && worksIn(server.process.pid, cluster.folder) ? server : null;
}

/** The same once it answers: waits where it is starting or stopping. */
export async function findServer(cluster: Cluster, settings: Settings): Promise<RunningServer | null> {
  for (const deadline = Date.now() + START_DEADLINE; ; await wait(50)) {
    const server = liveServer(cluster);
    if (!server) break;
    if (await answers(settings, server.port)) return server;
    if (Date.now() > deadline)
      throw unavailable(
        `The Postgres in ${cluster.folder} (process ${server.process.pid}) does not answer: end it, then start again.`,
      );
  }
  // Postgres takes a process that has ended but was never collected, or that was given the same id since, for a live
  // server. Its shared memory still guards the data.
  rmSync(lockFile(cluster), { force: true });
  return null;
}

export async function startServer(
  cluster: Cluster,
  program: string,
  settings: Settings,
): Promise<RunningServer> {
  const deadline = Date.now() + START_DEADLINE;
  for (;;) {
    const port = await choosePort(cluster, settings);
    const log = openLog(cluster);
    const child = launch(cluster, program, port, log.descriptor);
    closeSync(log.descriptor);
    while (child.exitCode === null && child.signalCode === null) {
      const server = readLock(cluster);
      if (server && server.process.pid === child.pid && (await answers(settings, port))) return server;
      if (Date.now() > deadline)
        throw unavailable(
          `The embedded Postgres is not ready after two minutes (its log is ${cluster.dataDir}/postgres.log).`,
        );
      await wait(15);
    }
    const output = readFileSync(log.file).subarray(log.length).toString();
    // A killed server's children hold its shared memory for a moment; a port can be taken between choice and use.
    const passes = /shared memory block .* still in use|postmaster\.pid" already exists|could not bind/.test(
      output,
    );
    if (!passes || Date.now() > deadline) throw explainServerEnd(output, cluster.dataDir);
    await wait(100);
  }
}

export async function stopServer(server: RunningServer): Promise<void> {
  if (!(await endProcess(server.process, ENDING)))
    throw unavailable(`The embedded Postgres (process ${server.process.pid}) does not end.`);
}

function openLog({ dataDir }: Cluster): { file: string; descriptor: number; length: number } {
  const file = path.join(dataDir, "postgres.log");
  const isLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000;
  const descriptor = openSync(file, isLong ? "w" : "a", 0o600);
  return { file, descriptor, length: fstatSync(descriptor).size };
}

/** Outside our process group, so that a Ctrl-C reaches us alone and the server stops last. */
function launch(cluster: Cluster, program: string, port: number, log: number): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(cluster.durable ? {} : { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
  };
  const child = spawn(
    path.join(program, "bin", "postgres"),
    [
      "-D",
      dataArgument(cluster),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    {
      ...cluster.user,
      cwd: cluster.folder,
      env: SERVER_ENVIRONMENT,
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  child.unref();
  return child;
}

function lockFile({ folder }: Cluster): string {
  return path.join(folder, "postmaster.pid");
}

/** What the server's own lock says; null for none. The port is NaN until the server has come so far. */
function readLock(cluster: Cluster): RunningServer | null {
  const file = lockFile(cluster);
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number);
  if (!pid) return null;
  return { process: identify(pid) ?? { pid, startedAt: "" }, port: port ?? Number.NaN };
}

function worksIn(pid: number, folder: string): boolean {
  if (!identify(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch (error) {
    if (hasCode(error, "EACCES", "ENOENT")) return false; // Another user's program, or gone by now.
    throw error;
  }
}

async function answers(settings: Settings, port: number): Promise<boolean> {
  if (!port) return false;
  const sql = postgres(databaseUrl(settings, port, "postgres", "postgres"), {
    max: 1,
    fetch_types: false,
    connect_timeout: 5,
  });
  try {
    await sql`select`;
    return true;
  } catch (error) {
    // Starting, stopping, or not listening yet; a wrong password is a fault to show.
    if (isUnavailable(error)) return false;
    throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

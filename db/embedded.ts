import { existsSync, mkdirSync, statfsSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";
import { isAlive } from "@/lib/processes";
import {
  type Cluster,
  checkVersion,
  createCluster,
  databaseUrl,
  ensureRoles,
  readSettings,
  type Settings,
} from "./embedded-cluster";
import { explainFolderFault, explainRemoteFault, explainServerFault } from "./embedded-faults";
import { findProgram, serverUser } from "./embedded-program";
import { findServer, liveServer, type RunningServer, startServer, stopServer } from "./embedded-server";
import { hasOtherUsers, join, leave, withLock } from "./embedded-users";

export interface OpenDatabase {
  /** For migrations. */
  ownerUrl: string;
  /** For everything else: a role that owns nothing. */
  appUrl: string;
  /** The server of the data folder; false for the one DATABASE_URL names. */
  embedded: boolean;
  /** True where this call started the server, false where it ran already. */
  started: boolean;
  /** False once the embedded server has ended; nothing is known of a server that is not ours. */
  isRunning(): boolean;
  /** A failure that came from this database, as one sentence where we know it. */
  explain(error: unknown): unknown;
  /** Leaves the server; the last program to leave an embedded one stops it. */
  stop(): Promise<void>;
}

/**
 * The database every command works on: the one of DATABASE_URL, else the embedded server of the data folder,
 * which is started if it does not run.
 * @param dataDir defaults to the setting CAIRN_DATA
 */
export async function openDatabase({ dataDir = env().CAIRN_DATA } = {}): Promise<OpenDatabase> {
  const { DATABASE_URL, DATABASE_OWNER_URL } = env();
  if (!DATABASE_URL) return openEmbedded({ dataDir });
  return {
    ownerUrl: DATABASE_OWNER_URL ?? DATABASE_URL,
    appUrl: DATABASE_URL,
    embedded: false,
    started: false,
    isRunning: () => true,
    explain: (error) => explainRemoteFault(error, DATABASE_URL),
    stop: async () => {},
  };
}

/**
 * The embedded server of a data folder, DATABASE_URL or not.
 * @param durable false only for tests: what was written need not survive a power cut
 */
export async function openEmbedded({
  dataDir,
  durable = true,
}: {
  dataDir: string;
  durable?: boolean;
}): Promise<OpenDatabase> {
  const cluster = clusterIn(path.resolve(dataDir), durable);
  try {
    mkdirSync(cluster.dataDir, { recursive: true });
    join(cluster.dataDir);
  } catch (error) {
    throw explainFolderFault(error, cluster.dataDir);
  }
  try {
    return await withLock(cluster.dataDir, () => open(cluster));
  } catch (error) {
    await leaveEmbedded(cluster).catch(() => {}); // What went wrong first is what to tell.
    throw explainFolderFault(error, cluster.dataDir);
  }
}

/** Stops the server of a data folder whose programs were all killed; leaves one that is in use. */
export async function stopAbandoned(dataDir: string): Promise<void> {
  await leaveEmbedded(clusterIn(path.resolve(dataDir), true));
}

function clusterIn(dataDir: string, durable: boolean): Cluster {
  const folder = path.join(dataDir, "postgres");
  return { dataDir, folder, user: serverUser(folder), durable };
}

async function open(cluster: Cluster): Promise<OpenDatabase> {
  checkVersion(cluster);
  const settings = await readSettings(cluster);
  const found = await findServer(cluster, settings);
  const server = found ?? (await start(cluster, settings));
  await ensureRoles(settings, server.port);
  const isRunning = () => isAlive(server.process);
  return {
    ownerUrl: databaseUrl(settings, server.port, "cairn_owner"),
    appUrl: databaseUrl(settings, server.port, "cairn"),
    embedded: true,
    started: found === null,
    isRunning,
    explain: (error) =>
      explainServerFault(error, cluster.dataDir, {
        isRunning: isRunning(),
        freeBytes: freeBytes(cluster.dataDir),
      }),
    stop: () => leaveEmbedded(cluster),
  };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

async function start(cluster: Cluster, settings: Settings): Promise<RunningServer> {
  const program = findProgram(cluster.user, cluster.dataDir);
  if (!existsSync(cluster.folder)) createCluster(cluster, program, settings);
  return startServer(cluster, program, settings);
}

async function leaveEmbedded(cluster: Cluster): Promise<void> {
  await withLock(cluster.dataDir, async () => {
    leave(cluster.dataDir);
    const server = hasOtherUsers(cluster.dataDir) ? null : liveServer(cluster);
    if (server) await stopServer(server);
  });
}

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { unavailable } from "@/lib/errors";
import { freePort, isPortFree } from "@/lib/processes";
import { readSecret, writeSecret } from "@/lib/secret-file";
import { explainServerEnd, otherVersion } from "./embedded-faults";
import { postgresMajor, type ServerUser } from "./embedded-program";

/** One data folder and what is known about the server in it. */
export interface Cluster {
  dataDir: string;
  /** The server's own folder, `postgres` in the data folder. */
  folder: string;
  user: ServerUser;
  /** False only for tests: the data need not survive a power cut. */
  durable: boolean;
}

/** `postgres.json`, readable by its owner alone. The superuser is for the launcher; the others are the portal's. */
export interface Settings {
  port: number;
  passwords: { postgres: string; cairn_owner: string; cairn: string };
}

type Role = keyof Settings["passwords"];

const MAINTENANCE_DATABASE = "postgres";
const DATABASE = "cairn";

export function databaseUrl({ passwords }: Settings, port: number, role: Role, database = DATABASE): string {
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
}

/**
 * Where Postgres is told its data are. As another user it may not pass the folders above (a checkout in /root);
 * its working directory it can always reach.
 */
export function dataArgument(cluster: Cluster): string {
  return cluster.user && process.platform === "linux" ? "/proc/self/cwd" : cluster.folder;
}

/** The environment of Postgres programs: nothing of ours, so that no locale or PG variable changes what they do. */
export const SERVER_ENVIRONMENT = { NODE_ENV: "production", LC_ALL: "C", TZ: "UTC" } as const;

/** @throws unavailable where the folder holds something else than a server of our version. */
export function checkVersion({ folder }: Cluster): void {
  if (!existsSync(folder)) return;
  const file = path.join(folder, "PG_VERSION");
  if (!existsSync(file))
    throw unavailable(
      `${folder} exists but holds no Postgres data: move it away, or choose another folder with --data DIR.`,
    );
  const found = readFileSync(file, "utf8").trim();
  if (found !== postgresMajor()) throw otherVersion(found, postgresMajor(), folder);
}

export async function readSettings(cluster: Cluster): Promise<Settings> {
  const file = settingsFile(cluster);
  const known = readSecret<Settings>(file);
  if (known) return known;
  if (existsSync(cluster.folder))
    throw unavailable(
      `${file}, with the passwords of the database in ${cluster.folder}, is missing: put it back, or move that folder away.`,
    );
  const password = () => randomBytes(24).toString("hex");
  const settings = {
    port: await freePort(),
    passwords: { postgres: password(), cairn_owner: password(), cairn: password() },
  };
  writeSettings(cluster, settings);
  return settings;
}

/** The remembered port, or another where a program has taken it meanwhile; remembers that. */
export async function choosePort(cluster: Cluster, settings: Settings): Promise<number> {
  if (!(await isPortFree(settings.port))) {
    settings.port = await freePort();
    writeSettings(cluster, settings);
  }
  return settings.port;
}

function settingsFile({ dataDir }: Cluster): string {
  return path.join(dataDir, "postgres.json");
}

function writeSettings(cluster: Cluster, settings: Settings): void {
  writeSecret(settingsFile(cluster), settings);
}

/** Makes the server's files beside their place and moves them there whole, so that a kill leaves no half of them. */
export function createCluster(cluster: Cluster, program: string, settings: Settings): void {
  const draft = `${cluster.folder}.new`;
  const data = path.join(draft, "data");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(draft, "password");
  writeFileSync(passwordFile, settings.passwords.postgres, { mode: 0o600 });
  if (cluster.user)
    for (const file of [draft, data, passwordFile]) chownSync(file, cluster.user.uid, cluster.user.gid);

  const place = { ...cluster, folder: data };
  const made = spawnSync(
    path.join(program, "bin", "initdb"),
    [
      `--pgdata=${dataArgument(place)}`,
      `--pwfile=${dataArgument(place)}/../password`,
      "--username=postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(cluster.durable ? [] : ["--no-sync"]),
    ],
    { ...cluster.user, cwd: data, env: SERVER_ENVIRONMENT, encoding: "utf8" },
  );
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw explainServerEnd(made.error?.message ?? made.stderr, cluster.dataDir);
  }
  renameSync(data, cluster.folder);
  rmSync(draft, { recursive: true, force: true });
}

/** The roles and the database of the portal, where they are not there yet: the owner migrates, the web role owns nothing. */
export async function ensureRoles(settings: Settings, port: number): Promise<void> {
  const sql = postgres(databaseUrl(settings, port, "postgres", MAINTENANCE_DATABASE), {
    max: 1,
    fetch_types: false,
  });
  try {
    const roles = (await sql<{ rolname: string }[]>`select rolname from pg_roles`).map((row) => row.rolname);
    const { cairn, cairn_owner } = settings.passwords;
    if (!roles.includes("cairn_owner"))
      await sql.unsafe(
        `create role cairn_owner login createdb password '${cairn_owner}' in role pg_signal_backend`,
      );
    if (!roles.includes("cairn")) await sql.unsafe(`create role cairn login password '${cairn}'`);
    const [member] = await sql`select pg_has_role('cairn_owner', 'cairn', 'SET') as is_one`;
    if (!member?.is_one) await sql`grant cairn to cairn_owner`;
    const [database] = await sql`select from pg_database where datname = ${DATABASE}`;
    if (!database) await sql.unsafe(`create database ${DATABASE} owner cairn_owner`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

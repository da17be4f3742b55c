import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { hasCode, unavailable } from "@/lib/errors";
import { isAlive, self } from "@/lib/processes";

// Which programs use the embedded server of a data folder: one mark each in `users/`. The last one to leave stops
// the server. A program that was killed leaves its mark behind; that no longer counts.
//
// A mark is a symbolic link that points nowhere: made whole or not at all, only by the first, even on a full disk.

export function join(dataDir: string): void {
  mkdirSync(usersFolder(dataDir), { recursive: true });
  const mark = path.join(usersFolder(dataDir), String(process.pid));
  rmSync(mark, { force: true });
  makeMark(mark);
}

export function leave(dataDir: string): void {
  rmSync(path.join(usersFolder(dataDir), String(process.pid)), { force: true });
}

/** True while a live program other than this one uses the server. */
export function hasOtherUsers(dataDir: string): boolean {
  if (!existsSync(usersFolder(dataDir))) return false;
  const marks = readdirSync(usersFolder(dataDir))
    .filter((name) => name !== String(process.pid))
    .map((name) => path.join(usersFolder(dataDir), name));
  const left = marks.filter((mark) => !isHeld(mark));
  for (const mark of left) rmSync(mark, { force: true });
  return left.length < marks.length;
}

/** Runs `work` while no other program starts or stops the server of this folder. */
export async function withLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(dataDir, "postgres.lock");
  for (const deadline = Date.now() + 120_000; !takeLock(lock); await wait(20))
    if (Date.now() > deadline) throw unavailable(`Another program has held ${lock} for two minutes.`);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    makeMark(lock);
    return true;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
  // Two that clear a killed holder's lock in the same instant could both go on: Postgres's own lock then stops one.
  if (!isHeld(lock)) rmSync(lock, { force: true });
  return false;
}

function usersFolder(dataDir: string): string {
  return path.join(dataDir, "users");
}

function makeMark(file: string): void {
  const { pid, startedAt } = self();
  symlinkSync(`${pid} ${startedAt}`, file);
}

function isHeld(mark: string): boolean {
  try {
    const [, pid, startedAt = ""] = /^(\d+) (.*)$/.exec(readlinkSync(mark)) ?? [];
    return isAlive({ pid: Number(pid), startedAt });
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

import { existsSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { getPriority, setPriority } from "node:os";
import path from "node:path";
import { hasCode } from "./errors";

/** This thread, by its number, where the system gives priorities to threads (Linux). */
const THIS_THREAD = "/proc/thread-self";
/** Beside a thread that serves, one this much nicer gets a tenth of a processor. */
const NICER = 10;
const NICEST = 19;

/** Lets all other threads go first, before this one and those that it starts from now on. */
export function giveWay(): void {
  if (existsSync(THIS_THREAD)) makeNicer(Number(path.basename(readlinkSync(THIS_THREAD))));
}

/** Lets all others go before a process of one thread; nothing changes where it is gone, or not ours to hold back. */
export function letGiveWay(pid: number): void {
  try {
    makeNicer(pid);
  } catch (error) {
    if (!hasCode(error, "ERR_SYSTEM_ERROR", "EACCES", "EAGAIN", "EPERM", "ENOENT", "ESRCH")) throw error;
  }
}

/** Linux may share its processors among sessions first: then a priority counts within a session alone. */
function makeNicer(thread: number): void {
  setPriority(thread, Math.min(NICEST, getPriority(thread) + NICER));
  const ofSession = `/proc/${thread}/autogroup`;
  if (leadsSession(thread) && existsSync(ofSession)) writeFileSync(ofSession, String(NICER));
}

function leadsSession(pid: number): boolean {
  if (process.platform !== "linux") return false;
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // proc(5): after the name in parentheses come state, parent, group and session.
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[3]) === pid;
}

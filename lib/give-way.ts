import { existsSync, readlinkSync, writeFileSync } from "node:fs";
import { getPriority, setPriority } from "node:os";
import path from "node:path";
import { hasCode } from "./errors";
import { readStat } from "./processes";

/** This thread, by its number, where the system gives priorities to threads (Linux). */
const THIS_THREAD = "/proc/thread-self";
/** Beside a thread that serves, one this much nicer gets a tenth of a processor. */
const NICER = 10;
const NICEST = 19;

/** Lets all other threads go first, before this one and those that it starts from now on. */
export function giveWay(): void {
  if (existsSync(THIS_THREAD)) letGiveWay(Number(path.basename(readlinkSync(THIS_THREAD))));
}

/** Lets all others go before a thread, or a process of one; nothing changes where it is gone, or not ours to hold back. */
export function letGiveWay(thread: number): void {
  try {
    setPriority(thread, Math.min(NICEST, getPriority(thread) + NICER));
    // Linux may share its processors among sessions first: then a priority counts within a session alone.
    const ofSession = `/proc/${thread}/autogroup`;
    if (existsSync(ofSession) && readStat(thread).session === thread) writeFileSync(ofSession, String(NICER));
  } catch (error) {
    if (!hasCode(error, "ERR_SYSTEM_ERROR", "EACCES", "EAGAIN", "EPERM", "EROFS", "ENOENT", "ESRCH"))
      throw error;
  }
}

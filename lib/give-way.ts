import { existsSync, readlinkSync } from "node:fs";
import { getPriority, setPriority } from "node:os";
import path from "node:path";

/** This thread, by its number, where the system gives priorities to threads (Linux). */
const THIS_THREAD = "/proc/thread-self";
/** Beside a thread that serves, one this much nicer gets a tenth of a processor. */
const NICER = 10;
const NICEST = 19;

/** Lets the other threads of this process go first, before this one and those that it starts from now on. */
export function giveWay(): void {
  if (!existsSync(THIS_THREAD)) return;
  const thread = Number(path.basename(readlinkSync(THIS_THREAD)));
  setPriority(thread, Math.min(NICEST, getPriority(thread) + NICER));
}

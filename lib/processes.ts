import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { hasCode, unavailable } from "./errors";

/** A process and the moment it began, in the system's own notation: ids are given again, the pair is not. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

/** Who has this id now; null for nobody, and for a process that has ended but was not yet collected. */
export function identify(pid: number): ProcessIdentity | null {
  try {
    if (process.platform !== "linux") {
      const [state = "Z", ...started] = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
        encoding: "utf8",
      })
        .trim()
        .split(/\s+/);
      return state.startsWith("Z") ? null : { pid, startedAt: started.join(" ") };
    }
    const { state, startedAt } = readStat(pid);
    return state === "Z" || startedAt === undefined ? null : { pid, startedAt };
  } catch {
    return null;
  }
}

/** What Linux says of a process or thread. */
export function readStat(pid: number) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // proc(5): the name in parentheses may hold spaces; then the state is the first field, the start time the 20th.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { state: fields[0], session: Number(fields[3]), startedAt: fields[19] };
}

export function self(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, startedAt: "" };
}

export function isAlive(who: ProcessIdentity): boolean {
  return identify(who.pid)?.startedAt === who.startedAt;
}

/** Signals and, for each, how many milliseconds it is given to work. */
export type Ending = readonly (readonly [signal: NodeJS.Signals, grace: number])[];

/**
 * Sends the signals in turn until the process has gone; false if it outlives them all. With `group` they go
 * to every process of the group that it leads.
 */
export async function endProcess(who: ProcessIdentity, ending: Ending, group = false): Promise<boolean> {
  for (const [signal, grace] of ending) {
    if (!isAlive(who)) break;
    sendSignal(group ? -who.pid : who.pid, signal);
    for (const deadline = Date.now() + grace; isAlive(who) && Date.now() < deadline; ) await wait(20);
  }
  if (group) sendSignal(-who.pid, "SIGKILL");
  return !isAlive(who);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, "ESRCH")) throw error;
  }
}

/** A port that nothing listens on at this moment. */
export function freePort(host = "127.0.0.1"): Promise<number> {
  return listenOnce(0, host);
}

/**
 * @param patience milliseconds to wait for the port to come free
 * @throws unavailable, in one sentence, where the port is taken or not ours to take
 */
export async function requireFreePort(port: number, host: string, patience = 0): Promise<void> {
  for (const deadline = Date.now() + patience; ; await wait(50)) {
    try {
      await listenOnce(port, host);
      return;
    } catch (error) {
      if (!hasCode(error, "EADDRINUSE") || Date.now() >= deadline) throw explainPort(error, port, host);
    }
  }
}

function explainPort(error: unknown, port: number, host: string): unknown {
  if (hasCode(error, "EADDRINUSE"))
    return unavailable(
      `Port ${port} is in use: stop the program that has it, or choose another with --port NUMBER.`,
    );
  if (hasCode(error, "EACCES"))
    return unavailable(
      `Port ${port} needs more rights than you have: choose one above 1023 with --port NUMBER.`,
    );
  if (hasCode(error, "EADDRNOTAVAIL", "ENOTFOUND"))
    return unavailable(`HOST=${host} is not an address of this machine.`);
  return error;
}

export async function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return listenOnce(port, host).then(
    () => true,
    () => false,
  );
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

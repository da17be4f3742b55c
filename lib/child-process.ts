import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Readable } from "node:stream";
import { endProcess, identify } from "./processes";

export interface Child {
  pid: number | undefined;
  /** What it has written so far, while that is held back. */
  output(): string;
  /** Passes on what it writes from now on. */
  show(): void;
  /** Resolves to its exit code; null where a signal ended it. */
  exited: Promise<number | null>;
  isRunning(): boolean;
  /** Asks it to finish its work, and ends it and all its processes after `grace` milliseconds. */
  end(grace?: number): Promise<void>;
}

const ROOT = path.join(import.meta.dirname, "..");

/**
 * Runs Node with these arguments: as a direct child with nothing between it and our signals, in a group of its own so
 * that a Ctrl-C in the terminal reaches us first, and bound to end when we are killed.
 */
export function runNode(args: string[], environment: NodeJS.ProcessEnv): Child {
  const child = spawn(
    process.execPath,
    ["--import", path.join(ROOT, "scripts/end-with-parent.mjs"), ...args],
    { cwd: ROOT, env: environment, detached: true, stdio: ["ignore", "pipe", "pipe", "ipc"] },
  );
  const who = child.pid === undefined ? null : identify(child.pid);
  const held: Buffer[] = [];
  const hold = (chunk: Buffer) => held.push(chunk);
  const streams = [child.stdout, child.stderr].filter((stream): stream is Readable => stream !== null);
  for (const stream of streams) stream.on("data", hold);

  return {
    pid: child.pid,
    output: () => Buffer.concat(held).toString(),
    show() {
      for (const stream of streams) stream.off("data", hold);
      child.stdout?.pipe(process.stdout);
      child.stderr?.pipe(process.stderr);
    },
    exited: once(child, "exit").then(([code]) => code),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async end(grace = 5_000) {
      if (who)
        await endProcess(
          who,
          [
            ["SIGTERM", grace],
            ["SIGKILL", 2_000],
          ],
          true,
        );
    },
  };
}

/** Runs one of our scripts as a person would. */
export function runScript(name: string, environment: NodeJS.ProcessEnv): Child {
  const runtime = path.join(ROOT, "scripts/runtime.mjs");
  return runNode(
    ["--conditions=react-server", "--import", runtime, path.join(ROOT, "scripts", name)],
    environment,
  );
}

import { inspect } from "node:util";
import { CairnError } from "./errors";

// What a program that a person typed does at its end: say one clear sentence, and leave no process behind.

const END_DEADLINE = 30_000;

const cleanups: (() => Promise<unknown>)[] = [];
const explainers: ((error: unknown) => unknown)[] = [];
let ending: Promise<never> | undefined;

/** Work for the end of this program, whatever ends it; the last registered is done first. */
export function atEnd(cleanup: () => Promise<unknown>): void {
  cleanups.push(cleanup);
}

/** Asks `explain` to turn a failure of this program into a sentence; it returns what it does not know as it is. */
export function explainWith(explain: (error: unknown) => unknown): void {
  explainers.push(explain);
}

/**
 * Runs a command to its end. What `main` returns is the exit code; a failure is told in one sentence, with code 2
 * where what was typed or set is wrong ("invalid"), else 1.
 * @param stopCode the exit code after Ctrl-C or SIGTERM: 0 for a server, which is meant to end so
 */
export async function runCommand(main: () => Promise<number>, { stopCode = 130 } = {}): Promise<never> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(stopCode));
  try {
    return await end(await main());
  } catch (error) {
    if (!ending) process.stderr.write(`${tell(error)}\n`);
    return end(isUsage(error) ? 2 : 1);
  }
}

/** Ends this program after all that `atEnd` holds, within half a minute; the first call's code counts. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    setTimeout(() => process.exit(code), END_DEADLINE).unref();
    for (const cleanup of cleanups.reverse())
      await cleanup().catch((error: unknown) => process.stderr.write(`${tell(error)}\n`));
    return process.exit(code);
  })();
  return ending;
}

function tell(error: unknown): string {
  const known = explainers.reduce((unexplained, explain) => explain(unexplained), error);
  if (known instanceof CairnError || isUsage(known)) return known.message;
  return inspect(known);
}

function isUsage(error: unknown): error is Error {
  if (error instanceof CairnError) return error.code === "invalid";
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

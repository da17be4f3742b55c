import { CairnError, hasCode, isUnavailable, unavailable } from "@/lib/errors";

const DISK_FULL = /No space left on device/;
// Postgres ends every connection where it cannot make its next file of the write-ahead log: 16 MiB, and some air.
const LOG_SEGMENT = 20 * 1024 * 1024;

/** What went wrong where the data folder was opened, as one sentence and a remedy; else the error itself. */
export function explainFolderFault(error: unknown, dataDir: string): unknown {
  if (error instanceof CairnError) return error;
  if (hasCode(error, "ENOSPC", "53100")) return diskFull(dataDir, error);
  if (hasCode(error, "EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"))
    return unavailable(
      `The data folder ${dataDir} is not writable for you: change its owner, or choose another with --data DIR.`,
      error,
    );
  return error;
}

/** The same for what goes wrong later: `server` tells what became of the embedded server. */
export function explainServerFault(
  error: unknown,
  dataDir: string,
  server: { isRunning: boolean; freeBytes: number },
): unknown {
  if (error instanceof CairnError) return error;
  if (hasCode(error, "53100")) return diskFull(dataDir, error);
  if (!isUnavailable(error)) return error;
  if (server.freeBytes < LOG_SEGMENT) return diskFull(dataDir, error);
  return server.isRunning
    ? error
    : unavailable(`The embedded Postgres has ended (its log is ${dataDir}/postgres.log).`, error);
}

/** The same for a database that is not ours to start. Names the server, never the password. */
export function explainRemoteFault(error: unknown, url: string): unknown {
  const { host, pathname, username } = new URL(url);
  const database = `The database of DATABASE_URL (${host}${pathname})`;
  if (isUnavailable(error)) return unavailable(`${database} does not answer.`, error);
  if (hasCode(error, "42P01"))
    return unavailable(`${database} lacks tables of this version: run npm run db:migrate first.`, error);
  if (hasCode(error, "28P01", "28000", "3D000", "42501"))
    return unavailable(`${database} does not let ${username} do this: ${reason(error)}.`, error);
  return error;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? reason(error.cause) : error.message;
}

/** The end of a server or initdb that did not start, from what it wrote. */
export function explainServerEnd(output: string, dataDir: string): CairnError {
  if (DISK_FULL.test(output)) return diskFull(dataDir);
  const lastWords = output
    .split("\n")
    .filter((line) => /FATAL|PANIC|error:/i.test(line))
    .at(-1);
  return unavailable(
    `The embedded Postgres did not start: ${lastWords ?? "it ended without a word"} (its log is ${dataDir}/postgres.log).`,
  );
}

export function otherVersion(found: string, ours: string, cluster: string): CairnError {
  return unavailable(
    `${cluster} holds the data of Postgres ${found}, and this Cairn brings Postgres ${ours}: move the folder away, or run a Postgres ${found} on it and set DATABASE_URL.`,
  );
}

function diskFull(dataDir: string, cause?: unknown): CairnError {
  return unavailable(`The disk that holds ${dataDir} is full: free some space and start again.`, cause);
}

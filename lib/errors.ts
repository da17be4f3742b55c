/** Surprises are thrown as one of these; each door (page, route handler, script) translates the code once. */
export type ErrorCode = "not-found" | "invalid" | "conflict" | "unavailable";

export class CairnError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CairnError";
    this.code = code;
  }
}

export const notFound = (message: string) => new CairnError("not-found", message);
export const invalid = (message: string) => new CairnError("invalid", message);
export const conflict = (message: string) => new CairnError("conflict", message);
export const unavailable = (message: string, cause?: unknown) =>
  new CairnError("unavailable", message, { cause });

/** True for an error of Node or of Postgres that carries one of these codes, itself or in what caused it. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && codes.includes(String(error.code))) || hasCode(error.cause, ...codes);
}

// A connection refused or lost, as Node, postgres.js and Postgres itself (class 57, 53300, 53100) say it.
export const LOST_CONNECTION = [
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"],
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
  ...["57P01", "57P02", "57P03"],
] as const;
const OVERLOAD = ["57014", "53100", "53200", "53300"] as const;

/** What a door can tell of an error: our own, or "unavailable" for a database that is away or overloaded; else null. */
export function knownError(error: unknown): CairnError | null {
  if (error instanceof CairnError) return error;
  const isAway = hasCode(error, ...LOST_CONNECTION, ...OVERLOAD);
  return isAway ? unavailable("The database does not answer right now: try again in a moment", error) : null;
}

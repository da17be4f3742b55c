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

// Classes of SQLSTATE: connection (08), resources (53), intervention such as a shutdown or a statement timeout (57).
const STATES = /^(?:08|53|57)[0-9A-Z]{3}$/;
const CONNECTION = /^(?:CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

/** True where the database did not answer, or not in time: the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return STATES.test(code) || CONNECTION.test(code) || isUnavailable(error.cause);
}

/** What a door can tell of an error: our own, or "unavailable" for a database that does not answer; else null. */
export function knownError(error: unknown): CairnError | null {
  if (error instanceof CairnError) return error;
  return isUnavailable(error)
    ? unavailable("The database does not answer right now: try again in a moment", error)
    : null;
}

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

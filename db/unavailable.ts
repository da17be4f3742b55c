// Classes of SQLSTATE: connection (08), resources (53), intervention such as a shutdown or a statement timeout (57).
const STATES = /^(?:08|53|57)[0-9A-Z]{3}$/;
const CONNECTION = /^(?:CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

/** True where the database did not answer, or not in time: the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return STATES.test(code) || CONNECTION.test(code) || isUnavailable(error.cause);
}

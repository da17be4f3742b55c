import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "./log";
import { uuidv7 } from "./uuid";

// Next builds the server's start and each page into separate files with a copy of this module in each; what they
// share hangs on the process.
declare global {
  var cairnResponses: AsyncLocalStorage<ServerResponse> | undefined;
}

globalThis.cairnResponses ??= new AsyncLocalStorage();
const responses = globalThis.cairnResponses;

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

const begun = new WeakMap<IncomingMessage, { id: string; at: number }>();

/** Sees every request of this process before Next does: numbers it, logs it, and mends what Next answers with a 500. */
export function openFrontDoor(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Exchange;
    responses.enterWith(response);
    mend(request);
    const id = uuidv7();
    request.headers["x-request-id"] = id;
    response.setHeader("x-request-id", id);
    begun.set(request, { id, at: performance.now() });
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as Exchange;
    logRequest(request, response);
  });
}

/**
 * The status of the page that is being rendered. Next itself can only say 404 or 500, and then sends a document that
 * is empty until its scripts have run.
 */
export function setStatus(status: number, retryAfterSeconds?: number): void {
  const response = responses.getStore();
  if (!response || response.headersSent) return;
  response.statusCode = status;
  if (retryAfterSeconds !== undefined) response.setHeader("retry-after", String(retryAfterSeconds));
}

/** What answers the request that is handled now; undefined outside one. */
export const currentResponse = (): ServerResponse | undefined => responses.getStore();

/** Aborted where the reader leaves before the page that is being rendered is complete. */
export function whileReaderWaits(): AbortSignal {
  const controller = new AbortController();
  const response = responses.getStore();
  response?.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** A "%" that begins no escape becomes a plain percent sign; TRACE, which the Request of Node refuses, an unknown method. */
export function mend(request: Pick<IncomingMessage, "url" | "method">): void {
  if (request.method === "TRACE") request.method = "REFUSED";
  const url = request.url ?? "/";
  const end = url.indexOf("?");
  const path = end < 0 ? url : url.slice(0, end);
  if (!isDecodable(path)) request.url = path.replaceAll("%", "%25") + url.slice(path.length);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** A path without its query: what people search for is theirs. */
function logRequest(request: IncomingMessage, response: ServerResponse): void {
  const start = begun.get(request);
  const entry = {
    id: start?.id,
    method: request.method,
    path: request.url?.split("?")[0],
    status: response.statusCode,
    milliseconds: start && Math.round(performance.now() - start.at),
  };
  if (request.url?.startsWith("/_next/")) log.debug(entry, "request");
  else log.info(entry, "request");
}

import { type ErrorCode, knownError } from "./errors";
import { log } from "./log";
import { uuidv7 } from "./uuid";

const STATUS: Record<ErrorCode, number> = { "not-found": 404, invalid: 400, conflict: 409, unavailable: 503 };

const TITLE: Record<number, string> = {
  400: "The request cannot be understood",
  404: "There is no such thing",
  409: "It was changed in the meantime",
  413: "The request is too large",
  500: "Something went wrong on our side",
  503: "This part is not available right now",
};

/** A problem document of RFC 9457. */
export function problem(status: number, detail: string, headers: HeadersInit = {}): Response {
  return Response.json(
    { type: "about:blank", title: TITLE[status], status, detail },
    {
      status,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
    },
  );
}

/** One value of a request that cannot be used. */
export interface FieldError {
  /** Path within the body: "limits.budget". */
  field: string;
  message: string;
}

/** A problem document that names each field to correct. */
export function invalidFields(errors: readonly FieldError[]): Response {
  const detail = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join("; ");
  return Response.json(
    { type: "about:blank", title: TITLE[400], status: 400, detail, errors },
    {
      status: 400,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
    },
  );
}

/** Runs a route handler and translates what it throws, once: known errors say what is wrong, others only an id to report. */
export async function answer(request: Request, handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    const path = new URL(request.url).pathname;
    const known = knownError(error);
    if (known) {
      if (known.code === "unavailable") log.warn({ path, err: error }, "unavailable");
      return problem(
        STATUS[known.code],
        known.message,
        known.code === "unavailable" ? { "retry-after": "2" } : {},
      );
    }
    const id = uuidv7();
    log.error({ path, id, err: error }, "unexpected");
    return problem(500, `Please report this number: ${id}`);
  }
}

/** An answer of the open API: readable from any page, kept for a minute. */
export function openJson(body: unknown): Response {
  return Response.json(body, {
    headers: { "cache-control": "public, max-age=60", "access-control-allow-origin": "*" },
  });
}

/** A CSV file to download; from a stream where it is long. */
export function csvFile(name: string, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "public, max-age=60",
    },
  });
}

import type { Instrumentation } from "next";

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openFrontDoor } = await import("./lib/front-door");
  openFrontDoor();
}

/** What no page and no route handler has caught, with the number of its request. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/log");
  const path = request.path.split("?")[0];
  log.error({ id: request.headers["x-request-id"], path, err: error }, "unexpected");
};

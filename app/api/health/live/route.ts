export const dynamic = "force-dynamic";

/** The process answers; nothing else is asked, so that a lost database never gets the process restarted. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}

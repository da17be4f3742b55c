import { isDatabaseReady, isSearchDegraded } from "@/features/health/queries";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** 200 while this process can answer visitors, also where Postgres searches in place of another; else 503. For load balancers. */
export async function GET(): Promise<Response> {
  const status = (await isDatabaseReady()) ? await searchStatus() : "unavailable";
  return Response.json(
    { status },
    { status: status === "unavailable" ? 503 : 200, headers: { "cache-control": "no-store" } },
  );
}

async function searchStatus(): Promise<"ready" | "degraded"> {
  const { CAIRN_ENGINE, CAIRN_TIME_ZONE, MEILI_URL } = env();
  if (CAIRN_ENGINE === "postgres" || !MEILI_URL) return "ready";
  const today = dayIn(CAIRN_TIME_ZONE, new Date());
  return (await isSearchDegraded(MEILI_URL, { today })) ? "degraded" : "ready";
}

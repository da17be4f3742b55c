import { isDatabaseReady } from "@/features/health/queries";

export const dynamic = "force-dynamic";

/** 200 while this process can answer visitors, else 503: for load balancers. */
export async function GET(): Promise<Response> {
  const isReady = await isDatabaseReady();
  return Response.json(
    { status: isReady ? "ready" : "unavailable" },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

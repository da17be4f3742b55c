import { addressOf } from "@/app/api/v1/address";
import { askPlanner } from "@/features/plan-thread/ask-planner";
import { toOpenPlans } from "@/features/plans/open-plan";
import { planRequestSchema } from "@/features/plans/plan-question";
import { answer, invalidFields, problem } from "@/lib/answers";
import { notFound } from "@/lib/errors";
import { readJsonBody } from "@/lib/json-body";

const BODY_BYTES = 64 * 1024;

const ANYONE = { "access-control-allow-origin": "*" };
/** What someone holds is theirs: neither kept nor logged, here or on the way. */
const PRIVATE = { "cache-control": "no-store", ...ANYONE };

/** The client went away before the answer; nobody reads this. */
const CLOSED = 499;

/** What is held counts where, and the ways on to a qualification. Ends when the client goes away. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const body = await readJsonBody(request, BODY_BYTES);
    if (!body.ok) return problem(body.status, body.detail);
    const asked = planRequestSchema.safeParse(body.value);
    if (!asked.success) {
      return invalidFields(
        asked.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
      );
    }
    const answered = await askPlanner(asked.data, { now: new Date(), signal: request.signal });
    if (answered.kind === "unknown-target")
      throw notFound("No qualification in force has this id or address");
    const { view } = answered;
    if (view.outcome.kind === "cancelled") return new Response(null, { status: CLOSED });
    if (view.outcome.kind === "queue-full") {
      return problem(503, "Too many plans are being made: ask again in a moment", {
        "retry-after": String(view.outcome.retryAfterSeconds),
      });
    }
    return Response.json(toOpenPlans(view, addressOf), { headers: PRIVATE });
  });
}

/** Lets pages of other origins ask. */
export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...ANYONE,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "content-type",
      "access-control-max-age": "86400",
    },
  });
}

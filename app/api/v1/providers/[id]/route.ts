import { addressOf, movedTo } from "@/app/api/v1/address";
import { askedDay } from "@/app/api/v1/asked-day";
import { sayReason } from "@/app/api/v1/say-reason";
import { toOpenProviderDetail } from "@/features/providers/open-provider";
import { findProvider } from "@/features/providers/queries";
import { answer, openJson } from "@/lib/answers";
import { notFound } from "@/lib/errors";

export function GET(request: Request, context: RouteContext<"/api/v1/providers/[id]">): Promise<Response> {
  return answer(request, async () => {
    const found = await findProvider((await context.params).id, {
      now: new Date(),
      at: askedDay(request.url),
    });
    if (!found) throw notFound("No provider has this id or address");
    if (found.kind === "moved") return movedTo("provider", found.slug);
    return openJson({ data: toOpenProviderDetail(found.record, addressOf, sayReason) });
  });
}

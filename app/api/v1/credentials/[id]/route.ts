import { addressOf, movedTo } from "@/app/api/v1/address";
import { askedDay } from "@/app/api/v1/asked-day";
import { sayReason } from "@/app/api/v1/say-reason";
import { toOpenCredentialDetail } from "@/features/credentials/open-credential";
import { findCredential } from "@/features/credentials/queries";
import { toOpenCountsTowards } from "@/features/qualifications/open-qualification";
import { readCountsTowards } from "@/features/qualifications/queries";
import { answer, openJson } from "@/lib/answers";
import { notFound } from "@/lib/errors";

export function GET(request: Request, context: RouteContext<"/api/v1/credentials/[id]">): Promise<Response> {
  return answer(request, async () => {
    const now = new Date();
    const found = await findCredential((await context.params).id, { now, at: askedDay(request.url) });
    if (!found) throw notFound("No credential has this id or address");
    if (found.kind === "moved") return movedTo("credential", found.slug);
    const { record } = found;
    const counts = await readCountsTowards({ kind: "credential", id: record.id }, { now });
    return openJson({
      data: {
        ...toOpenCredentialDetail(record, addressOf, sayReason),
        ...toOpenCountsTowards(counts, addressOf),
      },
    });
  });
}

import { addressOf, movedTo } from "@/app/api/v1/address";
import { toOpenCredentialDetail } from "@/features/credentials/open-credential";
import { findCredential } from "@/features/credentials/queries";
import { answer, openJson } from "@/lib/answers";
import { notFound } from "@/lib/errors";

export function GET(request: Request, context: RouteContext<"/api/v1/credentials/[id]">): Promise<Response> {
  return answer(request, async () => {
    const found = await findCredential((await context.params).id, { now: new Date() });
    if (!found) throw notFound("No credential has this id or address");
    if (found.kind === "moved") return movedTo("credential", found.slug);
    return openJson({ data: toOpenCredentialDetail(found.record, addressOf) });
  });
}

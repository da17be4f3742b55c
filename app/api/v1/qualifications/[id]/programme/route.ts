import { movedTo } from "@/app/api/v1/address";
import { findProgrammeFile } from "@/features/qualifications/queries";
import { answer, openJson } from "@/lib/answers";
import { notFound } from "@/lib/errors";

/** The file of the `programme` format, as it was imported. */
export function GET(
  request: Request,
  context: RouteContext<"/api/v1/qualifications/[id]/programme">,
): Promise<Response> {
  return answer(request, async () => {
    const version = new URL(request.url).searchParams.get("version") ?? undefined;
    const found = await findProgrammeFile((await context.params).id, { now: new Date(), version });
    if (!found) throw notFound("No qualification has this id or address, or it has no such version");
    if (found.kind === "moved") return movedTo("qualification", found.slug);
    return openJson(found.record);
  });
}

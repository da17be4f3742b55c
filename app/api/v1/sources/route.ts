import { toOpenSource } from "@/features/sources/open-source";
import { listSources } from "@/features/sources/queries";
import { answer, openJson } from "@/lib/answers";

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => openJson({ data: (await listSources()).map(toOpenSource) }));
}

import { facetValues } from "@/features/finding/queries";
import { FACETS } from "@/features/search/engine";
import { parseSearchParams } from "@/features/search/schema";
import { answer, openJson } from "@/lib/answers";
import { notFound } from "@/lib/errors";

const CONTAINS_LENGTH = 100;

export function GET(
  request: Request,
  context: RouteContext<"/api/v1/courses/facets/[name]">,
): Promise<Response> {
  return answer(request, async () => {
    const { name } = await context.params;
    const facet = FACETS.find((known) => known === name);
    if (!facet) throw notFound(`There is no facet of this name: choose among ${FACETS.join(", ")}`);
    const { searchParams } = new URL(request.url);
    const contains = (searchParams.get("contains") ?? "").replaceAll("\0", "").slice(0, CONTAINS_LENGTH);
    const values = await facetValues(facet, contains, parseSearchParams(searchParams).params, {
      now: new Date(),
    });
    return openJson({ data: values, meta: { facet } });
  });
}

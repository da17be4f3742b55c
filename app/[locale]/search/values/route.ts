import { orderedValues, toChoice } from "@/components/filters/choice";
import { FACETS } from "@/features/search/engine";
import { parseSearchParams } from "@/features/search/schema";
import { answer, openJson } from "@/lib/answers";
import { notFound } from "@/lib/errors";
import { isLocale } from "@/lib/locales";
import { expandedFacet, readAskedFacet } from "../asked-facet";

const NOTHING_LISTED = {
  facets: {},
  labels: { provider: {}, skill: {}, "stacks-into": {}, occupation: null },
};

/** The values of one facet in words, for the filters of the search page. */
export function GET(request: Request, context: RouteContext<"/[locale]/search/values">): Promise<Response> {
  return answer(request, async () => {
    const { locale } = await context.params;
    if (!isLocale(locale)) throw notFound("No page is in this language");
    const { searchParams } = new URL(request.url);
    const asked = readAskedFacet(
      searchParams.get("facet") ?? undefined,
      searchParams.get("contains") ?? undefined,
    );
    if (!asked) throw notFound(`There is no facet of this name: choose among ${FACETS.join(", ")}`);
    const { params } = parseSearchParams(searchParams);
    const { counts, labels, isAll } = await expandedFacet(asked, params, NOTHING_LISTED, new Date());
    const choices = orderedValues(asked.facet, counts, params).map((value) =>
      toChoice(locale, asked.facet, value, params, labels),
    );
    return openJson({ choices, isAll });
  });
}

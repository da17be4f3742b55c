import { addressOf } from "@/app/api/v1/address";
import { pageLinks } from "@/app/api/v1/paging";
import { toOpenCourse } from "@/features/courses/open-course";
import { searchPage } from "@/features/finding/queries";
import { PAGED_RESULTS } from "@/features/search/engine";
import { isBeyondLastPage, parseSearchParams } from "@/features/search/schema";
import { answer, openJson } from "@/lib/answers";
import { invalid } from "@/lib/errors";

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const start = performance.now();
    const { params, ignored } = parseSearchParams(new URL(request.url).searchParams);
    if (isBeyondLastPage(params)) {
      throw invalid(`Pages reach the first ${PAGED_RESULTS} results: narrow the search, or take the export`);
    }
    const found = await searchPage(params, { now: new Date() });
    const { page, pageSize } = params;
    return openJson({
      data: found.courses.map((course) => toOpenCourse(course, addressOf)),
      meta: {
        total: found.total,
        page,
        pageSize,
        engine: found.engine,
        degraded: found.degraded,
        tookMs: Math.round(performance.now() - start),
        correctedQuery: null,
        ignored: [...ignored, ...found.ignored],
      },
      facets: found.facets,
      links: pageLinks(request.url, params, found.total),
    });
  });
}

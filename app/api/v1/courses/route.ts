import { addressOf } from "@/app/api/v1/address";
import { openNearMisses } from "@/app/api/v1/courses/near-misses";
import { pageLinks } from "@/app/api/v1/paging";
import { toOpenCourse } from "@/features/courses/open-course";
import { searchPage } from "@/features/finding/queries";
import { PAGED_RESULTS } from "@/features/search/engine";
import { isBeyondLastPage, parseSearchParams } from "@/features/search/schema";
import { toQueryString } from "@/features/search/url";
import { answer, openJson } from "@/lib/answers";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const start = performance.now();
    const { params, ignored } = parseSearchParams(new URL(request.url).searchParams);
    if (isBeyondLastPage(params)) {
      throw invalid(`Pages reach the first ${PAGED_RESULTS} results: narrow the search, or take the export`);
    }
    const found = await searchPage(params, { now: new Date(), isExplained: false });
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
        correctedQuery: found.reading.kind === "mistakes" ? found.reading.corrected : null,
        reading: found.reading,
        occupations: found.occupations.map(({ params, ...occupation }) => ({
          ...occupation,
          url: `${env().publicUrl}/api/v1/courses?${toQueryString(params)}`,
        })),
        ignored: [...ignored, ...found.ignored],
        nearest: openNearMisses(found.nearest),
      },
      facets: found.facets,
      links: pageLinks(listUrl(request.url, found.params.engine), params, found.total),
    });
  });
}

/** The address of a list whose further pages are to be of the same order. */
function listUrl(url: string, engine: string | null): string {
  const list = new URL(url);
  if (engine === null) list.searchParams.delete("engine");
  else list.searchParams.set("engine", engine);
  return list.href;
}

import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { LISTED_VALUES } from "@/components/filters/listed-values";
import { Page } from "@/components/layout/page";
import { SearchPage } from "@/components/search/search-page";
import { searchPage } from "@/features/finding/queries";
import { isBeyondLastPage, parseSearchParams } from "@/features/search/schema";
import { toQueryString } from "@/features/search/url";
import { invalid } from "@/lib/errors";
import { keepPage } from "@/lib/kept-pages";
import { translator } from "@/lib/messages";
import { expandedFacet, readAskedFacet } from "./asked-facet";

type Props = PageProps<"/[locale]/search">;

export const generateMetadata = metadata<Props, object>(async (locale, { searchParams }) => {
  const t = translator(locale);
  const { params } = parseSearchParams(textsOnly(await searchParams));
  const title = params.query ? t("search.title-query", { query: params.query }) : t("search.title");
  // One page for search engines: each course has its own, and combinations of filters have no end.
  const robots = toQueryString(params) === "" ? undefined : "noindex, follow";
  return { ...pageMetadata(locale, { title, path: ["search"] }), robots };
});

export default page<Props>(async (locale, { searchParams }) => {
  const address = textsOnly(await searchParams);
  const asked = parseSearchParams(address);
  if (isBeyondLastPage(asked.params)) throw invalid("Pages reach the first 10,000 results");
  const { facetLimit } = asked.params;
  const now = new Date();
  const answer = await searchPage({ ...asked.params, facetLimit: LISTED_VALUES }, { now, locale });
  const params = { ...answer.params, facetLimit };
  const facet = readAskedFacet(address.facet?.[0], address.contains?.[0]);
  const expanded = facet && (await expandedFacet(facet, params, answer, now));
  // One who finds nothing is counted, and where another engine stood in, the next may do better.
  if (answer.total > 0 && !answer.degraded) keepPage(answer.state);
  return (
    <Page
      locale={locale}
      path={["search"]}
      query={toQueryString(params)}
      current="search"
      isSample={answer.courses.some(({ isSample }) => isSample)}
    >
      <SearchPage
        locale={locale}
        params={params}
        ignored={[...asked.ignored, ...answer.ignored]}
        answer={answer}
        expanded={expanded}
      />
    </Page>
  );
});

/** A query of `__proto__=1&sort=price` makes Next take the array's own `sort` for a value: what is no text goes. */
function textsOnly(values: Awaited<Props["searchParams"]>): Record<string, string[]> {
  const isText = (value: unknown) => typeof value === "string";
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, [value ?? []].flat().filter(isText)]),
  );
}

import { listPublicAddresses } from "@/features/courses/queries";
import { answer } from "@/lib/answers";
import { env } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { PAGES_PER_SITEMAP, type SitemapPage, sitemap, xml } from "@/lib/sitemap";

export const dynamic = "force-dynamic";

const FIXED_PAGES = [
  [],
  ["search"],
  ["start"],
  ["about"],
  ["about", "trust"],
  ["about", "levels"],
  ["equivalence"],
  ["sources"],
  ["accessibility"],
  ["privacy"],
  ["developers"],
];

const ROOMS = { course: "courses", credential: "credentials", provider: "providers" } as const;

/** `/sitemaps/0.xml` holds the fixed pages, those from 1 the records. */
export function GET(request: Request, context: RouteContext<"/sitemaps/[chunk]">): Promise<Response> {
  return answer(request, async () => {
    const [, number] = /^(\d{1,6})\.xml$/.exec((await context.params).chunk) ?? [];
    if (number === undefined) throw notFound("No sitemap has this address");
    const pages =
      number === "0" ? FIXED_PAGES.map((path) => ({ path, changedAt: null })) : await records(Number(number));
    if (pages.length === 0) throw notFound("There are fewer sitemaps than this");
    return xml(sitemap(env().publicUrl, pages));
  });
}

async function records(chunk: number): Promise<SitemapPage[]> {
  const offset = (chunk - 1) * PAGES_PER_SITEMAP;
  const addresses = await listPublicAddresses({ offset, limit: PAGES_PER_SITEMAP });
  return addresses.map(({ kind, slug, updatedAt }) => ({ path: [ROOMS[kind], slug], changedAt: updatedAt }));
}

import { countCatalogue, listPublicAddresses } from "@/features/courses/queries";
import { answer } from "@/lib/answers";
import { env } from "@/lib/env";
import { PAGES_PER_SITEMAP, sitemapIndex, xml } from "@/lib/sitemap";

export const dynamic = "force-dynamic";

/** The fixed pages in the first sitemap, the records in those after it. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { courses, credentials, providers } = await countCatalogue();
    // Withdrawn records have pages too and are not in these counts, so the end is looked for from here.
    let chunks = Math.floor((courses + credentials + providers) / PAGES_PER_SITEMAP);
    while ((await listPublicAddresses({ offset: chunks * PAGES_PER_SITEMAP, limit: 1 })).length > 0) chunks++;
    return xml(sitemapIndex(env().publicUrl, 1 + chunks));
  });
}

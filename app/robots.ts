import type { MetadataRoute } from "next";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** Everything may be read but the API and the exports, which are the pages again in another form. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/*/search/export"] },
    sitemap: `${env().publicUrl}/sitemap.xml`,
  };
}

import { LOCALES } from "./locales";
import { pageAlternates, pagePath } from "./urls";

/** The protocol allows 50,000 addresses a file; every page is there once in each language. */
export const PAGES_PER_SITEMAP = Math.floor(50_000 / LOCALES.length);

export interface SitemapPage {
  /** Segments of the address behind the locale. */
  path: readonly string[];
  /** Null where nobody keeps count. */
  changedAt: Date | null;
}

/** The index of `chunks` sitemaps. */
export function sitemapIndex(origin: string, chunks: number): string {
  const files = Array.from(
    { length: chunks },
    (_, chunk) => `<sitemap><loc>${origin}/sitemaps/${chunk}.xml</loc></sitemap>`,
  );
  return `${HEAD}<sitemapindex xmlns="${SITEMAP}">${files.join("")}</sitemapindex>\n`;
}

export function sitemap(origin: string, pages: readonly SitemapPage[]): string {
  const urls = pages.flatMap(({ path, changedAt }) => {
    const changed = changedAt ? `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>` : "";
    const links = Object.entries(pageAlternates(origin, ...path))
      .map(
        ([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${escaped(href)}"/>`,
      )
      .join("");
    return LOCALES.map(
      (locale) => `<url><loc>${escaped(origin + pagePath(locale, ...path))}</loc>${changed}${links}</url>`,
    );
  });
  return `${HEAD}<urlset xmlns="${SITEMAP}" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join("")}</urlset>\n`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("'", "&apos;").replaceAll('"', "&quot;");

export function xml(body: string): Response {
  return new Response(body, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}

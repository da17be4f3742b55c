import { describe, expect, it } from "vitest";
import { LOCALES } from "./locales";
import { PAGES_PER_SITEMAP, sitemap, sitemapIndex } from "./sitemap";

const ORIGIN = "https://example.org";

describe("sitemap", () => {
  it("lists each page in each language, with its others", () => {
    const text = sitemap(ORIGIN, [{ path: ["courses", "a&b"], changedAt: new Date("2026-11-03T22:00:00Z") }]);
    expect(text.match(/<url>/g)).toHaveLength(LOCALES.length);
    expect(text).toContain("<loc>https://example.org/fi/courses/a%26b</loc><lastmod>2026-11-03</lastmod>");
    expect(text).toContain('hreflang="x-default" href="https://example.org/en/courses/a%26b"');
  });

  it("stays within what the protocol allows", () => {
    const pages = Array.from({ length: PAGES_PER_SITEMAP }, (_, n) => ({
      path: ["courses", `${"x".repeat(80)}-${n}`],
      changedAt: new Date(0),
    }));
    const text = sitemap(ORIGIN, pages);
    expect(text.match(/<loc>/g)?.length).toBeLessThanOrEqual(50_000);
    expect(Buffer.byteLength(text)).toBeLessThan(50 * 1024 * 1024);
  });
});

describe("sitemapIndex", () => {
  it("names every file", () => {
    const text = sitemapIndex(ORIGIN, 2);
    expect(text).toContain("<loc>https://example.org/sitemaps/0.xml</loc>");
    expect(text).toContain("<loc>https://example.org/sitemaps/1.xml</loc>");
    expect(text.match(/<sitemap>/g)).toHaveLength(2);
  });
});

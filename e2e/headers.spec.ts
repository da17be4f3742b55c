import { request as rawRequest } from "node:http";
import { expect, test } from "@playwright/test";

const COMMON = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": /camera=\(\)/,
  "referrer-policy": "same-origin",
  "strict-transport-security": /max-age=\d{8,}; includeSubDomains/,
  "x-content-type-options": "nosniff",
  "x-request-id": /^[0-9a-f-]{36}$/,
};

const EVERY_KIND = [
  "/en",
  "/en/search",
  "/fi/no-such-page",
  "/en/search?page=501",
  "/",
  "/favicon.svg",
  "/manifest.webmanifest",
  "/robots.txt",
  "/sitemap.xml",
  "/sitemaps/0.xml",
  "/api/v1/courses",
  "/api/health/live",
  "/_next/static/none.js",
];

test("every kind of answer carries the headers", async ({ request }) => {
  for (const address of EVERY_KIND) {
    const headers = (await request.get(address, { maxRedirects: 0 })).headers();
    for (const [name, value] of Object.entries(COMMON))
      expect(headers[name], `${name} of ${address}`).toEqual(
        value instanceof RegExp ? expect.stringMatching(value) : value,
      );
    expect(headers["content-security-policy"], address).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"], address).not.toContain("unsafe-");
    expect(headers["x-powered-by"], address).toBeUndefined();
    expect(headers["set-cookie"], address).toBeUndefined();
  }
});

test("every page has its own nonce, on each of its scripts", async ({ request }) => {
  const nonces = new Set<string>();
  for (let count = 0; count < 20; count++) {
    const answer = await request.get("/en/about");
    const [, nonce = ""] = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "") ?? [];
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(20);
});

test("the optimiser of images does not answer", async ({ request }) => {
  const answer = await request.get("/_next/image?url=%2Ffavicon.svg&w=64&q=75");
  expect(answer.status()).toBe(404);
});

/** As it is, which a browser or `fetch` would tidy up first. */
function rawStatus(baseURL: string, method: string, path: string): Promise<number> {
  const { hostname, port } = new URL(baseURL);
  return new Promise((resolve, reject) => {
    rawRequest({ hostname, port, method, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

for (const path of [
  "/%",
  "/%E0%A4%A",
  "/en/%E0%A4%A",
  "/en/courses/%E0%A4%A",
  "/en/courses/%00",
  "/en/courses/..%2f..%2fetc%2fpasswd",
  "/fi/providers/%C3%A4%FF",
  "//evil.example/en",
  "/\\evil.example",
  "/en/search?q=%E0%A4%A&level[]=1&page=-1&page-size=1e9&sort=__proto__",
  `/en/search?q=${"x".repeat(5000)}`,
  "/en/search?skill=%00&provider='%22--",
  "/constructor/__proto__",
  "/en/search?__proto__=1&__proto__=2&sort=price",
  "/sitemaps/999999.xml",
])
  test(`a hostile address is no fault of the server: ${path.slice(0, 60)}`, async ({ baseURL }) => {
    expect(await rawStatus(baseURL ?? "", "GET", path)).toBeLessThan(500);
  });

for (const method of ["TRACE", "POST", "PUT", "DELETE", "PROPFIND"])
  test(`a page cannot be asked with ${method}`, async ({ baseURL }) => {
    expect(await rawStatus(baseURL ?? "", method, "/en/search")).toBe(405);
  });

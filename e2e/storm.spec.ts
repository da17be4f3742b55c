import { Agent, get } from "node:http";
import { expect, test } from "@playwright/test";

const ADDRESSES = 5_000;
const AT_ONCE = 16;

/** The same sequence each time (mulberry32), so that a fault found once is found again. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PATHS = [
  "/en/search",
  "/fi/search",
  "/api/v1/courses",
  "/api/v1/courses/facets/skill",
  "/api/v1/courses/facets/field",
  "/en/courses/x",
  "/api/v1/providers",
  "/api/v1/credentials",
  "/fi/credentials/",
  "/en/providers/",
  "/",
  "/sv",
  "/sitemaps/0.xml",
];
const NAMES = [
  "q",
  "level",
  "ects",
  "ects-min",
  "ects-max",
  "trust",
  "credential",
  "assessment",
  "duration",
  "start",
  "mode",
  "price",
  "country",
  "language",
  "field",
  "skill",
  "provider",
  "sort",
  "page",
  "page-size",
  "facet-limit",
  "contains",
  "__proto__",
  "q[]",
];
const VALUES = [
  "6",
  "x",
  "-1",
  "0",
  "99999999999999999999",
  "1e308",
  "NaN",
  "2027-01",
  "2027-13",
  "anytime",
  "not-stated",
  "no-open-run",
  "free",
  "FI",
  "fi",
  "06",
  "0613",
  "%00",
  "%FF",
  "%E0%A4",
  "'",
  '"',
  "\\",
  "%27%20or%201=1--",
  "(:*%26|!",
  "a:*",
  "%F0%9F%92%A9",
  "%ED%A0%80",
  "constructor",
  "../../etc/passwd",
  "%3Cscript%3E",
  "data",
  "hitsaus",
  "%C5%81%C3%B3d%C5%BA",
  "a%20b%20c%20d%20e%20f%20g",
  "01900000-0000-7000-8000-000000000000",
  "relevance",
  "newest",
  "100",
  "101",
  ",",
  ";",
  "%25",
  "+",
  "a".repeat(300),
];

test("no address makes a server error", async ({ baseURL }) => {
  test.setTimeout(600_000);
  const random = randomOf(20_261_125);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const addresses = Array.from({ length: ADDRESSES }, () => {
    const pairs = Array.from({ length: Math.floor(random() * 6) }, () => `${pick(NAMES)}=${pick(VALUES)}`);
    const path =
      random() < 0.1
        ? `/${pick(VALUES)}/${pick(VALUES)}`
        : pick(PATHS) + (random() < 0.1 ? pick(VALUES) : "");
    return pairs.length > 0 ? `${path}?${pairs.join("&")}` : path;
  });
  const { hostname, port } = new URL(baseURL ?? "");
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const statusOf = (path: string) =>
    new Promise<number>((resolve, reject) => {
      get({ agent, host: hostname, port, path }, (response) => {
        response.on("end", () => resolve(response.statusCode ?? 0)).resume();
      }).on("error", reject);
    });

  const faults: string[] = [];
  const seen = new Set<number>();
  const worker = async () => {
    for (let address = addresses.pop(); address !== undefined; address = addresses.pop()) {
      const status = await statusOf(address);
      seen.add(status);
      if (status >= 500) faults.push(`${status} ${address}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  expect(faults).toEqual([]);
  expect([...seen].sort()).toEqual(expect.arrayContaining([200, 307, 400, 404]));
});

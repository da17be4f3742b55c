import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { COURSE_STATES, FIXED_PAGES, firstCourse, firstLinkTo } from "./places";

// An empty page of this version of Next loads 134.9 kB; a page of ours may add 25.
const SCRIPT_BUDGET = 160_000;

test("a visitor gets no cookie, no storage and no request to anybody else; nothing breaks the policy", async ({
  page,
  context,
  baseURL,
}) => {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "")) foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));

  const course = await firstCourse(page, COURSE_STATES["leads to a micro-credential"]);
  await page.goto(course);
  const records = [course, await firstLinkTo(page, "credentials"), await firstLinkTo(page, "providers")];
  for (const address of [...FIXED_PAGES.map((path) => `/fi${path}`), ...records]) {
    await page.goto(address, { waitUntil: "networkidle" });
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  }
  expect(await context.cookies()).toEqual([]);
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

for (const address of ["/en", "/en/search", "/fi/about"])
  test(`${address} stays within the budget for scripts`, async ({ page }) => {
    const sizes: number[] = [];
    page.on("response", async (response) => {
      if (response.request().resourceType() === "script") sizes.push(gzipSync(await response.body()).length);
    });
    await page.goto(address, { waitUntil: "networkidle" });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(SCRIPT_BUDGET);
  });

import { expect, test } from "@playwright/test";
import { COURSE_STATES, firstCourse, firstLinkTo, withdrawnCourse } from "./places";

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a course leads to its credential, and that to whoever awards it", async ({ page }) => {
      await page.goto(await firstCourse(page, COURSE_STATES["leads to a micro-credential"]));
      await expect(page.getByRole("heading", { name: "What you learn" })).toBeVisible();
      await page.goto(await firstLinkTo(page, "credentials"));
      await expect(page.getByRole("table", { name: "Mandatory elements" }).getByRole("row")).toHaveCount(12);
      await expect(page.getByText(/^\d of the 9 elements that an offer can state/)).toBeVisible();
      await page.goto(await firstLinkTo(page, "providers"));
      await expect(page.getByRole("heading", { name: "What it offers" })).toBeVisible();
    });
  });

test("a course that gives attendance only says so", async ({ page }) => {
  await page.goto(await firstCourse(page, COURSE_STATES["attendance only"]));
  await expect(page.getByText("the certificate is not a micro-credential")).toBeVisible();
});

test("a course without an open run says so", async ({ page }) => {
  await page.goto(await firstCourse(page, COURSE_STATES["without an open run"]));
  await expect(page.getByText("no run that can be joined at the moment")).toBeVisible();
});

test("a withdrawn course keeps its page, says so, and shows what is near", async ({ page, request }) => {
  const answer = await page.goto(await withdrawnCourse(request));
  expect(answer?.status()).toBe(200);
  await expect(page.getByText("This course is no longer offered.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Still offered, and close to it" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Apply" })).toHaveCount(0);
});

test("every record names its source and the day it was checked", async ({ page }) => {
  const course = await firstCourse(page, COURSE_STATES["leads to a micro-credential"]);
  await page.goto(course);
  const [credential, provider] = [
    await firstLinkTo(page, "credentials"),
    await firstLinkTo(page, "providers"),
  ];
  for (const address of [course, credential, provider]) {
    await page.goto(address);
    await expect(page.getByText(/This record comes from .+ last checked on \d/)).toBeVisible();
  }
});

test("a record is found by its id too, at its one address", async ({ page, request }) => {
  const address = await firstCourse(page, "");
  const answer = await request.get("/api/v1/courses?page-size=1");
  const { data } = await answer.json();
  const moved = await request.get(`/fi/courses/${data[0].id}`, { maxRedirects: 0 });
  expect(moved.status()).toBe(308);
  expect(moved.headers().location).toBe(`/fi/courses/${data[0].slug}`);
  await page.goto(address);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`${address}$`));
});

test("an unknown record is not found, in words, without scripts too", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const answer = await page.goto("/fi/credentials/no-such-credential");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sivua ei löydy");
  await context.close();
});

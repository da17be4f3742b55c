import { expect, test } from "@playwright/test";
import { firstCourse } from "./places";

test("the bare address follows the reader's language, without a cookie", async ({ request }) => {
  for (const [accepted, locale] of [
    ["fi-FI,fi;q=0.9,en;q=0.5", "fi"],
    ["sv,de;q=0.5", "en"],
  ] as const) {
    const answer = await request.get("/?q=1", { headers: { "accept-language": accepted }, maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers().location).toBe(`/${locale}?q=1`);
    expect(answer.headers().vary?.toLowerCase()).toContain("accept-language");
    expect(answer.headers()["set-cookie"]).toBeUndefined();
  }
});

test("the language switch keeps the page and what was asked", async ({ page }) => {
  await page.goto("/en/search?level=6&sort=newest");
  await page.getByRole("link", { name: "Suomi" }).click();
  await expect(page).toHaveURL(/\/fi\/search\?level=6&sort=newest$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "fi");
  await expect(page.getByRole("link", { name: "Poista Taso: EQF 6" })).toBeVisible();

  const course = await firstCourse(page, "");
  await page.goto(course);
  await page.getByRole("link", { name: "Suomi" }).click();
  await expect(page).toHaveURL(new RegExp(`${course.replace("/en/", "/fi/")}$`));
});

test("each page names the others of its kind", async ({ page }) => {
  await page.goto("/fi/about/levels");
  for (const [language, path] of [
    ["en", "/en/about/levels"],
    ["fi", "/fi/about/levels"],
    ["x-default", "/en/about/levels"],
  ] as const)
    await expect(page.locator(`link[rel="alternate"][hreflang="${language}"]`)).toHaveAttribute(
      "href",
      new RegExp(`${path}$`),
    );
});

test("an unknown language is a page that is not there", async ({ page }) => {
  const answer = await page.goto("/sv/search");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
});

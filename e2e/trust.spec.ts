import { expect, test } from "@playwright/test";
import { TRUST_PAGES } from "./places";

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a press on a mark tells why it is there, with its record and the day", async ({ page }) => {
      await page.goto(`/en${TRUST_PAGES["an external review"]}`);
      const why = page.locator("details").filter({ hasText: "institution reviewed" }).first();
      const sentence = why.getByText(/External review of the institution/);
      await expect(sentence).toBeHidden();
      await why.locator("summary").click();
      await expect(sentence).toBeVisible();
      await expect(why.getByText(/covers the institution as a whole, not a single course/)).toBeVisible();
      await expect(why.getByText(/^As of \d/)).toBeVisible();
    });

    test("a card tells why too", async ({ page }) => {
      await page.goto("/en/search?trust=external-review-esg");
      const card = page.getByRole("article").first();
      const why = card
        .locator("details")
        .filter({ has: page.locator("summary", { hasText: /reviewed/ }) })
        .first();
      await why.locator("summary").click();
      await expect(why.getByRole("listitem").first()).toBeVisible();
    });

    test("a level that an authority contradicts shows both, the authority’s first", async ({ page }) => {
      await page.goto(`/en${TRUST_PAGES["a contradicted level"]}`);
      const level = page.getByRole("row", { name: /^8 Level/ });
      await expect(level.getByRole("cell").first()).toHaveText("EQF 6 (also said: EQF 7)");
      await expect(level.locator("summary")).toHaveText(/contradicted/);
      await level.locator("summary").click();
      await expect(level.getByText("The provider states EQF 7", { exact: false })).toBeVisible();
    });

    test("a decision against, what has ended and what would help are on the provider’s page", async ({
      page,
    }) => {
      await page.goto(`/en${TRUST_PAGES["a decision against"]}`);
      const timeline = page.locator("#evidence");
      await expect(timeline.getByRole("heading", { level: 3 })).toHaveCount(2);
      await expect(timeline.getByText("decision against", { exact: true })).toBeVisible();
      await page.getByText("For the provider: what would show more").click();
      await expect(page.getByText("Ask for a new decision of the same kind", { exact: false })).toBeVisible();
    });

    test("many reports that are alike are one entry, and each is behind its fold", async ({ page }) => {
      await page.goto(`/en${TRUST_PAGES["many reports alike"]}`);
      const timeline = page.locator("#evidence");
      const heading = "External review, Nordic Agency for Quality (sample): 5 records";
      await expect(timeline.getByRole("heading", { level: 3, name: heading })).toBeVisible();
      await expect(timeline.getByRole("heading", { level: 4 })).toHaveCount(0);
      await timeline.getByText("All 5 of them").click();
      await expect(timeline.getByRole("heading", { level: 4 })).toHaveCount(5);
      await expect(timeline.getByRole("link", { name: "The record" })).not.toHaveCount(0);
    });

    test("national levels are found by country and by European level", async ({ page }) => {
      await page.goto("/en/about/levels");
      await page.getByLabel("Country, framework or level").fill("Ireland");
      await page.getByRole("button", { name: "Show", exact: true }).click();
      const row = page.getByRole("table", { name: "National levels by EQF level" }).getByRole("row").nth(1);
      await expect(row).toContainText("Ireland");
      await expect(page.getByText("One framework")).toBeVisible();
      await page.getByRole("link", { name: "Show all" }).click();
      await expect(page.getByRole("status")).toHaveText(/^\d+ frameworks/);
    });

    test("two credentials are chosen and compared, and the address holds the choice", async ({ page }) => {
      await page.goto(`/en${TRUST_PAGES["a contradicted level"]}`);
      await page.getByRole("link", { name: "Compare it with another credential" }).click();
      await page.getByLabel("Second credential").fill("genome data");
      await page.getByRole("button", { name: "Compare" }).click();
      await page.getByRole("main").getByRole("link", { name: "Genome data analysis" }).click();
      await expect(page).toHaveURL(/\/equivalence\?a=machine-learning[^&]*&b=genom/);
      await expect(page.getByRole("table", { name: "Mandatory elements" }).getByRole("row")).toHaveCount(12);
      await expect(page.getByRole("heading", { name: "Outcome by outcome" })).toBeVisible();
    });
  });

test("an address that nothing has leads to the form, with a sentence", async ({ page }) => {
  await page.goto("/en/equivalence?a=zzzz-qqqq");
  await expect(
    page.getByText("Nothing in this catalogue has the address “zzzz-qqqq”.", { exact: false }),
  ).toBeVisible();
  await expect(page.getByLabel("First credential")).toHaveValue("zzzz-qqqq");
});

test("what recognition rests on is said, and promises nothing", async ({ page }) => {
  await page.goto(`/en${TRUST_PAGES["a contradicted level"]}`);
  const recognition = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Recognition" }) });
  await expect(recognition.getByText("None of this is a promise.", { exact: false })).toBeVisible();
  await expect(recognition.getByRole("link", { name: /ENIC-NARIC/ })).toHaveAttribute(
    "href",
    "https://www.enic-naric.net/",
  );
});

test("each tier is explained with what the catalogue has", async ({ page }) => {
  await page.goto("/en/about/trust");
  const tiers = [
    "External review (ESG)",
    "National authorisation",
    "Recognised label",
    "Provider’s own word",
  ];
  for (const name of tiers) await expect(page.getByRole("heading", { level: 3, name })).toBeVisible();
  await expect(page.getByText("For example:").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /courses? in the catalogue/ }).first()).toBeVisible();
});

import { expect, test } from "@playwright/test";
import { PATHWAY_PAGES } from "./places";

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("what is held counts, and there are ways on", async ({ page }) => {
      await page.goto(`/en${PATHWAY_PAGES["a plan"]}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Certificate in data for public services",
      );
      await expect(page.getByText("24 ECTS").first()).toBeVisible();
      for (const way of ["Cheapest", "Most certain"])
        await expect(page.getByRole("heading", { name: new RegExp(`^${way}, step by step`) })).toBeVisible();
      await expect(page.getByText("gives no automatic right to the qualification").first()).toBeVisible();
    });

    test("from a qualification to a plan, by its own link", async ({ page }) => {
      await page.goto(`/en${PATHWAY_PAGES["a qualification"]}`);
      await page.getByRole("link", { name: "Plan a way there" }).click();
      await expect(page).toHaveURL(/\/en\/plan\?target=data-julkisissa-palveluissa-todistus/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Certificate in data for public services",
      );
    });
  });

test("the same question as JSON gives audit and plans", async ({ request }) => {
  const answer = await request.post("/api/v1/plans", {
    data: {
      target: "data-julkisissa-palveluissa-todistus",
      hold: ["datataidot-tyoelamaan~2026-01"],
      limits: {},
    },
  });
  expect(answer.status()).toBe(200);
  const { audit, plans, conflict } = await answer.json();
  expect(audit).not.toBeNull();
  expect(plans.length).toBeGreaterThan(0);
  expect(conflict).toBeNull();
});

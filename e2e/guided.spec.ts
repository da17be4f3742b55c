import { expect, test } from "@playwright/test";

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("answers set filters and nothing else", async ({ page }) => {
      await page.goto("/en");
      await page.getByRole("link", { name: /Answer a few questions/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("What would suit you?");
      await page
        .getByRole("group", { name: "In which language?" })
        .getByLabel(/^English/)
        .check();
      await page
        .getByRole("group", { name: "How do you want to take part?" })
        .getByLabel(/^Online/)
        .check();
      await page.getByRole("group", { name: "What may it cost?" }).getByLabel(/^Free/).check();
      const show = page.getByRole("button", { name: /^Show/ });
      if (javaScriptEnabled) await expect(show).toHaveText(/^Show \d+ courses?$/);
      const promised = (await show.textContent())?.replace("Show ", "");
      await show.click();
      for (const filter of ["How it is taught: Online", "Language: English", "Price: Free"])
        await expect(page.getByRole("link", { name: `Remove ${filter}` })).toBeVisible();
      if (javaScriptEnabled) await expect(page.getByRole("heading", { level: 1 })).toHaveText(promised ?? "");
    });

    test("nothing needs an answer", async ({ page }) => {
      await page.goto("/en/start");
      await page.getByRole("button", { name: /^Show/ }).click();
      await expect(page).toHaveURL(/\/en\/search/);
      await expect(page.getByRole("link", { name: /^Remove / })).toHaveCount(0);
      expect(await page.getByRole("article").count()).toBeGreaterThan(10);
    });
  });

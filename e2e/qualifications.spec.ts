import { expect, test } from "@playwright/test";
import { firstLinkTo } from "./places";

/** Of the sample: two versions, rules of every certainty. */
const CERTIFICATE = "data-julkisissa-palveluissa-todistus";

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a person reads what a qualification asks for, part by part", async ({ page }) => {
      await page.goto("/en/qualifications");
      await page.getByRole("link", { name: "Certificate in data for public services", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Certificate in data for public services",
      );
      await expect(page.getByRole("heading", { level: 3, name: "Foundation in data" })).toBeVisible();
      const counts = page.getByRole("table", { name: "What counts in “Data in public decisions”" });
      const agreed = counts.getByRole("row", { name: "Data analysis in public policy" });
      await expect(agreed).toContainText("agreement");
      await agreed.getByRole("link", { name: "A recognition rule says so" }).click();
      await expect(page).toHaveURL(/#rule-/);
      await expect(
        page.getByText(/is decided by Kaarnala University; combining micro-credentials/),
      ).toBeVisible();
    });

    test("an earlier version stays, and says that it is one", async ({ page }) => {
      await page.goto(`/en/qualifications/${CERTIFICATE}`);
      await page.getByRole("link", { name: "1", exact: true }).click();
      await expect(page.getByText("This is version 1")).toBeVisible();
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    });
  });

test("a credential says what it counts towards, in which part, who decides, and leads to the plan", async ({
  page,
}) => {
  await page.goto("/en/credentials/datataidot-tyoelamaan");
  const card = page.getByRole("listitem").filter({
    has: page.getByRole("heading", { name: "Certificate in data for public services" }),
    hasText: "Part “Foundation in data”",
  });
  await expect(card).toContainText("designed");
  await expect(card).toContainText("Decides: Kaarnala University");
  await page.getByRole("link", { name: "Plan with it" }).click();
  await expect(page).toHaveURL(/\/en\/plan\?target=.+&hold=datataidot-tyoelamaan$/);
});

test("a course card says into how many qualifications it stacks", async ({ page }) => {
  await page.goto(`/en/search?stacks-into=${CERTIFICATE}`);
  await expect(page.getByRole("article").first()).toContainText(/Stacks into \d+ qualification/);
});

test("a curated pathway names its people, its day, its reasons and its dead steps", async ({ page }) => {
  await page.goto("/en/plan");
  const pathway = await firstLinkTo(page, "pathways");
  await page.goto(pathway);
  await expect(page.getByRole("heading", { name: "Who stands behind it" })).toBeVisible();
  await expect(page.getByText(/^Checked on \d/)).toBeVisible();
  await expect(page.getByText("Why:").first()).toBeVisible();
});

test("what is not there is a page that says so", async ({ page }) => {
  for (const address of [
    "/en/qualifications/none",
    `/en/qualifications/${CERTIFICATE}?version=none`,
    "/en/pathways/none",
  ]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
  }
});

import { expect, type Page, test } from "@playwright/test";

const box = (page: Page) => page.getByLabel("What do you want to learn?");
const list = (page: Page) => page.getByRole("listbox", { name: "Suggestions" });

/** The option that the keys have come to. */
async function activeOption(page: Page) {
  const id = await box(page).getAttribute("aria-activedescendant");
  return id === null ? null : page.locator(`[id="${id}"]`);
}

/** Presses a key until an option of a section is active. */
async function arrowTo(page: Page, section: string) {
  const options = list(page).getByRole("group", { name: section }).getByRole("option");
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press("ArrowDown");
    const active = await activeOption(page);
    const id = (await active?.getAttribute("id")) ?? "";
    const ids = await options.evaluateAll((all) => all.map((option) => option.id));
    if (ids.includes(id)) return page.locator(`[id="${id}"]`);
  }
  throw new Error(`No option of ${section} was reached`);
}

test("a course is found and opened with the keyboard alone", async ({ page }) => {
  await page.goto("/en");
  await box(page).focus();
  await page.keyboard.type("data an");
  await expect(list(page)).toBeVisible();
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  expect(await activeOption(page)).toBeNull();
  const count = await list(page).getByRole("option").count();
  await expect(page.getByRole("status").filter({ hasText: `${count} suggestion` })).toHaveCount(1);

  const option = await arrowTo(page, "Courses");
  await expect(option).toHaveAttribute("aria-selected", "true");
  const [title = ""] = await option.locator("span").allTextContents();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/courses\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
});

test("the keys go round, to both ends, and back to the text", async ({ page }) => {
  await page.goto("/en");
  await box(page).focus();
  await page.keyboard.type("nurs");
  await expect(list(page)).toBeVisible();
  const options = list(page).getByRole("option");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  expect(await activeOption(page)).toBeNull();
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveValue("nurs");
  await page.keyboard.press("ArrowDown");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(list(page)).toBeHidden();
});

test("Enter without an option searches for what was typed", async ({ page }) => {
  await page.goto("/en");
  await box(page).fill("nurs");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/search\?q=nurs$/);
});

test("a skill joins the filters that are there, and the words that led to it go", async ({
  page,
  request,
}) => {
  const facet = await request.get("/api/v1/courses/facets/skill?level=6&facet-limit=1");
  const [skill]: { value: string; label: { en: string } }[] = (await facet.json()).data;
  await page.goto("/en/search?level=6");
  await box(page).focus();
  await page.keyboard.type(skill?.label.en ?? "");
  await expect(list(page)).toBeVisible();
  await arrowTo(page, "Courses that teach");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`level=6.*skill=${skill?.value}`));
  await expect(page.getByRole("link", { name: "Remove Level: EQF 6" })).toBeVisible();
  expect(await page.getByRole("article").count()).toBeGreaterThan(0);
});

test("an occupation opens the search for its courses, and stays when one searches on", async ({ page }) => {
  await page.goto("/en");
  await box(page).fill("data anal");
  await list(page)
    .getByRole("group", { name: "Courses for an occupation" })
    .getByRole("option")
    .first()
    .click();
  await expect(page).toHaveURL(/\/en\/search\?occupation=/);
  await expect(page.getByRole("link", { name: /^Remove Teaches skills of: / })).toBeVisible();
  await page.getByRole("checkbox", { name: /^EQF 6/ }).check();
  await page.getByRole("button", { name: /^Show/ }).click();
  await expect(page).toHaveURL(/occupation=.*level=6/);
});

test("other languages are found, and said to be so", async ({ page }) => {
  await page.goto("/en");
  await box(page).fill("hitsau");
  const other = list(page).getByRole("option").locator('[lang="fi"]').first();
  await expect(other).toContainText(/hitsau/i);
});

test("an answer that comes too late is not shown", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/v1/suggest?q=nu*", async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await page.goto("/en");
  await box(page).fill("nu");
  await page.waitForRequest("**/api/v1/suggest?q=nu*");
  await box(page).fill("weldin");
  await expect(list(page)).toBeVisible();
  const shown = await list(page).textContent();
  release();
  await expect(list(page).getByRole("option").first()).toContainText(/weld/i);
  expect(await list(page).textContent()).toBe(shown);
});

test("without an answer the box is a plain one", async ({ page }) => {
  await page.route("**/api/v1/suggest?**", (route) => route.abort());
  await page.goto("/en");
  await box(page).fill("nurs");
  await page.waitForRequest("**/api/v1/suggest?**");
  await expect(list(page)).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?q=nurs$/);
});

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { COURSE_STATES, FIXED_PAGES, firstCourse, firstLinkTo, SEARCH_STATES } from "./places";

const WIDTHS = [320, 1280];
// Higher than any page, so that nothing that stays in place lies over what is to be measured.
const HEIGHT = 15_000;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Nothing that axe knows is wrong, in light and dark, narrow and wide; and nothing sticks out sideways. */
async function expectAccessible(page: Page, address: string, prepare?: (page: Page) => Promise<void>) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.goto(address);
    await openAll(page);
    await prepare?.(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations, incomplete } = await new AxeBuilder({ page })
        .withTags(TAGS)
        .options({ rules: { "target-size": { enabled: true } } })
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      expect(found, `${address} at ${width} in ${colorScheme}`).toEqual([]);
      // Contrast over the drawing of stones is the one thing that axe cannot measure.
      const undecided = incomplete.filter(({ id, nodes }) => id !== "color-contrast" || nodes.some(isText));
      expect(undecided.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
    }
    expect(await sidewaysOverflow(page), `${address} at ${width}`).toBe(0);
  }
}

const isText = ({ html }: { html: string }) => !html.startsWith("<text");

/** Folded parts are part of the page too. */
const openAll = (page: Page) =>
  page.locator("main details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });

const sidewaysOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const locale of ["en", "fi"])
  for (const path of FIXED_PAGES)
    test(`/${locale}${path} is accessible`, async ({ page }) => {
      await expectAccessible(page, `/${locale}${path}`);
    });

for (const [state, query] of Object.entries(SEARCH_STATES))
  test(`the search page is accessible: ${state}`, async ({ page }) => {
    await expectAccessible(page, `/en/search${query}`);
  });

for (const [state, query] of Object.entries(COURSE_STATES))
  test(`the page of a course is accessible: ${state}`, async ({ page }) => {
    await expectAccessible(page, await firstCourse(page, query, state === "any" ? "fi" : "en"));
  });

for (const room of ["credentials", "providers"])
  test(`a page of ${room} is accessible`, async ({ page }) => {
    await page.goto(await firstCourse(page, COURSE_STATES["leads to a micro-credential"]));
    await expectAccessible(page, await firstLinkTo(page, room));
  });

test("the page for what is not found is accessible", async ({ page }) => {
  await expectAccessible(page, "/en/courses/no-such-course");
});

test("the open menu and the open filters of a phone are accessible", async ({ page }) => {
  await expectAccessible(page, "/en/search", async () => {
    const menu = page.locator("header summary");
    if (!(await menu.isVisible())) return;
    await menu.click();
    await page.getByRole("button", { name: "Filters" }).click();
    await openAll(page);
  });
});

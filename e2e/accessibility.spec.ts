import { expect, type Page, test } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import {
  COURSE_STATES,
  FIXED_PAGES,
  firstCourse,
  firstLinkTo,
  PATHWAY_PAGES,
  SEARCH_STATES,
  TRUST_PAGES,
  withdrawnCourse,
} from "./places";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const WIDTHS = [320, 1280];
// Higher than any page, so that nothing that stays in place lies over what is to be measured.
const HEIGHT = 15_000;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Nothing that axe knows is wrong, in light and dark, narrow and wide; and nothing sticks out sideways. */
async function expectAccessible(
  page: Page,
  address: string,
  prepare?: (page: Page) => Promise<void>,
  parts: readonly string[] = ["html"],
) {
  for (const width of WIDTHS) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width, height: HEIGHT });
    // What was opened by hand may be another thing at another width.
    if (width === WIDTHS[0] || prepare) await page.goto(address);
    await openAll(page);
    await prepare?.(page);
    await page.evaluate(axe.source);
    expect(await faults(page, parts, { type: "tag", values: TAGS }), `${address} at ${width}`).toEqual([]);
    // Only colours change in the dark.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(
      await faults(page, parts, { type: "rule", values: OF_COLOUR }),
      `${address} at ${width} in the dark`,
    ).toEqual([]);
    expect(await sidewaysOverflow(page), `${address} at ${width}`).toBe(0);
  }
}

/** What is wrong, and what axe could not decide. */
async function faults(
  page: Page,
  parts: readonly string[],
  runOnly: NonNullable<RunOptions["runOnly"]>,
): Promise<string[]> {
  const options: RunOptions = {
    runOnly,
    // What passes is not written out: that would take a third of the time.
    resultTypes: ["violations", "incomplete"],
    rules: { "target-size": { enabled: true } },
  };
  const { violations, incomplete } = await page.evaluate(
    ([include, given]) => window.axe.run({ include: [...include] }, given),
    [[...parts], options] as const,
  );
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.filter(({ html }) => !isOnStone(html)).map(({ html }) => `${id}: ${html}`),
  );
}

// axe cannot measure a contrast with what is drawn; ink on each tone of stone has 6:1 at least.
const isOnStone = (html: string) => html.startsWith("<text");

/** Folded parts are part of the page too. */
const openAll = (page: Page) =>
  page.locator("main details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });

const sidewaysOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const address of [...FIXED_PAGES.map((path) => `/en${path}`), "/fi", "/fi/search"])
  test(`${address} is accessible`, async ({ page }) => {
    await expectAccessible(page, address);
  });

for (const [name, path] of Object.entries(PATHWAY_PAGES))
  test(`pathways are accessible: ${name}`, async ({ page }) => {
    await expectAccessible(page, `/en${path}`);
  });

for (const [name, path] of Object.entries(TRUST_PAGES))
  test(`pages of trust are accessible: ${name}`, async ({ page }) => {
    await expectAccessible(page, `/en${path}`);
  });

for (const [state, query] of Object.entries(SEARCH_STATES))
  test(`the search page is accessible: ${state}`, async ({ page }) => {
    await expectAccessible(page, `/en/search${query}`);
  });

for (const [state, query] of Object.entries(COURSE_STATES))
  test(`the page of a course is accessible: ${state}`, async ({ page }) => {
    await expectAccessible(page, await firstCourse(page, query, state === "any" ? "fi" : "en"));
  });

test("the page of a withdrawn course is accessible", async ({ page, request }) => {
  await expectAccessible(page, await withdrawnCourse(request));
});

for (const room of ["credentials", "providers"])
  test(`a page of ${room} is accessible`, async ({ page }) => {
    await page.goto(await firstCourse(page, COURSE_STATES["leads to a micro-credential"]));
    await expectAccessible(page, await firstLinkTo(page, room));
  });

test("the page for what is not found is accessible", async ({ page }) => {
  await expectAccessible(page, "/en/courses/no-such-course");
});

test("the suggestions are accessible", async ({ page }) => {
  const open = async () => {
    await page.getByLabel("What do you want to learn?").fill("hits");
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("ArrowDown");
  };
  // axe cannot measure what lies beneath them.
  await expectAccessible(page, "/en", open, ["#q", '[role="listbox"]']);
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

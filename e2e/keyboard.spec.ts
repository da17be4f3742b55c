import { expect, type Page, test } from "@playwright/test";

/** Presses Tab until the focus is on a control of this name, at most this many times. */
async function tabTo(page: Page, name: RegExp, most = 60) {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    const label = await focused.evaluate((element) =>
      [
        element.getAttribute("aria-label"),
        element.textContent,
        ...("labels" in element
          ? [...((element as HTMLInputElement).labels ?? [])].map((l) => l.textContent)
          : []),
      ].join(" "),
    );
    await expectSeen(page);
    if (name.test(label.trim())) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

/** The focus is outlined, and not wholly behind something that stays in place (WCAG 2.4.7 and 2.4.11). */
async function expectSeen(page: Page) {
  const state = await page.locator(":focus").evaluate((element) => {
    const box = element.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
    const isSeen = points.some(([x, y]) => {
      const top = document.elementFromPoint(box.x + x * box.width, box.y + y * box.height);
      return top !== null && (element.contains(top) || top.contains(element));
    });
    return { isSeen, outline: getComputedStyle(element).outlineStyle, html: element.outerHTML.slice(0, 200) };
  });
  expect(state, state.html).toMatchObject({ isSeen: true, outline: "solid" });
}

test("a person finds a course with the keyboard alone", async ({ page }) => {
  await page.goto("/en");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await expectSeen(page);
  await page.keyboard.press("Enter");
  await tabTo(page, /What do you want to learn/);
  await page.keyboard.type("a");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/search\?/);

  await tabTo(page, /^EQF 6/);
  await page.keyboard.press("Space");
  await tabTo(page, /^Show/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/level=6/);

  const title = (await page.getByRole("article").first().getByRole("heading").textContent()) ?? "";
  await tabTo(page, new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`), 100);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("the filters of a phone keep the focus until they are closed", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/en/search");
  await tabTo(page, /^Filters/);
  await page.keyboard.press("Enter");
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    const isInside = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null,
    );
    expect(isInside).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Filters/ })).toBeFocused();
});

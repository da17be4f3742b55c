import { expect, type Page, test } from "@playwright/test";

const TARGET = "data-julkisissa-palveluissa-todistus";
const HELD = ["datataidot-tyoelamaan~2026-01", "data-analysis-in-public-policy~2026-05"];
const THREE_HELD = [...HELD, "european-decision-making~2026-09"];
const PLAN = `/en/plan?${new URLSearchParams([["target", TARGET], ...HELD.map((hold) => ["hold", hold])])}`;
/** Nobody can reach it: two of its rules stand against each other. */
const CONFLICT = "/en/plan?target=certificate-in-offshore-wind-and-hydrogen&certainty=possible";
/** Nothing that is left to take costs so little. */
const TOO_DEAR = `/en/plan?target=${TARGET}&budget=1`;

const countedToday = (page: Page) => page.getByText(/of [\d.]+ ECTS count today/);

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a person says what they hold and want, and sees what counts and the ways on", async ({ page }) => {
      await page.goto("/en/plan");
      await page.getByLabel("Add from the catalogue").fill("data skills");
      await page.getByRole("button", { name: "Search" }).click();
      await page.getByRole("button", { name: "Add Data skills for working life" }).click();
      await expect(page).toHaveURL(/hold=datataidot-tyoelamaan/);
      await page.getByLabel("Awarded in (", { exact: false }).fill("2026-01");
      await page.getByRole("combobox", { name: "Qualification" }).selectOption(TARGET);
      await page.getByRole("button", { name: "Work it out" }).click();
      await expect(page).toHaveURL(
        // Where it takes long, the second address is of the page in one piece.
        new RegExp(`plan\\?target=${TARGET}&hold=datataidot-tyoelamaan%7E2026-01(?:&whole=yes)?$`),
      );
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Certificate in data for public services",
      );
      await expect(countedToday(page)).toContainText("13 ECTS");
      await expect(page.getByRole("table", { name: "What counts, and why" })).toContainText(
        /Counts because.+read on.+Decides: Kaarnala University/,
      );
      const ways = page.getByRole("table", { name: "The ways side by side" });
      for (const row of ["Credits that count", "Study hours", "Price", "Months", "Places", "Decides"])
        await expect(ways.getByRole("rowheader", { name: row, exact: true })).toBeVisible();
      const sentence = page.getByText(/Whether these credits are recognised is decided by .+; combining/);
      expect(await sentence.count()).toBe(
        await page.getByRole("heading", { name: /, step by step$/ }).count(),
      );
    });

    test("what is held counts, and there are ways on", async ({ page }) => {
      await page.goto(
        `/en/plan?${new URLSearchParams([["target", TARGET], ...THREE_HELD.map((hold) => ["hold", hold])])}`,
      );
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Certificate in data for public services",
      );
      await expect(countedToday(page)).toContainText("24 ECTS");
      for (const way of ["Cheapest", "Most certain"])
        await expect(page.getByRole("heading", { name: new RegExp(`^${way}, step by step`) })).toBeVisible();
      await expect(page.getByText("gives no automatic right to the qualification").first()).toBeVisible();
    });

    test("what takes long comes step by step, and in one piece where there are no scripts", async ({
      page,
      request,
    }) => {
      // Others come first, one after the other.
      const data = { target: TARGET, hold: HELD };
      const others = Array.from({ length: 12 }, () => request.post("/api/v1/plans", { data }));
      await page.goto(`${PLAN}&own-title=GIS+basics&own-credits=many`);
      await expect(countedToday(page)).toContainText("19 ECTS");
      await expect(page.getByRole("table", { name: "The ways side by side" })).toBeVisible();
      await expect(page.getByText("still being looked for")).toHaveCount(0);
      await expect(page.getByLabel("Credits (ECTS)")).toHaveValue("many");
      if (!javaScriptEnabled) await expect(page).toHaveURL(/&whole=yes$/);
      for (const other of await Promise.all(others)) expect(other.status()).toBe(200);
    });

    test("what is typed by hand is possible at most, and an error keeps what was typed", async ({ page }) => {
      await page.goto(PLAN);
      await page.locator("summary", { hasText: "Type one by hand" }).click();
      await page.getByLabel("Name", { exact: true }).fill("GIS basics");
      await page.getByLabel("Credits (ECTS)").fill("many");
      await page.getByRole("button", { name: "Add it" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "Credits are a number" })).toBeVisible();
      await expect(page.getByLabel("Name", { exact: true })).toHaveValue("GIS basics");
      await page.getByLabel("Credits (ECTS)").fill("2,5");
      await page.getByRole("button", { name: "Add it" }).click();
      await expect(page).toHaveURL(/hold=own%7EGIS\+basics%7E2.5/);
      await expect(page.getByText("GIS basics (typed by you)")).toBeVisible();
      await expect(countedToday(page)).toContainText("19 ECTS");
      await page.getByRole("link", { name: "Remove GIS basics" }).click();
      await expect(page).not.toHaveURL(/GIS/);
    });

    test("no way: the conflict in words, and changes that open one", async ({ page }) => {
      await page.goto(CONFLICT);
      await expect(page.getByRole("heading", { name: "No way to finish fits all of this" })).toBeVisible();
      await expect(page.getByText("Only the awarding body could grant this.").first()).toBeVisible();
      await page.goto(TOO_DEAR);
      await expect(page.getByRole("listitem").filter({ hasText: /^your budget$/ })).toBeVisible();
      await page.getByRole("link", { name: /^Spend up to €/ }).click();
      await expect(page).toHaveURL(/budget=\d\d/);
      await expect(page.getByRole("heading", { name: /ways? to finish/i })).toBeVisible();
    });

    test("one thing is changed by a link", async ({ page }) => {
      await page.goto(`${PLAN}&language=en`);
      await page.getByRole("link", { name: "without the limit: your languages" }).click();
      await expect(page).toHaveURL(
        new RegExp(`${PLAN.split("?")[1]?.replaceAll(".", "\\.")}(?:&whole=yes)?$`),
      );
    });
  });

test("the address alone restores the plan, in the other language too", async ({ page, context }) => {
  await page.goto(PLAN);
  const other = await context.newPage();
  await other.goto(PLAN);
  const ways = (of: Page) => of.getByRole("table", { name: "The ways side by side" }).textContent();
  expect(await ways(other)).toBe(await ways(page));
  expect(await context.cookies()).toEqual([]);
  await page.getByRole("link", { name: "Suomi" }).click();
  await expect(page).toHaveURL(/\/fi\/plan\?target=.+&hold=.+&hold=/);
  await expect(page.getByRole("heading", { name: "Missä olet nyt" })).toBeVisible();
});

test("an address that cannot be used whole is used as far as it can", async ({ page }) => {
  await page.goto(`${PLAN}&hold=no-such-thing&budget=much&language=xx`);
  await expect(page.getByText("Not found in this catalogue: no-such-thing")).toBeVisible();
  await expect(page.getByText(/could not be used: .*budget=much/)).toBeVisible();
  await expect(countedToday(page)).toContainText("19 ECTS");
  const answer = await page.goto("/en/plan?target=none");
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("There is no qualification “none” here")).toBeVisible();
});

test("a plan is kept out of search engines", async ({ page }) => {
  await page.goto(PLAN);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/en\/plan$/);
});

test("a person plans with the keyboard alone", async ({ page }) => {
  await page.goto("/en/plan");
  const tabTo = async (is: (text: string) => boolean) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      const text = await page.evaluate(() => {
        const focused = document.activeElement;
        return [focused?.id, focused?.getAttribute("name"), focused?.textContent].join(" ");
      });
      if (is(text)) return;
    }
    throw new Error("Tab never came there");
  };
  await tabTo((text) => text.startsWith("find "));
  await page.keyboard.type("data skills");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/find=data/);
  await tabTo((text) => text.includes("Add Data skills for working life"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/hold=datataidot-tyoelamaan/);
  await tabTo((text) => text.includes(" target "));
  await page.keyboard.type("Certificate in data for pub");
  await tabTo((text) => text.includes("Work it out"));
  await page.keyboard.press("Enter");
  await expect(
    page.getByText("there is a rule about age, and when it was awarded is not stated").first(),
  ).toBeVisible();
});

test("the same question as JSON gives audit and plans", async ({ request }) => {
  const answer = await request.post("/api/v1/plans", {
    data: { target: TARGET, hold: ["datataidot-tyoelamaan~2026-01"], limits: {} },
  });
  expect(answer.status()).toBe(200);
  const { audit, plans, conflict } = await answer.json();
  expect(audit).not.toBeNull();
  expect(plans.length).toBeGreaterThan(0);
  expect(conflict).toBeNull();
});

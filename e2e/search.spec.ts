import { expect, type Page, test } from "@playwright/test";

const PHONE = { width: 360, height: 740 };

const resultCount = async (page: Page) =>
  Number(((await page.getByRole("heading", { level: 1 }).textContent()) ?? "").replace(/\D/g, ""));

/** A filter group may be folded. */
async function openGroup(page: Page, name: string) {
  const group = page.locator("details", { has: page.locator("summary", { hasText: name }) }).last();
  if ((await group.getAttribute("open")) === null) await group.locator("summary").first().click();
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a person finds a course, narrows, and takes a choice back", async ({ page }) => {
      await page.goto("/en");
      await page.getByLabel("What do you want to learn?").fill("a");
      await page.getByRole("button", { name: "Search" }).click();
      const all = await resultCount(page);
      expect(all).toBeGreaterThan(0);

      await page.getByRole("checkbox", { name: /^EQF 6/ }).check();
      await page.getByRole("button", { name: /^Show/ }).click();
      await expect(page).toHaveURL(/level=6/);
      await expect(page.getByLabel("What do you want to learn?")).toHaveValue("a");
      const narrowed = await resultCount(page);
      expect(narrowed).toBeLessThan(all);
      for (const card of await page.getByRole("article").all()) await expect(card).toContainText("EQF 6");

      await page.getByRole("link", { name: "Remove Level: EQF 6" }).click();
      await expect(page).not.toHaveURL(/level=6/);
      expect(await resultCount(page)).toBe(all);
    });

    test("the count beside a filter is what one gets", async ({ page }) => {
      await page.goto("/en/search");
      const option = page.getByRole("checkbox", { name: /^EQF 5/ });
      const promised = Number(
        ((await option.locator("xpath=../span[2]").textContent()) ?? "").replace(/\D/g, ""),
      );
      await option.check();
      await page.getByRole("button", { name: /^Show/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        promised === 1 ? "1 course" : `${promised} courses`,
      );
    });

    test("the order is kept, and pages follow each other", async ({ page }) => {
      await page.goto("/en/search");
      await page.getByLabel("Order").selectOption("newest");
      await page.getByRole("button", { name: "Sort" }).click();
      await expect(page).toHaveURL(/sort=newest/);
      const first = await page.getByRole("article").first().textContent();
      await page.getByRole("link", { name: "Next", exact: true }).click();
      await expect(page).toHaveURL(/sort=newest.*page=2/);
      expect(await page.getByRole("article").first().textContent()).not.toBe(first);
    });

    test("nothing found says what was asked and offers less", async ({ page }) => {
      await page.goto("/en/search?q=zzzzqqqq&level=6");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("No courses found");
      await page.getByRole("link", { name: "Without “zzzzqqqq”" }).click();
      expect(await resultCount(page)).toBeGreaterThan(0);
      await expect(page.getByRole("link", { name: "Remove Level: EQF 6" })).toBeVisible();
    });

    test("what is offered close by finds what it promises", async ({ page }) => {
      const close = "/en/search?q=welding&level=4&language=fi";
      await page.goto(close);
      const offers = await page
        .getByRole("listitem")
        .filter({ hasText: /\d courses?$/ })
        .all();
      expect(offers.length).toBeGreaterThan(1);
      const promised = await Promise.all(
        offers.map(async (offer) => ({
          address: (await offer.getByRole("link").getAttribute("href")) ?? "",
          courses: (await offer.textContent())?.match(/\d+ courses?$/)?.[0] ?? "",
        })),
      );
      for (const { address, courses } of promised) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(courses);
      }
    });

    test("misspelt words find what was meant, and the page says so", async ({ page }) => {
      await page.goto("/en/search?q=weldign");
      await expect(page.getByText("Showing results for welding.")).toBeVisible();
      await expect(page.getByRole("article").first().getByRole("heading")).toContainText("welding");
      await page.getByRole("link", { name: "Search for “weldign” instead" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("No courses found");
    });

    test("with too many words the page says which it left out", async ({ page }) => {
      await page.goto("/en/search?q=welding+zzzzqqqq");
      const note = page.getByText("No course has all of these words.");
      await expect(note).toContainText("left out: zzzzqqqq");
      await note.getByRole("link", { name: "welding" }).click();
      await expect(page.getByLabel("What do you want to learn?")).toHaveValue("welding");
      expect(await resultCount(page)).toBeGreaterThan(0);
    });

    test("a result says why it is there where its title does not", async ({ page }) => {
      await page.goto("/en/search?q=hitsaus");
      const card = page.getByRole("article").filter({ hasText: "Title in Finnish:" }).first();
      await expect(card.locator("mark")).toHaveText("hitsaus");
      await expect(card.locator('[lang="fi"]').filter({ hasText: "hitsaus" })).toBeVisible();
    });

    test("every value of a long filter can be reached", async ({ page }) => {
      await page.goto("/en/search");
      await openGroup(page, "Language");
      const options = page.getByRole("group", { name: "Language" }).getByRole("checkbox");
      const few = await options.count();
      await page.getByRole("checkbox", { name: /^EQF 6/ }).check();
      const all = page
        .getByRole("group", { name: "Language" })
        .getByRole("button", { name: /^See all \d+$/ });
      const promised = Number((await all.textContent())?.replace(/\D/g, ""));
      expect(promised).toBeGreaterThan(few);
      await all.click();
      if (javaScriptEnabled) await expect(options).toHaveCount(promised);
      // Without scripts the choice made before it was sent along.
      else await expect(page.getByRole("link", { name: "Remove Level: EQF 6" })).toBeVisible();
      const last = options.last();
      const name = (await last.getAttribute("value")) ?? "";
      await last.check();
      await page.getByRole("button", { name: /^Show/ }).click();
      await expect(page).toHaveURL(new RegExp(`level=6.*language=${name}`));
    });

    test("a narrow field can be chosen, and the broad ones say that they are chosen in part", async ({
      page,
    }) => {
      await page.goto("/en/search?facet=field");
      await page.locator('#facet-field input[value="0613"]').check();
      await page.getByRole("button", { name: /^Show/ }).click();
      const fields = page.getByRole("group", { name: "Field" });
      for (const code of ["06", "061"]) {
        const broad = fields.locator(`label:has(input[value="${code}"])`);
        await expect(broad).toContainText("(in part)");
        await expect(broad.getByRole("checkbox")).not.toBeChecked();
      }
      await expect(fields.locator('input[value="0613"]')).toBeChecked();
    });

    test("a phone has every filter too", async ({ page }) => {
      await page.setViewportSize(PHONE);
      await page.goto("/en/search");
      if (javaScriptEnabled) await page.getByRole("button", { name: "Filters" }).click();
      else await page.locator("summary", { hasText: "Filters" }).click();
      await openGroup(page, "Language");
      await page.getByRole("checkbox", { name: /^English/ }).check();
      await page.getByRole("button", { name: /^Show/ }).click();
      await expect(page).toHaveURL(/language=en/);
      await expect(page.getByRole("link", { name: "Remove Language: English" })).toBeVisible();
    });
  });

test("on a phone the button says how many courses there will be", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto("/en/search");
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("checkbox", { name: /^EQF 6/ }).check();
  const button = page.getByRole("button", { name: /^Show [\d,]+ courses?$/ });
  await expect(button).toBeVisible();
  const promised = ((await button.textContent()) ?? "").replace("Show ", "");
  await expect(page.getByRole("status").filter({ hasText: promised })).toHaveCount(1);
  await button.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(promised);
});

test("the drawer closes with Escape and gives the focus back", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto("/en/search");
  const open = page.getByRole("button", { name: "Filters" });
  await open.click();
  await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(open).toBeFocused();
});

test("a long group can be searched", async ({ page }) => {
  await page.goto("/en/search");
  await openGroup(page, "Country");
  await page.getByLabel("Search in: Country").fill("finl");
  const options = page.getByRole("group", { name: "Country" }).getByRole("checkbox");
  await expect(options.filter({ visible: true })).toHaveCount(1);
});

test("a value that is not listed is found by its name in any language", async ({ page }) => {
  await page.goto("/en/search");
  await openGroup(page, "Language");
  await page.getByLabel("Search in: Language").fill("tšek");
  const czech = page.getByRole("group", { name: "Language" }).getByRole("checkbox", { name: /^Czech/ });
  await czech.check();
  await page.getByLabel("Search in: Language").fill("");
  await expect(czech).toBeVisible();
});

test("of a field and one within it only the last one chosen holds", async ({ page }) => {
  await page.goto("/en/search?field=06");
  await page.locator('#facet-field input[value="061"]').check();
  await expect(page.locator('#facet-field input[value="06"]')).not.toBeChecked();
  await expect(page.locator('#facet-field label:has(input[value="06"])')).toContainText("(in part)");
});

test("the address is the state", async ({ page, context }) => {
  const address = "/fi/search?q=a&level=6&sort=ects";
  await page.goto(address);
  const other = await context.newPage();
  await other.goto(address);
  const results = (of: Page) => of.getByRole("article").allTextContents();
  expect(await results(page)).not.toEqual([]);
  expect(await results(other)).toEqual(await results(page));
});

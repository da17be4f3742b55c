import { type APIResponse, expect, test } from "@playwright/test";

// A page of results is sent again as it is while nothing is written (docs/decisions/0019).

const ADDRESS = "/en/search?q=data&sort=newest";

const nonceOf = (answer: APIResponse) =>
  /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "";

test("a page that was asked for before is the same page, with a nonce of its own on every script", async ({
  request,
}) => {
  // Another test may write in between: then the page is made anew, and its parts may come in other pieces.
  await expect(async () => {
    const [first, again] = [await request.get(ADDRESS), await request.get(ADDRESS)];
    const [old, fresh] = [nonceOf(first), nonceOf(again)];
    expect(fresh).not.toBe("");
    expect(fresh).not.toBe(old);
    const text = await again.text();
    expect(text.replaceAll(fresh, old)).toBe(await first.text());
    for (const script of text.match(/<script\b[^>]*>/g) ?? []) expect(script).toContain(`nonce="${fresh}"`);
    const changing = ["content-security-policy", "link", "x-request-id", "date", "etag"];
    const headersOf = (answer: APIResponse) =>
      Object.fromEntries(Object.entries(answer.headers()).filter(([name]) => !changing.includes(name)));
    expect(headersOf(again)).toEqual(headersOf(first));
    expect(again.headers().link?.replaceAll(fresh, old)).toBe(first.headers().link);
  }).toPass();
});

test("its scripts run, and the browser refuses none", async ({ page }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  page.on("pageerror", (error) => refused.push(String(error)));
  await page.goto(ADDRESS);
  await page.goto("/en/about");
  await page.goto(ADDRESS);
  // Said by scripts alone.
  await expect(page.getByLabel("What do you want to learn?")).toHaveAttribute("aria-expanded", "false");
  expect(refused).toEqual([]);
});

import { createServer, get, type IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFrontDoor } from "./front-door";
import { keepPage, keptPage } from "./kept-pages";

const policyOf = (nonce: string) => `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'`;

/** A server whose pages say how often they were made; `?status`, `?type` and `?length` say how. */
const made = new Map<string, number>();
let nonces = 0;
let state = "first";
const server = createServer((request, response) => {
  const address = new URL(request.url ?? "/", "http://localhost");
  const nonce = `nonce-of-answer-${++nonces}`;
  response.setHeader("content-security-policy", policyOf(nonce));
  const kept = keptPage();
  if (kept?.state === state) {
    response.setHeader("link", kept.link(nonce));
    response.end(kept.html(nonce));
    return;
  }
  const times = (made.get(request.url ?? "") ?? 0) + 1;
  made.set(request.url ?? "", times);
  response.statusCode = Number(address.searchParams.get("status") ?? 200);
  response.setHeader("content-type", address.searchParams.get("type") ?? "text/html; charset=utf-8");
  response.setHeader("link", `</a.css>; nonce="${nonce}"`);
  keepPage(state);
  response.write(`<script nonce="${nonce}">1</script><p>Łódź `);
  response.write(Buffer.from("x".repeat(Number(address.searchParams.get("length") ?? 0))));
  response.end(`made ${times}<script nonce="${nonce}">2</script>`);
});

interface Answer {
  text: string;
  headers: IncomingHttpHeaders;
}

function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return new Promise((resolve, reject) => {
    get({ port, path, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ text: Buffer.concat(chunks).toString(), headers: response.headers }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("pages that are kept", () => {
  beforeAll(async () => {
    openFrontDoor();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());

  it("are sent again with a nonce of their own in every place", async () => {
    const first = await ask("/a?q=1");
    const again = await ask("/a?q=1");
    const nonceIn = ({ headers }: Answer) =>
      /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
    const [old, fresh] = [nonceIn(first) ?? "", nonceIn(again) ?? ""];
    expect(fresh).not.toBe(old);
    expect(again.text).toBe(first.text.replaceAll(old, fresh));
    expect(again.text).toContain("Łódź made 1");
    expect(again.text).not.toContain(old);
    expect(again.headers.link).toBe(`</a.css>; nonce="${fresh}"`);
  });

  it("are made anew for another address, and once the data have changed", async () => {
    await ask("/b?q=1");
    expect((await ask("/b?q=2")).text).toContain("made 1");
    state = "second";
    expect((await ask("/b?q=1")).text).toContain("made 2");
    expect((await ask("/b?q=1")).text).toContain("made 2");
  });

  it.each<[string, string, Parameters<typeof ask>[1]?]>([
    ["not found", "/c?status=404"],
    ["no page", "/c?type=text/x-component"],
    ["a part of a page", "/c?rsc", { headers: { rsc: "1" } }],
    ["a question for its headers", "/c?head", { method: "HEAD" }],
    ["longer than any page of ours", "/c?length=1000001"],
  ])("are none that are %s", async (_, path, options) => {
    await ask(path, options);
    await ask(path, options);
    expect(made.get(path)).toBe(2);
  });

  it("do not take more memory than they may: what was not asked for longest goes", async () => {
    const path = (n: number) => `/d?length=900000&n=${n}`;
    await ask(path(0));
    await ask(path(1));
    for (let n = 2; n < 17; n++) await ask(path(n));
    await ask(path(1));
    await ask(path(17));
    await ask(path(18));
    for (const n of [1, 18]) await ask(path(n));
    expect([made.get(path(1)), made.get(path(18))]).toEqual([1, 1]);
    await ask(path(0));
    expect(made.get(path(0))).toBe(2);
  });
});

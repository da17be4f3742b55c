import { afterEach, describe, expect, it } from "vitest";
import { deqarClient } from "./client";
import { institution, page, report } from "./deqar.fixture";
import { type Answer, type RecordedServer, recordedServer } from "./recorded-server.fixture";

const BASE = "http://deqar.example.org/webapi/v2";
const at = (path: string) => `/webapi/v2/browse/${path}`;

const servers: RecordedServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function asking(recorded: Readonly<Record<string, Answer | readonly Answer[]>>, pace = 0) {
  const server = await recordedServer(recorded);
  servers.push(server);
  const waited: number[] = [];
  const pause = async (milliseconds: number) => void waited.push(milliseconds);
  const client = deqarClient({ base: BASE, token: "sample-token", network: server.network, pace, pause });
  return { client, asked: server.asked, waited };
}

describe("the client of DEQAR's Web API", () => {
  it("asks with its token, and gives back what was answered", async () => {
    const { client, asked } = await asking({ [at("institutions/9001/")]: { body: institution(9001) } });
    expect((await client.institution(9001))?.value).toEqual(institution(9001));
    expect(asked).toEqual([
      { path: at("institutions/9001/"), token: "Bearer sample-token", host: "deqar.example.org" },
    ]);
  });

  it("keeps both spaces of an Erasmus code", async () => {
    const path = at("institutions/by-identifier/Erasmus/SF%20%20SAMPLE01");
    const { client, asked } = await asking({ [path]: { body: institution(9001) } });
    await client.institutionByIdentifier("Erasmus", "SF  SAMPLE01");
    expect(asked.map((each) => each.path)).toEqual([path]);
  });

  it("knows that DEQAR has no such record", async () => {
    const { client } = await asking({});
    expect(await client.institution(1)).toBeNull();
    expect(await client.institutionByEter("FI0001")).toBeNull();
    expect(await client.report("1")).toBeNull();
  });

  it("reads a list page by page, whatever `next` says", async () => {
    const all = Array.from({ length: 205 }, (_, id) => report(id));
    const list = (offset: number) => at(`reports/programme/by-institution/7/?limit=100&offset=${offset}`);
    const { client, asked } = await asking({
      [list(0)]: { body: { ...page(all.slice(0, 100), 205), next: "{{ root }}/elsewhere" } },
      [list(100)]: { body: { ...page(all.slice(100, 200), 205), next: true } },
      [list(200)]: { body: { ...page(all.slice(200), 205), next: null } },
    });
    const { results, isWhole } = await client.reportsOf("programme", 7);
    expect([results.length, isWhole, asked.length]).toEqual([205, true, 3]);
  });

  it("does not take a list for whole that ends early", async () => {
    const list = (offset: number) => at(`reports/institutional/by-institution/7/?limit=100&offset=${offset}`);
    const { client } = await asking({
      [list(0)]: { body: page([report(1)], 3) },
      [list(100)]: { body: page([], 3) },
    });
    expect(await client.reportsOf("institutional", 7)).toMatchObject({ isWhole: false });
  });

  it("waits between requests", async () => {
    const { client, waited } = await asking({}, 500);
    await client.report("1");
    await client.report("2");
    await client.report("3");
    expect(waited).toEqual([500, 500]);
  });

  it.each([429, 500, 502, 503, 504])("asks again after %i", async (status) => {
    const { client, waited } = await asking({
      [at("reports/1/")]: [{ status }, { status }, { body: report(1) }],
    });
    expect(await client.report("1")).not.toBeNull();
    expect(waited.filter((each) => each > 0)).toEqual([1_000, 4_000]);
  });

  it("waits as long as it is asked to, within reason", async () => {
    const busy = (seconds: string) => ({ status: 429, headers: { "retry-after": seconds } });
    const { client, waited } = await asking({
      [at("reports/1/")]: [
        busy("7"),
        busy("86400"),
        busy("Wed, 21 Oct 2026 07:28:00 GMT"),
        { body: report(1) },
      ],
    });
    await client.report("1");
    expect(waited.filter((each) => each > 0)).toEqual([7_000, 60_000, 15_000]);
  });

  it("asks again where a connection breaks, and gives up in the end", async () => {
    const mended = await asking({ [at("reports/1/")]: [{ breaks: true }, { body: report(1) }] });
    expect(await mended.client.report("1")).not.toBeNull();
    const broken = await asking({ [at("reports/1/")]: { breaks: true } });
    await expect(broken.client.report("1")).rejects.toMatchObject({ code: "unavailable" });
    expect(broken.asked).toHaveLength(4);
    const busy = await asking({ [at("reports/1/")]: { status: 503 } });
    await expect(busy.client.report("1")).rejects.toThrow("busy");
  });

  it.each([401, 403])("says that the token is not accepted (%i), and does not ask again", async (status) => {
    const { client, asked } = await asking({ [at("reports/1/")]: { status } });
    await expect(client.report("1")).rejects.toMatchObject({ code: "invalid" });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["a page of HTML", { body: "<html>Login</html>", headers: { "content-type": "text/html" } }],
    ["bytes that are no text", { body: "\ud800" }],
    ["a character that no text can hold", { body: '{"id":"\\u0000"}' }],
  ])("takes nothing from %s", async (_what, answer) => {
    const { client } = await asking({ [at("reports/1/")]: answer });
    await expect(client.report("1")).rejects.toMatchObject({ code: "unavailable" });
  });

  it("does not take something else for a list", async () => {
    const { client } = await asking({
      [at("reports/programme/by-institution/7/?limit=100&offset=0")]: { body: { detail: "no" } },
    });
    await expect(client.reportsOf("programme", 7)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("gives its token to nobody else", async () => {
    const elsewhere = "http://elsewhere.example.net/taken";
    const { client, asked } = await asking({
      [at("reports/1/")]: { status: 302, headers: { location: elsewhere } },
      "/taken": { body: report(1) },
    });
    await client.report("1");
    expect(asked.map(({ host, token }) => [host, token])).toEqual([
      ["deqar.example.org", "Bearer sample-token"],
      ["elsewhere.example.net", undefined],
    ]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { askDeqar } from "@/tests/evidence";
import { insertProvider, unique } from "@/tests/factories";
import { institution, page, ref, report } from "./deqar.fixture";
import { nextNumber, only, rowsAbout } from "./listed.fixture";
import { type Answer, type RecordedServer, recordedServer } from "./recorded-server.fixture";

const BASE = "http://deqar.example.org/webapi/v2";
const at = (path: string) => `/webapi/v2/browse/${path}`;
const listOf = (kind: string, number: number) =>
  at(`reports/${kind}/by-institution/${number}/?limit=100&offset=0`);

const servers: RecordedServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe("asking the Web API for the providers of this catalogue", () => {
  const database = testDatabase();
  // Every provider is asked for: each test has its own.
  beforeEach(async () => {
    await database.sql`delete from providers`;
  });

  async function ask(
    recorded: Readonly<Record<string, Answer | readonly Answer[]>>,
    options: { source?: string; today?: string } = {},
  ) {
    const server = await recordedServer(recorded);
    servers.push(server);
    const asking = { token: "sample-token", pace: 0, pause: async () => {} };
    const imported = await askDeqar(database.db, BASE, {
      asking,
      desk: { network: server.network },
      ...options,
    });
    return { imported, asked: server.asked.map(({ path }) => path) };
  }

  async function provider(
    identifiers: readonly { scheme: "deqar" | "eter" | "erasmus" | "vat"; value: string }[],
    number: number,
  ) {
    return insertProvider(database.db, {
      content: { legalName: { en: `Sample University ${number}` }, identifiers },
    });
  }

  it("asks for each by the surest identifier, then for its reports", async () => {
    const [one, two] = [nextNumber(), nextNumber()];
    const first = await provider([{ scheme: "deqar", value: `DEQARINST${one}` }], one);
    const second = await provider(
      [
        { scheme: "vat", value: "FI00" },
        { scheme: "erasmus", value: "SF  SAMPLE99" },
      ],
      two,
    );
    await insertProvider(database.db, { content: { legalName: { en: "Nobody asks for it" } } });
    await insertProvider(database.db, {
      isSample: true,
      content: { identifiers: [{ scheme: "schac", value: "sample.example" }] },
    });
    const { imported, asked } = await ask({
      [at(`institutions/${one}/`)]: { body: institution(one) },
      [listOf("institutional", one)]: { body: page([report(1, { institutions: [ref(one)] })]) },
      [listOf("programme", one)]: { body: page([]) },
      [at("institutions/by-identifier/Erasmus/SF%20%20SAMPLE99")]: {
        body: institution(two, {
          identifiers: [
            { identifier: "SF  SAMPLE99", resource: "Erasmus", agency: null, identifier_valid_to: null },
          ],
        }),
      },
      [listOf("institutional", two)]: { body: page([]) },
      [listOf("programme", two)]: { body: page([]) },
    });
    expect([imported.state, imported.added]).toEqual(["applied", 3]);
    expect(imported.matching?.providers).toEqual({ matched: 2, otherName: 0, proposed: 0, missed: 2 });
    expect(asked.filter((path) => path.includes("institutions/"))).toHaveLength(2);
    expect((await rowsAbout(database, first.id)).map(({ kind }) => kind)).toEqual([
      "deqar-listing",
      "deqar-report",
    ]);
    expect(only(await rowsAbout(database, second.id)).answer).toBe("found");
  });

  it("keeps what is no longer in a list where its detail is still there, and lets it lapse where not", async () => {
    const number = nextNumber();
    const { id } = await provider([{ scheme: "deqar", value: `DEQARINST${number}` }], number);
    const institutions = [ref(number)];
    const reports = Array.from({ length: 7 }, (_, each) => report(100 + each, { institutions }));
    const source = unique("deqar");
    const base = {
      [at(`institutions/${number}/`)]: { body: institution(number) },
      [listOf("programme", number)]: { body: page([]) },
    };
    await ask({ ...base, [listOf("institutional", number)]: { body: page(reports) } }, { source });
    const { imported } = await ask(
      {
        ...base,
        [listOf("institutional", number)]: { body: page(reports.slice(0, 5)) },
        // Lists leave out what has a high flag; the detail says so. Of the other one there is nothing any more.
        [at("reports/105/")]: { body: report(105, { institutions, flag: "high level" }) },
      },
      { source, today: "2026-12-01" },
    );
    expect([imported.changed, imported.missing]).toEqual([1, 1]);
    const latest = (await rowsAbout(database, id)).filter(({ supersededBy }) => supersededBy === null);
    const said = new Map(latest.map((row) => [row.registerIdentifier, `${row.answer} ${row.flag}`]));
    expect([said.get("104"), said.get("105"), said.get("106")]).toEqual([
      "found none",
      "found high",
      "not-found none",
    ]);
  });

  it("says of a claimed id that DEQAR does not know it", async () => {
    const number = nextNumber();
    const { id } = await provider([{ scheme: "deqar", value: `DEQARINST${number}` }], number);
    await ask({});
    expect(only(await rowsAbout(database, id))).toMatchObject({ kind: "deqar-listing", answer: "not-found" });
  });

  it("leaves what cannot be read as it was, and says so", async () => {
    const [one, two] = [nextNumber(), nextNumber()];
    const kept = await provider([{ scheme: "deqar", value: `DEQARINST${one}` }], one);
    await provider([{ scheme: "deqar", value: `DEQARINST${two}` }], two);
    const recorded = {
      [at(`institutions/${one}/`)]: { body: institution(one) },
      [listOf("institutional", one)]: { body: page([report(one, { institutions: [ref(one)] })]) },
      [listOf("programme", one)]: { body: page([]) },
      [at(`institutions/${two}/`)]: { body: institution(two) },
      [listOf("institutional", two)]: { body: page([]) },
      [listOf("programme", two)]: { body: page([]) },
    };
    const source = unique("deqar");
    await ask(recorded, { source });
    const { imported } = await ask(
      { ...recorded, [listOf("institutional", one)]: { status: 503 } },
      { source },
    );
    expect([imported.missing, imported.notes.map(({ rule }) => rule)]).toEqual([0, ["not-read"]]);
    expect(await rowsAbout(database, kept.id)).toHaveLength(2);
  });

  it("fails where nothing can be read, and where there is nobody to ask for", async () => {
    await expect(ask({})).rejects.toMatchObject({ code: "invalid" });
    const number = nextNumber();
    await provider([{ scheme: "deqar", value: `DEQARINST${number}` }], number);
    await expect(ask({ [at(`institutions/${number}/`)]: { status: 500 } })).rejects.toMatchObject({
      code: "unavailable",
    });
    await expect(ask({ [at(`institutions/${number}/`)]: { status: 401 } })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("sends its token over https only", async () => {
    const number = nextNumber();
    await provider([{ scheme: "deqar", value: `DEQARINST${number}` }], number);
    const asking = { token: "sample-token", pace: 0, pause: async () => {} };
    await expect(askDeqar(database.db, "http://deqar.example.org/webapi/v2", { asking })).rejects.toThrow(
      "over https only",
    );
  });

  it("asks for the report behind a row that names a programme and its provider by number", async () => {
    const number = nextNumber();
    const { id } = await provider([{ scheme: "deqar", value: `DEQARINST${number}` }], number);
    const { imported } = await ask({
      [at(`institutions/${number}/`)]: { body: institution(number) },
      [listOf("institutional", number)]: { body: page([]) },
      [listOf("programme", number)]: {
        body: page([
          { id: 1, name_primary: "A", institutions: [number], report: { id: 77 } },
          { id: 2, name_primary: "B", institutions: [number], report: { id: 77 } },
        ]),
      },
      [at("reports/77/")]: {
        body: report(77, { institutions: [ref(number)], agency_esg_activity_type: "programme" }),
      },
    });
    expect([imported.added, imported.refused]).toEqual([2, 0]);
    expect((await rowsAbout(database, id)).map(({ activity }) => activity)).toEqual(["other", "programme"]);
  });
});

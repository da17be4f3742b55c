import { describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { importDeqar } from "@/tests/evidence";
import { insertProvider, unique } from "@/tests/factories";
import { institution, otherProvider, page, ref, report, searchRow } from "./deqar.fixture";
import { aListed, nextNumber, only, rowsAbout } from "./listed.fixture";

const database = testDatabase();
const json = (value: unknown) => JSON.stringify(value);

describe("answers of the Web API", () => {
  it("become a listing and a report of the provider, with everything that DEQAR says", async () => {
    const { provider, number: id } = await aListed(database);
    const imported = await importDeqar(database.db, {
      "institution.json": json(institution(id)),
      "reports.json": json(page([report(1, { institutions: [ref(id)] })])),
    });
    expect([imported.state, imported.added, imported.refused]).toEqual(["applied", 2, 0]);
    expect(await rowsAbout(database, provider.id)).toEqual([
      expect.objectContaining({
        kind: "deqar-listing",
        subjectIdentifier: `DEQARINST${id}`,
        answer: "found",
        nameInRegister: `Sample University ${id}`,
        listedAs: "higher-education",
        decision: "not-applicable",
        link: `https://data.deqar.eu/institution/${id}`,
      }),
      expect.objectContaining({
        kind: "deqar-report",
        issuer: { name: "Sample Agency for Quality", id: null },
        register: "DEQAR",
        registerIdentifier: "1",
        activity: "institutional",
        obligation: "obligatory",
        flag: "none",
        decision: "positive",
        validFrom: "2024-03-01",
        validTo: "2030-02-28",
        registerEnd: null,
        link: "https://data.deqar.eu/report/1",
        scope: "Institutional audit",
      }),
    ]);
  });

  it("count as one report whether they are search rows or details, in one file or in several", async () => {
    const { provider, number: id } = await aListed(database);
    const source = unique("deqar");
    const institutions = [ref(id)];
    const detail = json(report(id, { institutions, valid_to: null }));
    const search = json(page([searchRow(id, { institutions })]));
    const both = await importDeqar(database.db, { "1.json": search, "2.json": detail }, { source });
    expect(both.added).toBe(1);
    expect(only(await rowsAbout(database, provider.id))).toMatchObject({
      validTo: null,
      registerEnd: "2029-03-01",
    });
    for (const alone of [detail, search]) {
      const again = await importDeqar(database.db, { "1.json": alone }, { source });
      expect([again.state, again.unchanged]).toEqual(["unchanged", 1]);
    }
    const stated = json(report(id, { institutions, valid_to: "2028-01-31" }));
    expect((await importDeqar(database.db, { "1.json": stated }, { source })).changed).toBe(1);
    expect((await rowsAbout(database, provider.id)).at(-1)).toMatchObject({
      validTo: "2028-01-31",
      registerEnd: "2029-03-01",
    });
  });

  it("keep the end that DEQAR works out where the report states none", async () => {
    const { provider, number: id } = await aListed(database);
    await importDeqar(database.db, { "1.json": json(searchRow(id, { institutions: [ref(id)] })) });
    expect(only(await rowsAbout(database, provider.id))).toMatchObject({
      validFrom: "2024-03-01",
      validTo: null,
      registerEnd: "2029-03-01",
    });
  });

  it("never lose a high flag, whichever answer has it", async () => {
    const { provider, number: id } = await aListed(database);
    const institutions = [ref(id)];
    await importDeqar(database.db, {
      "1.json": json(searchRow(id, { institutions, flag_level: "high level" })),
      "2.json": json(report(id, { institutions, flag: "none" })),
    });
    expect(only(await rowsAbout(database, provider.id)).flag).toBe("high");
  });

  it("name decisions, statuses and kinds of review as the register does", async () => {
    const { provider, number: id } = await aListed(database);
    const institutions = [ref(id)];
    const [other] = [await aListed(database)];
    await importDeqar(database.db, {
      "1.json": json([]),
      "2.json": json(
        page([
          report(id * 10 + 1, {
            institutions,
            decision: "positive with conditions or restrictions",
            flag: "low level",
          }),
          report(id * 10 + 2, {
            institutions,
            decision: "negative",
            agency_esg_activity_type: "institutional/programme",
          }),
          report(id * 10 + 3, { institutions, decision: "not applicable", status: "voluntary" }),
          report(id * 10 + 4, {
            institutions: [ref(id), ref(other.number)],
            agency_esg_activity_type: "joint programme",
          }),
        ]),
      ),
    });
    const said = (await rowsAbout(database, provider.id)).map(({ decision, obligation, flag, activity }) =>
      [decision, obligation, flag, activity].join(" "),
    );
    expect(said).toEqual([
      "with-conditions obligatory low institutional",
      "negative obligatory none institutional-programme",
      "not-applicable voluntary none institutional",
      "positive obligatory none joint-programme",
    ]);
    expect(await rowsAbout(database, other.provider.id)).toHaveLength(1);
  });

  it("take the number of an identifier as it is written, two spaces included", async () => {
    const { provider, number: id } = await aListed(database, "erasmus");
    await importDeqar(database.db, { "1.json": json(institution(id)) });
    expect(only(await rowsAbout(database, provider.id)).answer).toBe("found");
  });

  it("read ids as texts and as numbers, and both versions of the ETER id", async () => {
    const number = nextNumber();
    const provider = await insertProvider(database.db, {
      content: {
        legalName: { en: `Sample University ${number}` },
        identifiers: [{ scheme: "eter", value: "FI9999" }],
      },
    });
    const { eter_id: _eterId, ...old } = institution(number);
    const answer = { ...old, id: String(number), eter: `FI9999 - Sample University ${number}` };
    await importDeqar(database.db, { "1.json": json(answer) });
    expect(only(await rowsAbout(database, provider.id)).subjectIdentifier).toBe(`DEQARINST${number}`);
  });

  it("count a review of other providers alone as voluntary, whatever it says", async () => {
    const number = nextNumber();
    const provider = await insertProvider(database.db, {
      content: {
        legalName: { en: `Sample Academy ${number}` },
        identifiers: [{ scheme: "deqar", value: `DEQARINSTAP${number}` }],
      },
    });
    const imported = await importDeqar(database.db, {
      "1.json": json(report(number, { institutions: [otherProvider(number)] })),
    });
    expect(imported.notes.map(({ rule }) => rule)).toContain("cannot-be-obligatory");
    expect(only(await rowsAbout(database, provider.id)).obligation).toBe("voluntary");
  });

  it("say of a whole list what is gone, and of a part of one nothing", async () => {
    const { provider, number: id } = await aListed(database);
    const source = unique("deqar");
    const reports = Array.from({ length: 6 }, (_, at) => report(id * 10 + at, { institutions: [ref(id)] }));
    await importDeqar(database.db, { "1.json": json(page(reports)) }, { source });
    const part = await importDeqar(database.db, { "1.json": json(page(reports.slice(0, 5), 6)) }, { source });
    expect([part.missing, part.notes.map(({ rule }) => rule)]).toEqual([0, ["page-of-more"]]);
    const whole = await importDeqar(database.db, { "1.json": json(page(reports.slice(0, 5))) }, { source });
    expect([whole.missing, whole.state]).toEqual([1, "applied"]);
    const answers = (await rowsAbout(database, provider.id)).map(({ answer }) => answer);
    expect(answers.filter((answer) => answer === "not-found")).toHaveLength(1);
    const listing = await importDeqar(database.db, { "1.json": json(institution(id)) }, { source });
    expect([listing.added, listing.missing]).toEqual([1, 0]);
  });
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { countries as codes } from "@/features/vocabularies/countries";
import { testDatabase } from "@/tests/database";
import { importDeqar } from "@/tests/evidence";
import { insertProvider, unique } from "@/tests/factories";
import { sharedData } from "@/tests/shared-data";
import { agencies } from "./agencies";
import { countryOfName, isInEhea } from "./countries";
import { only, rowsAbout } from "./listed.fixture";

const database = testDatabase();
const answers = sharedData("deqar/api-examples");
const agencyFixture = sharedData("deqar/fixtures-agencies.json");
const countryFixture = sharedData("deqar/fixtures-countries.json");

const textOf = (folder: string, name: string) => readFileSync(path.join(folder, name), "utf8");

describe.skipIf(answers === null)(
  "recorded answers of the register (skipped where ../shared/data is absent)",
  () => {
    const folder = answers ?? "";
    const recorded = (...numbers: number[]) =>
      Object.fromEntries(
        numbers.map((each) => [`webapi-${each}.json`, textOf(folder, `webapi-${each}.json`)]),
      );

    it("are read: a report each from search, detail and lists, and the institutions behind them", async () => {
      const { db } = database;
      const aachen = await insertProvider(db, {
        content: {
          legalName: { de: "RWTH Aachen" },
          defaultLanguage: "de",
          identifiers: [{ scheme: "deqar", value: "DEQARINST0382" }],
        },
      });
      const tarragona = await insertProvider(db, {
        content: {
          legalName: { ca: "Universitat Rovira i Virgili" },
          defaultLanguage: "ca",
          identifiers: [{ scheme: "erasmus", value: "E  TARRAGO01" }],
        },
      });
      const tetovo = await insertProvider(db, {
        content: {
          legalName: { en: "South East European University" },
          homepage: "https://www.seeu.edu.mk/en",
        },
      });
      const report = await importDeqar(db, recorded(0, 1, 2, 3, 4, 5, 6), { source: unique("recorded") });
      expect([report.state, report.added, report.refused]).toEqual(["applied", 6, 0]);
      expect(report.matching).toEqual({
        named: { matched: 2, otherName: 0, proposed: 1, unmatched: 1 },
        providers: { matched: 2, otherName: 0, proposed: 1, missed: 0 },
      });
      expect(await rowsAbout(database, tetovo.id)).toEqual([]);

      const ofAachen = await rowsAbout(database, aachen.id);
      expect(
        ofAachen.map(({ kind, activity, decision, validTo, answer }) => [
          kind,
          activity,
          decision,
          validTo,
          answer,
        ]),
      ).toEqual([
        ["deqar-listing", "other", "not-applicable", null, "found"],
        ["deqar-report", "programme", "with-conditions", "2019-09-30", "found"],
        ["deqar-report", "institutional", "positive", "2024-09-30", "found"],
      ]);
      expect(only(await rowsAbout(database, tarragona.id))).toMatchObject({
        subjectIdentifier: "DEQARINST0792",
        answer: "found",
      });
    });

    it("state both ends where DEQAR states none and works one out", async () => {
      const { db } = database;
      const source = unique("recorded");
      const provider = await insertProvider(db, {
        content: {
          legalName: { en: "South East European University" },
          identifiers: [{ scheme: "deqar", value: "DEQARINST1709" }],
        },
      });
      await importDeqar(db, recorded(3, 4), { source });
      const rows = await rowsAbout(database, provider.id);
      expect(only(rows.filter((row) => row.source.name === source))).toMatchObject({
        validFrom: "2018-01-01",
        validTo: null,
        registerEnd: "2023-01-01",
        obligation: "voluntary",
        decision: "not-applicable",
      });
    });

    it("are told from what agencies hand in", async () => {
      const names = ["institutional", "institutional_programme", "joint_programme", "programme"].map(
        (name) => `submission-${name}.json`,
      );
      const report = await importDeqar(
        database.db,
        Object.fromEntries(names.map((name) => [name, textOf(folder, name)])),
      );
      expect([report.state, report.refused]).toEqual(["refused", 4]);
      expect(new Set(report.notes.map(({ rule }) => rule))).toEqual(new Set(["submission"]));
      const tables = sharedData("deqar/csv-submission-tests") ?? "";
      const csv = await importDeqar(database.db, { "fulltest_op.csv": textOf(tables, "fulltest_op.csv") });
      expect([csv.state, csv.notes.map(({ rule }) => rule)]).toEqual(["refused", ["header"]]);
    });
  },
);

describe.skipIf(agencyFixture === null || countryFixture === null)("tables of agencies and countries", () => {
  // The body is run where it is skipped, too.
  const json = (file: string | null) => (file === null ? [] : JSON.parse(readFileSync(file, "utf8")));
  const countries: { pk: number; iso_3166_alpha2: string; name_english: string; ehea_is_member: boolean }[] =
    json(countryFixture);

  it("hold every agency of the register", () => {
    const codes = new Map(countries.map(({ pk, iso_3166_alpha2: code }) => [pk, code]));
    const all: { name_primary: string; acronym_primary: string; country: number }[] =
      json(agencyFixture)["agencies.agency"];
    expect(agencies).toEqual(
      all
        .filter(({ name_primary: name }) => !name.includes("TEST"))
        .map(({ name_primary: name, acronym_primary: acronym, country }) => ({
          acronym,
          country: codes.get(country),
          name,
        })),
    );
  });

  it("know each country by the register's name, and the members of the area", () => {
    const known = countries.filter(
      ({ iso_3166_alpha2: code }) => codes.has(code) && !["UM", "CD", "CG", "TF"].includes(code),
    );
    for (const { name_english: name, iso_3166_alpha2: code } of known)
      expect(countryOfName(name), name).toBe(code);
    const members = countries.filter(({ ehea_is_member: isMember }) => isMember);
    for (const { iso_3166_alpha2: code } of countries)
      expect(isInEhea(code), code).toBe(
        code === "SM" || members.some((each) => each.iso_3166_alpha2 === code),
      );
  });
});

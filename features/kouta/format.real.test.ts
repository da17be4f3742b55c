import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CourseDraft } from "@/features/exchange/draft";
import { sharedData } from "@/tests/shared-data";
import { koutaFormat } from "./format";

const folder = sharedData("catalogues/opintopolku/europass-publisher");

/** What became of each of the real records, by file. */
const FATES = {
  "koulutus-1293.json": "course 1.2.246.562.13.00000000000000001293, degree",
  "koulutus-1806.json": "course 1.2.246.562.13.00000000000000001806, degree",
  "koulutus-2032.json": "archived",
  "koulutus-8162.json": "course 1.2.246.562.13.00000000000000008162",
  "koulutus-example-1.json": "course 1.2.246.562.13.00000000000000000006, other",
  "koulutus-ilman-koulutusalaa.json": "course 1.2.246.562.13.00000000000000008751",
  "list-toteutukset.json": "course 1.2.246.562.17.00000000000000000001, list-incomplete",
  "oppilaitos-example-1.json": "provider 1.2.246.562.10.81934895871",
  "toteutus-arkistoitu.json": "archived",
  "toteutus-ei-opetuskielta.json": "course 1.2.246.562.17.00000000000000000744, degree",
  "toteutus-ei-tarjoajia.json": "provider-missing",
  "toteutus-example-1.json": "course 1.2.246.562.17.00000000000000000002",
  "toteutus-ihan-tavanomainen.json": "course 1.2.246.562.17.00000000000000012960",
  "toteutus-mappingerror.json": "course 1.2.246.562.17.00000000000000021987",
  "toteutus-tarkka-alkuaika.json": "course 1.2.246.562.17.00000000000000000035, other",
  "toteutus-with-links.json": "course 1.2.246.562.17.00000000000000012960",
};

describe.skipIf(folder === null)(
  "koutaFormat on records of Opintopolku (skipped without ../shared/data)",
  () => {
    const files = (folder ? readdirSync(folder).sort() : []).map((name) => ({
      name,
      bytes: readFileSync(`${folder}/${name}`),
    }));
    const transform = (given: typeof files) =>
      koutaFormat.transform(given, { provider: null, today: "2026-11-25" });
    const all = transform(files);
    const courses = new Map(
      all.drafts
        .filter((draft): draft is CourseDraft => draft.kind === "course")
        .map(({ externalId, content }) => [externalId.slice(-5), content]),
    );

    it("accounts for each file by itself", () => {
      const fates = files.map((file) => {
        const { drafts, refused, notes } = transform([file]);
        const main = drafts.filter(({ kind }) => kind === "course");
        const parts = [
          ...(main.length > 0 || refused.length > 0 ? main : drafts).map(
            (draft) => `${draft.kind} ${draft.externalId}`,
          ),
          ...drafts.flatMap((draft) => (draft.kind === "credential" ? [draft.content.kind] : [])),
          ...refused.map(({ externalId }) => notes.find(({ record }) => record === externalId)?.rule),
          ...(notes.some(({ rule }) => rule === "list-incomplete") ? ["list-incomplete"] : []),
        ];
        return [file.name, parts.join(", ")];
      });
      expect(Object.fromEntries(fates)).toEqual(FATES);
    });

    it("takes 11 courses, 5 qualifications and 9 providers, and refuses 4 records", () => {
      const count = (kind: string) => all.drafts.filter((draft) => draft.kind === kind).length;
      expect([count("course"), count("credential"), count("provider")]).toEqual([11, 5, 9]);
      const reasons = all.notes
        .filter(({ severity }) => severity === "refuse")
        .map(({ rule, record }) => [rule, record]);
      expect(reasons).toEqual([
        ["repeated-oid", "1.2.246.562.17.00000000000000012960 (toteutus-with-links.json)"],
        ["archived", "1.2.246.562.13.00000000000000002032"],
        ["archived", "1.2.246.562.17.00000000000000022579"],
        ["provider-missing", "1.2.246.562.17.00000000000000011735"],
      ]);
      expect(all.refused.map(({ externalId }) => externalId)).toEqual(reasons.map(([, record]) => record));
      expect(all.isComplete).toBe(false);
    });

    it("reads what the records say", () => {
      expect(courses.get("21987")).toMatchObject({
        hoursMin: 27,
        hoursMax: 216,
        durationDays: 152,
        runs: [
          {
            priceKind: "free",
            applyBy: "2024-10-31",
            seats: 50,
            modes: ["online"],
            schedules: ["self-paced"],
            city: null,
          },
        ],
      });
      expect(courses.get("00002")).toMatchObject({
        runs: [
          {
            priceKind: "paid",
            priceCents: 20_050,
            currency: "EUR",
            startKind: "not-stated",
            startText: { fi: "Kevät 2023", sv: "Vår 2023" },
            city: "Lahti",
          },
        ],
      });
      expect(courses.get("00035")).toMatchObject({
        provider: "1.2.246.562.10.2013110715495487451932",
        runs: [
          {
            startKind: "dated",
            startOn: "2021-08-04",
            endOn: "2022-12-22",
            languages: ["fi"],
            city: "Taivalkoski",
          },
        ],
      });
      expect(courses.get("12960")).toMatchObject({
        ectsHundredths: 100,
        type: "course",
        runs: [{ languages: ["en"] }],
      });
      expect(courses.get("01293")).toMatchObject({
        ectsHundredths: 12_000,
        eqf: 7,
        fields: ["0310"],
        runs: [],
      });
      expect(courses.get("01806")).toMatchObject({ eqf: 7, fields: ["091", "0988"] });
      expect(courses.get("08162")).toMatchObject({
        ectsHundredths: 300,
        fields: ["023"],
        defaultLanguage: "fi",
      });
      expect(courses.get("08751")).toMatchObject({
        hoursMin: 5,
        hoursMax: 5,
        ectsHundredths: null,
        fields: [],
      });
    });

    it("keeps no person and gives the same result each time", () => {
      const json = JSON.stringify(all);
      expect(json).not.toMatch(/removed\]|562\.24\.|muokkaaja|yhteyshenkil|@/);
      expect(JSON.stringify(transform(files))).toBe(json);
    });
  },
);

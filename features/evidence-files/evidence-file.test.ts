import { describe, expect, it } from "vitest";
import { evidenceSchema } from "@/features/evidence/schema";
import { csvOf } from "@/tests/evidence";
import { EVIDENCE_COLUMNS, evidenceRows } from "./evidence-file";
import { evidenceTemplateCsv } from "./evidence-template";
import { REGISTER_COLUMNS, registerRows, registerTemplateCsv } from "./register-file";
import { readSheet } from "./sheet";

const TODAY = "2026-11-25";
const bytesOf = (text: string) => [{ name: "sheet.csv", bytes: new TextEncoder().encode(text) }];
const readEvidence = (...rows: Readonly<Record<string, string>>[]) =>
  readSheet(bytesOf(csvOf(EVIDENCE_COLUMNS, rows)), evidenceRows(TODAY));
const readRegister = (...rows: Readonly<Record<string, string>>[]) =>
  readSheet(bytesOf(csvOf(REGISTER_COLUMNS, rows)), registerRows("Ministry", TODAY));
const faults = ({ refused, records }: ReturnType<typeof readEvidence>) =>
  [...refused, ...records].flatMap(({ notes }) => notes.map(({ message }) => message));

const ABOUT = {
  subject_type: "provider",
  scheme: "schac",
  identifier: "north.example",
  name: "Sample north",
};
const LABEL = { record_id: "R-1", ...ABOUT, kind: "label", label: "openuped", issuer: "EADTU" };

describe("a sheet of evidence", () => {
  it("has every column of the record", () => {
    const inSheet: Readonly<Record<string, string>> = {
      subject: "subject_type",
      issuer: "issuer",
      registerIdentifier: "register_identifier",
      subjectIdentifier: "identifier",
      nameInRegister: "name",
      listedAs: "listed_as",
      asserts: "awarding_power",
      validFrom: "valid_from",
      validTo: "valid_to",
      registerEnd: "register_end",
      developedBy: "developed_by",
      assuredBy: "assured_by",
      awardedBy: "awarded_by",
      retrievedOn: "retrieved_on",
      source: "source_class",
    };
    // What the catalogue knows by itself: the row, who put it in and when, and what came before and after it.
    const ours = ["id", "enteredBy", "enteredOn", "supersedes", "supersededBy", "supersededOn"];
    const columns = Object.keys(evidenceSchema.shape)
      .filter((name) => !ours.includes(name))
      .map((name) => inSheet[name] ?? name);
    expect(EVIDENCE_COLUMNS).toEqual(expect.arrayContaining(columns));
    expect(EVIDENCE_COLUMNS).toEqual(
      expect.arrayContaining([...Object.keys({ eqf: 0, nqf: 0, cycle: 0, ects: 0 })]),
    );
  });

  it("says everything that a record can say", () => {
    const { records, refused } = readEvidence({
      ...LABEL,
      kind: "deqar-report",
      label: "",
      issuer: "Sample Agency [vat:FI1]",
      website: "https://www.north.example/about",
      register: "DEQAR",
      register_identifier: "42",
      answer: "found",
      listed_as: "higher-education",
      scope: "All of it",
      activity: "joint-programme",
      obligation: "voluntary",
      flag: "low",
      decision: "with-conditions",
      eqf: "6",
      nqf: "https://data.europa.eu/snb/qdr/c_1a2b",
      cycle: "first",
      ects: "2,5",
      awarding_power: "no",
      valid_from: "1.2.2025",
      valid_to: "2027-01-31",
      register_end: "2026-12-31",
      link: "https://register.example.org/42",
      edition: "ESG 2015",
      developed_by: "North [schac:north.example] | Somebody else",
      assured_by: "South [source:Sample catalogue#south]",
      awarded_by: "North",
      retrieved_on: "2026-11-01",
    });
    expect(refused).toEqual([]);
    expect(records[0]?.draft).toMatchObject({
      record: "R-1",
      subject: {
        kind: "provider",
        key: "id/schac/north.example",
        names: ["Sample north"],
        domains: ["north.example"],
      },
      facts: {
        kind: "deqar-report",
        label: null,
        activity: "joint-programme",
        obligation: "voluntary",
        flag: "low",
        decision: "with-conditions",
        asserts: {
          eqf: 6,
          nqf: "http://data.europa.eu/snb/qdr/c_1a2b",
          cycle: "first",
          ectsHundredths: 250,
          awardingPower: false,
        },
        validFrom: "2025-02-01",
        validTo: "2027-01-31",
        registerEnd: "2026-12-31",
        edition: "ESG 2015",
      },
      issuer: { name: "Sample Agency", body: { key: "id/vat/FI1" } },
      developedBy: [
        { name: "North", body: { key: "id/schac/north.example" } },
        { name: "Somebody else", body: null },
      ],
      assuredBy: [
        {
          name: "South",
          body: {
            key: "source/Sample%20catalogue/south",
            feed: { source: "Sample catalogue", externalId: "south" },
          },
        },
      ],
      awardedBy: [{ name: "North", body: null }],
      sourceClass: "authoritative",
      wordOf: null,
      retrievedOn: "2026-11-01",
    });
  });

  it.each([
    ["iso-certificate", "iso-21001", "third-party", null],
    ["label", "efqm", "third-party", null],
    ["eqf-annex-iv", "", "authoritative", null],
    ["endorsement", "", "provider", "Body"],
    ["internal-quality-assurance", "", "provider", "Body"],
    ["provider-statement", "", "provider", "Body"],
  ])("knows whose word %s is where the row does not say", (kind, label, sourceClass, speaker) => {
    const { records } = readEvidence({ ...LABEL, kind, label, issuer: "Body [schac:body.example]" });
    expect(records[0]?.draft.sourceClass).toBe(sourceClass);
    expect(records[0]?.draft.wordOf?.name ?? null).toBe(speaker);
  });

  it("never makes an unnamed body's word more than somebody's own", () => {
    const { records } = readEvidence({
      ...LABEL,
      kind: "endorsement",
      label: "",
      issuer: "A body in words only",
    });
    expect(records[0]?.draft).toMatchObject({ sourceClass: "provider", wordOf: null });
  });

  it.each([
    [{ record_id: "" }, "Row 2, column record_id: Fill it in"],
    [{ subject_type: "school" }, 'column subject_type: "school" is not known here'],
    [{ identifier: "" }, "column identifier: Fill it in"],
    [{ scheme: "" }, "column scheme: Fill it in"],
    [{ scheme: "http://x" }, 'column scheme: "http://x" is no scheme'],
    [{ kind: "award" }, 'column kind: "award" is not known here'],
    [{ label: "" }, "column label: Fill it in"],
    [{ kind: "endorsement" }, "column label: Only iso-certificate and label have one"],
    [{ issuer: "" }, "column issuer: Fill it in"],
    [{ issuer: "A | B" }, "column issuer: It names several bodies"],
    [{ issuer: "A [north.example]" }, "is not read. Write scheme:identifier"],
    [{ issuer: "[schac:north.example]" }, "has no name"],
    [{ eqf: "9" }, 'column eqf: "9" is no EQF level'],
    [{ nqf: "NQF 6" }, "is no national level"],
    [{ cycle: "fourth" }, 'column cycle: "fourth" is not known here'],
    [{ ects: "1.250" }, "can be read in two ways"],
    [{ awarding_power: "perhaps" }, "is neither yes nor no"],
    [{ valid_from: "31/12/2026" }, "is no date"],
    [{ valid_from: "2026-02-30" }, "is no date"],
    [{ valid_from: "2027-01-01", valid_to: "2026-01-01" }, "It is before the first day"],
    [{ retrieved_on: "2026-11-26" }, "It is a day to come"],
    [{ link: "javascript:alert(1)" }, "does not begin with https:// or http://"],
    [{ link: "http://10.0.0.1/" }, "not on the public internet"],
    [{ scope: "x".repeat(5_001) }, "longer than 5,000 characters"],
    [
      { source_class: "authoritative", word_of: "North [schac:north.example]" },
      "column word_of: It is only for",
    ],
  ])("refuses %j with row, column and remedy", (given, message) => {
    const reading = readEvidence({ ...LABEL, ...given });
    expect(reading.records).toEqual([]);
    expect(faults(reading).join("\n")).toContain(message);
  });

  it("finds every fault of a row at once", () => {
    expect(faults(readEvidence({ ...LABEL, eqf: "9", ects: "x", link: "x" }))).toHaveLength(3);
  });
});

describe("an authority's list", () => {
  it("takes being listed for the decision, and its own name for the authority's", () => {
    const { records } = readRegister(ABOUT);
    expect(records[0]?.draft).toMatchObject({
      record: "provider schac:north.example",
      facts: { kind: "national-register", decision: "positive", register: "Ministry" },
      issuer: { name: "Ministry" },
      sourceClass: "authoritative",
    });
  });

  it("keeps both spaces of an Erasmus code", () => {
    const { records } = readRegister({ ...ABOUT, scheme: "erasmus", identifier: "SF  SAMPLE01" });
    expect(records[0]?.draft.facts.subjectIdentifier).toBe("SF  SAMPLE01");
  });

  it("warns of a row without a name, and of a scheme that leads nowhere", () => {
    expect(faults(readRegister({ ...ABOUT, name: "" }))).toEqual([
      "Row 2, column name: Without the name that the register has, the identifier alone decides.",
    ]);
    expect(faults(readRegister({ ...ABOUT, scheme: "oid" })).join()).toContain("it stays unmatched");
    expect(faults(readRegister({ ...ABOUT, subject_type: "course" })).join()).toContain(
      "Name it by the feed",
    );
  });

  it("tells scopes apart however long they are", () => {
    const long = (end: string) => ({
      ...ABOUT,
      scope: `${"Training of adults in the north of the country ".repeat(5)}${end}`,
    });
    const { records } = readRegister(long("one"), long("two"));
    const parts = records.map(({ draft }) => draft.part);
    expect(new Set(parts).size).toBe(2);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(100);
  });
});

describe("the templates", () => {
  it("are read back without a finding, and say that they are samples", () => {
    for (const [text, format] of [
      [registerTemplateCsv(), registerRows("Ministry", TODAY)],
      [evidenceTemplateCsv(), evidenceRows(TODAY)],
    ] as const) {
      const reading = readSheet(bytesOf(text), format);
      expect(reading.refused).toEqual([]);
      expect(reading.records.flatMap(({ notes }) => notes)).toEqual([]);
      expect(reading.records.length).toBeGreaterThan(1);
      for (const line of text.trim().split("\r\n").slice(1)) expect(line.toLowerCase()).toContain("sample");
    }
  });

  it("have the columns that are promised", () => {
    expect(registerTemplateCsv().split("\r\n")[0]).toBe(
      "\ufeffsubject_type,scheme,identifier,name,scope,decision,eqf,nqf,ects,valid_from,valid_to,link",
    );
  });
});

import { describe, expect, it } from "vitest";
import type { CourseDraft, CredentialDraft } from "@/features/exchange/draft";
import { csvFormat } from "./format";
import { CSV_LIMITS } from "./table";

const options = { provider: null, today: "2026-11-25" };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (input: string | Uint8Array, provider: string | null = null) =>
  csvFormat.transform([{ name: "courses.csv", bytes: typeof input === "string" ? bytes(input) : input }], {
    ...options,
    provider,
  });

/** A file of one course with these extra cells. */
const withCells = (cells: Record<string, string>) => {
  const all: Record<string, string> = {
    course_id: "c1",
    title_en: "Welding",
    provider_id: "p1",
    provider_name_en: "College",
    provider_country: "FI",
    ...cells,
  };
  const line = (texts: string[]) => texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
  return `${line(Object.keys(all))}\n${line(Object.values(all))}\n`;
};
const course = (input: string): CourseDraft["content"] => {
  const { drafts, notes } = read(input);
  const draft = drafts.find((candidate) => candidate.kind === "course");
  if (!draft) throw new Error(notes.map(({ message }) => message).join("\n"));
  return draft.content;
};
const credential = (input: string): CredentialDraft["content"] => {
  const draft = read(input).drafts.find((candidate) => candidate.kind === "credential");
  if (!draft) throw new Error("no credential");
  return draft.content;
};
const messages = (input: string | Uint8Array) => read(input).notes.map(({ message }) => message);
const severities = (input: string) => read(input).notes.map(({ severity, rule }) => `${severity} ${rule}`);

const HEADER = "course_id,title_en,provider_id,provider_name_en,provider_country";

describe("files", () => {
  it.each([
    ["commas", `${HEADER}\nc1,Welding,p1,College,FI\n`],
    ["semicolons", `${HEADER}\nc1,Welding,p1,College,FI\n`.replaceAll(",", ";")],
    ["tabs", `${HEADER}\nc1,Welding,p1,College,FI\n`.replaceAll(",", "\t")],
    ["bars", `${HEADER}\nc1,Welding,p1,College,FI\n`.replaceAll(",", "|")],
    ["a byte order mark", `\ufeff${HEADER}\nc1,Welding,p1,College,FI`],
    ["CRLF", `${HEADER}\r\nc1,Welding,p1,College,FI\r\n`],
    ["CR", `${HEADER}\rc1,Welding,p1,College,FI`],
    [
      "Excel's line about the delimiter",
      `sep=;\r\n${HEADER}\nc1,Welding,p1,College,FI\n`.replaceAll(",", ";"),
    ],
    ["blank lines and rows", `\n\n${HEADER}\n\n,,,,\nc1,Welding,p1,College,FI\n\n`],
    ["spaces around quotes", `${HEADER}\nc1, "Welding" ,p1,"College" ,FI`],
    [
      "quoted names",
      `"course_id","title_en","provider_id","provider_name_en","provider_country"\nc1,Welding,p1,College,FI`,
    ],
    [
      "names spelt otherwise",
      "Course ID;Title (EN);provider-id;PROVIDER NAME EN;Provider.Country\nc1;Welding;p1;College;fin",
    ],
    ["more cells, all empty", `${HEADER}\nc1,Welding,p1,College,FI,,,\n`],
    ["fewer cells", `${HEADER},ects,hours\nc1,Welding,p1,College,FI\n`],
    [
      "two columns of one name that agree",
      `${HEADER},title_en,title_en\nc1,Welding,p1,College,FI,Welding,\n`,
    ],
  ])("reads %s", (_, text) => {
    const { drafts, refused, notes, isComplete } = read(text);
    expect({ refused, notes, isComplete }).toEqual({ refused: [], notes: [], isComplete: true });
    expect(drafts).toMatchObject([
      { kind: "provider", externalId: "p1", content: { legalName: { en: "College" }, country: "FI" } },
      {
        kind: "course",
        externalId: "c1",
        content: { title: { en: "Welding" }, defaultLanguage: "en", runs: [] },
      },
    ]);
  });

  it.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "empty"],
    ["blank", " \n\n", "empty"],
    ["other columns", "name,fee\na,1", "names no column"],
    ["no ids", "title_en,ects\na,1", "no column course_id"],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x63, 0), "UTF-16"],
    ["Latin-1", Uint8Array.of(0x63, 0xe4, 0x6e), "not UTF-8"],
    ["a NUL", `${HEADER}\nc1,Wel\u0000ding`, "Line 2 holds a NUL"],
    ["a language nobody speaks", `${HEADER},title_qq`, "Row 1, column title_qq"],
    [
      "a quote never closed",
      `${HEADER}\nc1,Welding,p1,College,FI\nc2,"Weld\nc3,x\n`,
      "Row 3, column 2: A quotation mark opens",
    ],
    ["a quote not doubled", `${HEADER}\nc1,"a "b" c",p1`, "Row 2, column 2: A quotation mark within"],
  ])("refuses %s as a whole", (_, input, message) => {
    const { drafts, refused, notes, isComplete } = read(input);
    expect({ drafts, refused, isComplete }).toEqual({
      drafts: [],
      refused: [{ kind: "course", externalId: "courses.csv", raw: null }],
      isComplete: false,
    });
    expect(notes).toMatchObject([{ severity: "refuse", record: "courses.csv" }]);
    expect(notes[0]?.message).toContain(message);
  });

  it("holds its limits", () => {
    expect(messages(new Uint8Array(CSV_LIMITS.bytes + 1))[0]).toContain("larger than");
    const rows = (count: number) => `course_id\n${"a\n".repeat(count)}`;
    expect(messages(rows(CSV_LIMITS.rows + 1))[0]).toContain("more than 20000 rows");
    expect(messages(rows(CSV_LIMITS.rows))[0]).not.toContain("rows");
    expect(messages(`course_id${",title_en".repeat(CSV_LIMITS.columns)}\n`)[0]).toContain(
      "more than 1000 columns",
    );
    expect(messages(withCells({ summary_en: "a".repeat(CSV_LIMITS.cell + 1) }))[0]).toBe(
      "Row 2, column summary_en: The text is longer than 32768 characters. Shorten it.",
    );
  });

  it("leaves out columns it does not know, and keeps nothing of them", () => {
    const { drafts, notes } = read(`${HEADER},teacher,\nc1,Welding,p1,College,FI,A. Person,secret\n`);
    expect(notes.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      "warn Row 1, column teacher: The template has no such column: it is left out. Look for a misspelt name.",
      "warn Row 1, column 7: The column has cells but no name: it is left out. Name it.",
    ]);
    expect(JSON.stringify(drafts)).not.toMatch(/Person|secret/);
  });
});

describe("rows", () => {
  it("refuses one with too many cells, and only that", () => {
    const text = `${HEADER}\nc1,Welding, safe,p1,College,FI\nc2,Sewing,p1,College,FI\n`;
    const { drafts, refused, notes } = read(text);
    expect(drafts.map(({ externalId }) => externalId)).toEqual(["p1", "c2"]);
    expect(refused).toMatchObject([{ kind: "course", externalId: "c1" }]);
    expect(
      notes.some(({ message }) => message.startsWith("Row 2: The row has 6 cells and the header 5.")),
    ).toBe(true);
  });

  it("refuses one in which two columns of one name differ", () => {
    const { refused, notes } = read(`${HEADER},title_en\nc1,Welding,p1,College,FI,Sewing\n`);
    expect(refused).toMatchObject([{ externalId: "c1" }]);
    expect(notes[0]?.message).toContain("Row 2, column title_en: Two columns have this name");
  });

  it("makes runs and credentials of one course out of several rows", () => {
    const { drafts, notes } = read(
      `${HEADER},run_id,start,credential_id,credential_title_en,credential_needs\n` +
        "c1,Welding,p1,College,FI,r1,2027-01-12,m1,Welder,all\n" +
        "c1,,,,,r2,2027-02,m2,Master,\n" +
        "c1,,,,,,,m1,,\n" +
        "c1,Welding,p1,,,,1.3.2027,,,\n",
    );
    expect(notes).toEqual([]);
    expect(drafts.map(({ kind, externalId }) => `${kind} ${externalId}`)).toEqual([
      "provider p1",
      "credential m1",
      "credential m2",
      "course c1",
    ]);
    expect(drafts.at(-1)?.content).toMatchObject({
      runs: [
        { externalId: "r1", startKind: "dated", startOn: "2027-01-12", startPrecision: "day" },
        { externalId: "r2", startKind: "dated", startOn: "2027-02-01", startPrecision: "month" },
        { externalId: "run-3", startKind: "dated", startOn: "2027-03-01" },
      ],
      credentials: [
        { credential: "m1", needs: "all", neededCount: null },
        { credential: "m2", needs: "this-course", neededCount: null },
      ],
    });
  });

  it("refuses a course whose rows disagree, by row and column", () => {
    const rows = (second: string) =>
      `${HEADER},run_id,credential_id,credential_title_en\nc1,Welding,p1,College,FI,r1,m1,Welder\n${second}\n`;
    const fault = (second: string) => read(rows(second)).notes[0];
    expect(fault("c1,Sewing,p1,College,FI,r2,,")).toMatchObject({ record: "c1", field: "title_en" });
    expect(fault("c1,Sewing,p1,College,FI,r2,,")?.message).toBe(
      'Row 3, column title_en: It differs from row 2, which speaks of the same one ("c1"). Make them agree.',
    );
    expect(fault("c1,Welding,p2,School,FI,r2,,")).toMatchObject({ record: "c1", field: "provider_id" });
    expect(fault("c2,Sewing,p1,School,FI,r2,,")).toMatchObject({ record: "c2", field: "provider_name_en" });
    expect(fault("c2,Sewing,p1,College,FI,r2,m1,Tailor")).toMatchObject({
      record: "c2",
      field: "credential_title_en",
    });
    expect(read(rows("c2,Sewing,p1,School,FI,r2,,")).refused).toMatchObject([{ externalId: "c2" }]);
  });

  it("refuses a row that names nothing, and then counts nothing as missing", () => {
    const { drafts, refused, notes, isComplete } = read(
      `${HEADER},ects\nc1,Welding,p1,College,FI,3\n,Sewing,p1,,,3\n`,
    );
    expect(drafts).toHaveLength(2);
    expect(refused).toEqual([{ kind: "course", externalId: "courses.csv", raw: null }]);
    expect(notes[0]?.message).toContain("Row 3, column course_id: It is empty");
    expect(isComplete).toBe(false);
  });

  it("names the provider for rows that name none", () => {
    const text = "course_id,title_en\nc1,Welding\n";
    expect(read(text).notes[0]?.message).toContain("No provider is named");
    expect(read(text, "erasmus:SF HELSINK01").drafts[0]?.content).toMatchObject({
      provider: "erasmus:SF HELSINK01",
    });
  });

  it("leaves a provider that is only named to be found elsewhere", () => {
    const { drafts } = read("course_id,title_en,provider_id\nc1,Welding,p9\n");
    expect(drafts.map(({ kind }) => kind)).toEqual(["course"]);
  });

  it("refuses with a provider or credential what needs it", () => {
    const { drafts, refused, notes } = read(
      `${HEADER},credential_id,credential_title_en,credential_eqf,credential_awarding_bodies\n` +
        "c1,Welding,p1,College,,,,,\nc2,Sewing,p2,School,FI,m1,Tailor,9,\nc3,Baking,p2,,,m2,Baker,,p1\nc4,Milling,p2,,,,,,\n",
    );
    expect(drafts.map(({ externalId }) => externalId)).toEqual(["p2", "c4"]);
    expect(refused.map(({ kind, externalId }) => `${kind} ${externalId}`)).toEqual([
      "provider p1",
      "credential m1",
      "credential m2",
      "course c1",
      "course c2",
      "course c3",
    ]);
    expect(notes.filter(({ rule }) => rule === "needs-refused-record").map(({ record }) => record)).toEqual([
      "m2",
      "c1",
      "c2",
      "c3",
    ]);
  });
});

describe("cells", () => {
  it("reads every kind of value", () => {
    const content = course(
      withCells({
        status: "withdrawn",
        default_language: "eng",
        title_fi: "Hitsaus",
        ects: "2,5",
        hours: "65",
        hours_max: "70.5",
        isced_f: "0715; http://data.europa.eu/snb/isced-f/0732",
        eqf: "http://data.europa.eu/snb/eqf/4",
        nqf: "c_0e78414e",
        cycle: "Short",
        assessment_types: "Practical assessment",
        supervision: "supervised_id",
        target_groups: "migrants | high-achievers",
        learning_setting: "formal",
        type: "MOOC",
        duration_days: "42",
        no_credential: "yes",
        modes: "Online, work based",
        languages: "fin;sv",
        country: "FIN",
        region: "FI1B1",
        price: "1 250,50",
        currency: "eur",
        seats: "0",
        schedules: "evening",
        hours_per_week: "6,25",
        start_kind: "standing",
        start_text_en: "Whenever you like",
      }),
    );
    expect(content).toMatchObject({
      defaultLanguage: "en",
      title: { en: "Welding", fi: "Hitsaus" },
      ectsHundredths: 250,
      hoursMin: 65,
      hoursMax: 70.5,
      fields: ["0715", "0732"],
      eqf: 4,
      nqf: "http://data.europa.eu/snb/qdr/c_0e78414e",
      cycle: "short",
      assessment: "assessed",
      assessmentTypes: ["practical-assessment"],
      supervision: "supervised-id",
      targetGroups: ["migrants", "high-achievers"],
      learningSetting: "formal",
      type: "mooc",
      durationDays: 42,
      hasNoCredential: true,
      runs: [
        {
          startKind: "standing",
          startOn: null,
          startText: { en: "Whenever you like" },
          modes: ["online", "work-based"],
          languages: ["fi", "sv"],
          country: "FI",
          region: "FI1B1",
          priceKind: "paid",
          priceCents: 125_050,
          currency: "EUR",
          seats: 0,
          schedules: ["evening"],
          hoursPerWeek: 6.25,
        },
      ],
    });
  });

  it.each<[Record<string, string>, string, string]>([
    [{ ects: "three" }, "ects", '"three" is no number'],
    [{ ects: "1.250" }, "ects", "two ways"],
    [{ ects: "-3" }, "ects", "below zero"],
    [{ ects: "99999999" }, "ects", "too much"],
    [{ eqf: "9" }, "eqf", "Use 1 to 8"],
    [{ nqf: "6" }, "nqf", "no national level"],
    [{ hours: "70", hours_max: "65" }, "hours_max", "Exchange them"],
    [{ cycle: "fourth" }, "cycle", "Use one of: short, first, second, third."],
    [{ assessment: "maybe" }, "assessment", "attendance-only"],
    [{ modes: "online | telepathy" }, "modes", '"telepathy" is not known here'],
    [{ languages: "klingon" }, "languages", "ISO 639-1"],
    [{ default_language: "sv" }, "default_language", "There is no title_sv"],
    [{ country: "Finland" }, "country", "ISO 3166"],
    [{ provider_country: "" }, "provider_country", "The country is missing"],
    [{ provider_identifiers: "isbn:1" }, "provider_identifiers", "Write scheme:value"],
    [{ start: "12/31/2027" }, "start", "Write it as 2027-01-31"],
    [{ start: "2027-02-30" }, "start", "no date"],
    [{ start_kind: "dated" }, "start_kind", "start is empty"],
    [{ start: "2027-01-12", start_kind: "standing" }, "start_kind", "has a date"],
    [{ price: "cheap" }, "price", "no number"],
    [{ seats: "2.5" }, "seats", "whole number"],
    [{ duration_days: "0" }, "duration_days", "at least 1"],
    [{ no_credential: "perhaps" }, "no_credential", "neither yes nor no"],
    [{ no_credential: "yes", credential_id: "m", credential_title_en: "M" }, "no_credential", "Keep one"],
    [{ status: "draft" }, "status", "published, withdrawn"],
    [{ title_en: "" }, "title", "no text in any language"],
    [{ title: "Welding" }, "title", "The language is not named"],
    [{ title: "Welding", default_language: "en" }, "title", "there twice"],
    [{ outcomes_en: "a\nb", outcome_skills: "welding" }, "outcome_skills", "no ESCO skill"],
    [
      { credential_id: "m", credential_title_en: "M", credential_needs: "some" },
      "credential_needed_count",
      "how many",
    ],
    [
      { credential_id: "m", credential_title_en: "M", credential_needed_count: "2" },
      "credential_needed_count",
      "only with credential_needs some",
    ],
    [
      {
        credential_id: "m",
        credential_title_en: "M",
        credential_eqf: "5",
        credential_outside_framework: "yes",
      },
      "credential_outside_framework",
      "Keep one of them",
    ],
    [{ credential_title_en: "M" }, "credential_id", "It is empty"],
    [{ provider_id: "" }, "provider_id", "It is empty"],
  ])("refuses %j", (cells, column, message) => {
    const { drafts, notes } = read(withCells(cells));
    expect(drafts.filter(({ kind }) => kind === "course")).toEqual([]);
    const note = notes.find(({ field }) => field === column);
    expect(note).toMatchObject({ severity: "refuse" });
    expect(note?.message).toMatch(new RegExp(`^Row 2, column ${column}: `));
    expect(note?.message).toContain(message);
  });

  it.each<[Record<string, string>, string, object]>([
    [{ isced_f: "071512" }, "warn isced-national", { fields: ["0715"] }],
    [{ isced_f: "0790 | 715" }, "warn unknown-code", { fields: [] }],
    [{ region: "FI99" }, "warn unknown-code", { runs: [{ region: null }] }],
    [{ ects: "0" }, "warn zero", { ectsHundredths: null }],
    [{ price: "10" }, "warn price-currency", { runs: [{ priceKind: "unknown", priceCents: null }] }],
    [{ price: "10", currency: "€" }, "warn price-currency", { runs: [{ priceKind: "unknown" }] }],
    [
      { description_en: "<p>One</p><ul><li>two</li></ul>" },
      "warn html",
      { description: { en: "One\n\n• two" } },
    ],
    [
      { outcomes_en: "<ul><li>weld</li><li>cut</li></ul>" },
      "warn html",
      { outcomes: [{ text: { en: "weld" } }, { text: { en: "cut" } }] },
    ],
  ])("warns of %j", (cells, note, content) => {
    expect(severities(withCells(cells))).toContain(note);
    expect(course(withCells(cells))).toMatchObject(content);
  });

  it.each([
    ["0", "free"],
    ["Free", "free"],
    ["", "unknown"],
  ])("takes price %j for %s", (price, priceKind) => {
    expect(course(withCells({ run_id: "r", price })).runs[0]).toMatchObject({
      priceKind,
      priceCents: null,
      currency: null,
    });
  });

  it("keeps markup that is meant as text", () => {
    expect(course(withCells({ title_en: "The <div> element & <span>" })).title).toEqual({
      en: "The <div> element & <span>",
    });
  });

  it("takes a text without a language for that of the default language", () => {
    expect(course(withCells({ title_en: "", title: "Hitsaus", default_language: "fi" })).title).toEqual({
      fi: "Hitsaus",
    });
  });

  it("takes off the apostrophe that guards against formulas, and no other", () => {
    const title = (text: string) => course(withCells({ title_en: text })).title.en;
    expect(title("'=1+1")).toBe("=1+1");
    expect(title("''=1+1")).toBe("'=1+1");
    expect(title("'＝1")).toBe("＝1");
    expect(title("'t Hof")).toBe("'t Hof");
  });

  it("reads outcomes one a line or between bars, with the skills of each on its line", () => {
    const first = "08b04e53-ed25-41a2-9f90-0b9cd939ba3d";
    const second = "11111111-2222-3333-4444-555555555555";
    const uri = `http://data.europa.eu/esco/skill/${first}`;
    expect(
      course(
        withCells({
          outcomes_en: "weld\ncut",
          outcomes_fi: "hitsaa\n",
          outcome_skills: `${uri} ${second}#accepted`,
        }),
      ).outcomes,
    ).toEqual([
      {
        text: { en: "weld", fi: "hitsaa" },
        skills: [
          { skillId: first, method: "stated" },
          { skillId: second, method: "accepted" },
        ],
      },
      { text: { en: "cut" }, skills: [] },
    ]);
    expect(
      course(withCells({ outcomes_en: "weld | cut a\\|b" })).outcomes.map(({ text }) => text.en),
    ).toEqual(["weld", "cut a|b"]);
    expect(
      course(withCells({ outcomes_en: "weld", outcome_skills: `${uri}\n${second}` })).outcomes[0]?.skills,
    ).toHaveLength(2);
    expect(messages(withCells({ outcomes_en: "weld\ncut", outcome_skills: `\n\n${uri}` }))[0]).toContain(
      "Line 3 names skills",
    );
  });

  it("tells attendance from assessment", () => {
    const assessment = (types: string) => course(withCells({ assessment_types: types })).assessment;
    expect(assessment("")).toBe("unknown");
    expect(assessment("level-of-attendance")).toBe("attendance-only");
    expect(assessment("level-of-attendance | quiz")).toBe("assessed");
  });

  it("invents no kind, level or awarding body for a credential", () => {
    expect(
      credential(withCells({ credential_id: "m1", credential_title_en: "Master welder, EQF 5" })),
    ).toMatchObject({
      kind: "not-stated",
      eqf: null,
      stackability: "not-stated",
      awardingBodies: [],
      isOutsideFramework: false,
    });
  });
});

describe("hostile input", () => {
  it.each([
    ["names of object parts", "__proto__,constructor,course_id,title_en\nx,y,__proto__,Welding\n"],
    ["nothing but delimiters", `course_id${",".repeat(2_000_000)}`],
    ["nothing but quotes", `course_id\n${'"'.repeat(1_000_001)}`],
    ["deep bars", withCells({ outcomes_en: `${"\\".repeat(30_000)}|` })],
  ])("withstands %s", (_, text) => {
    const started = performance.now();
    read(text);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(Object.keys({})).toEqual([]);
  });
});

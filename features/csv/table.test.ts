import { describe, expect, it } from "vitest";
import { HEADER, messages, read, withCells } from "./reading.fixture";
import { CSV_LIMITS } from "./table";

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

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COLUMNS, cellName, headerNames, readHeader } from "./columns";

const nameOf = (text: string) => {
  const reading = readHeader(text);
  return reading.kind === "known" ? cellName(reading.cell) : reading.kind;
};

describe("readHeader", () => {
  it.each([
    ["title_en", "title_en"],
    [" Title (EN) ", "title_en"],
    ["price-note.FIN", "price_note_fi"],
    ["credential quality assurance sv", "credential_quality_assurance_sv"],
    ["Course ID", "course_id"],
    ["title", "title"],
    ["title_qq", "unknown-language"],
    ["title_original", "unknown"],
    ["course_id_en", "unknown"],
    ["", "unknown"],
    ["teacher", "unknown"],
  ])("%j is %s", (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  it("reads every name of the template as itself", () => {
    const names = headerNames(["en", "no", "id"]);
    expect(names.map(nameOf)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("docs/csv-template.md", () => {
  it("explains every column and no other", () => {
    const documented = [
      ...readFileSync("docs/csv-template.md", "utf8").matchAll(/`([a-z][a-z_]*[a-z])`/g),
    ].map(([, name = ""]) => name);
    const names = COLUMNS.map(({ name }) => name);
    expect(names.filter((name) => !documented.includes(name))).toEqual([]);
    expect(documented.filter((word) => word.includes("_") && nameOf(word) === "unknown")).toEqual([]);
  });
});

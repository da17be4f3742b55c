import { array, assert, constantFrom, oneof, property, record, string, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "@/tests/evidence";
import { EVIDENCE_COLUMNS, evidenceRows } from "./evidence-file";
import { REGISTER_COLUMNS, registerRows } from "./register-file";
import { readSheet } from "./sheet";

const TODAY = "2026-11-25";
const FORMATS = [registerRows("Ministry", TODAY), evidenceRows(TODAY)];
const read = (bytes: Uint8Array, format = FORMATS[0]) =>
  format ? readSheet([{ name: "sheet.csv", bytes }], format) : null;
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("hostile sheets", () => {
  it("are settled whatever bytes they are", () => {
    assert(
      property(uint8Array({ maxLength: 500 }), constantFrom(...FORMATS), (bytes, format) => {
        const reading = read(bytes, format);
        expect((reading?.records.length ?? 0) + (reading?.refused.length ?? 0)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("are settled whatever the cells hold: each row is one record or one refusal, and each refusal says why", () => {
    const cell = oneof(
      string({ maxLength: 30 }),
      constantFrom(
        "provider",
        "course",
        "schac",
        "source:X",
        "source:",
        "label",
        "iso-21001",
        "2026-01-01",
        "=1+1",
        "[",
        "a [b:c]",
        "a [source:#]",
        " | ",
        "9",
        "-1",
        "1e9",
        "null",
        "\u202e",
        "constructor",
        "__proto__",
      ),
    );
    for (const [columns, format] of [
      [REGISTER_COLUMNS, FORMATS[0]],
      [EVIDENCE_COLUMNS, FORMATS[1]],
    ] as const) {
      const row = record(Object.fromEntries(columns.map((name) => [name, cell])));
      assert(
        property(array(row, { minLength: 1, maxLength: 4 }), (rows) => {
          const reading = read(bytesOf(csvOf(columns, rows)), format);
          if (!reading) throw new Error("Nothing was read");
          expect(reading.records.length + reading.refused.length).toBeLessThanOrEqual(rows.length);
          for (const { notes } of reading.refused)
            expect(notes.some(({ severity, message }) => severity === "refuse" && message.length > 10)).toBe(
              true,
            );
          for (const { draft } of reading.records) {
            expect(draft.subject.key).not.toContain("\u0000");
            expect(draft.facts.link ?? "https://x").toMatch(/^https?:/);
          }
        }),
        { numRuns: 150 },
      );
    }
  });

  it("do not pass off a text as a formula, and give the formula's text back as it was", () => {
    const rows = [{ subject_type: "provider", scheme: "vat", identifier: "FI1", name: "'=HYPERLINK(1)" }];
    expect(read(bytesOf(csvOf(REGISTER_COLUMNS, rows)))?.records[0]?.title).toBe("=HYPERLINK(1)");
  });

  it("do not make a ragged row into another provider's", () => {
    const text =
      "subject_type,scheme,identifier,name\nprovider,vat,FI1,North, too many\nprovider,vat,FI2,South";
    const reading = read(bytesOf(text));
    expect(reading?.records.map(({ draft }) => draft.record)).toEqual(["provider vat:FI2"]);
    // The row may have been any that is held: nothing counts as gone.
    expect(reading?.scope).toBe("none");
  });

  it.each([
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0x00])],
    ["Latin-1", new Uint8Array([0x73, 0x75, 0x62, 0xe4])],
    ["a NUL", bytesOf("subject_type,scheme,identifier\nprovider,vat,\u0000")],
    ["an open quotation mark", bytesOf('subject_type,scheme,identifier\n"provider,vat,FI1')],
    ["another header", bytesOf("course_id,title_en\nC-1,Welding")],
    ["nothing", bytesOf("")],
  ])("are refused as a whole where they hold %s", (_what, bytes) => {
    const reading = read(bytes);
    expect([reading?.records, reading?.refused.length, reading?.scope]).toEqual([[], 1, "none"]);
  });

  it("read header names as people write them", () => {
    const text = "Subject Type;Scheme;IDENTIFIER;Name;Valid to\nprovider;vat;FI1;North;31.12.2027";
    expect(read(bytesOf(text))?.records[0]?.draft.facts.validTo).toBe("2027-12-31");
  });
});

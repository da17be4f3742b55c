import {
  anything,
  array,
  assert,
  constantFrom,
  json,
  jsonValue,
  oneof,
  property,
  record,
  string,
  uint8Array,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "@/tests/evidence";
import { readAnswerFiles, readAnswers } from "./answer-files";
import { INSTITUTION_COLUMNS, institution, page, programme, ref, report, searchRow } from "./deqar.fixture";
import { readInstitutionsFile } from "./institutions-file";

const TODAY = "2026-11-25";
const read = (value: unknown) => readAnswers([{ name: "answer.json", value }], TODAY);
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A good answer with one of its values, at any depth, replaced. */
function* spoilt(value: unknown, by: unknown): Generator<unknown> {
  yield by;
  if (Array.isArray(value))
    for (const [at, item] of value.entries()) for (const bad of spoilt(item, by)) yield value.with(at, bad);
  else if (typeof value === "object" && value !== null)
    for (const [name, item] of Object.entries(value))
      for (const bad of spoilt(item, by)) yield { ...value, [name]: bad };
}

describe("hostile answers", () => {
  it("are settled whatever JSON they are", () => {
    assert(
      property(oneof(jsonValue(), anything()), (value) => {
        const { records, refused, notes } = read(value);
        expect(records.length + refused.length + notes.length).toBeGreaterThan(0);
      }),
    );
  });

  it("are settled whatever stands in place of any one value of a good answer", () => {
    const good = [
      institution(9001),
      report(1, {
        programmes: [programme(7, { degree_outcome: { id: 2 }, workload_ects: "15" })],
        platforms: [ref(9002)],
      }),
      searchRow(1),
      page([report(2), searchRow(3), ref(9001)]),
    ];
    const bad = [
      null,
      0,
      -1,
      1e300,
      "",
      "x",
      true,
      [],
      {},
      [null],
      "2026-02-30",
      "9999-99-99",
      "DEQARINST",
      "\u202e",
      { id: {} },
    ];
    for (const answer of good)
      for (const by of bad)
        for (const value of spoilt(answer, by)) {
          const reading = read(value);
          for (const { draft } of reading.records) {
            expect(draft.subject.key).toMatch(/^id\/deqar/);
            expect(draft.facts.link).toMatch(/^https:\/\/data\.deqar\.eu\//);
          }
          for (const { notes } of reading.refused)
            expect(notes.some(({ severity, message }) => severity === "refuse" && message !== "")).toBe(true);
        }
  });

  it("are refused where a file is no JSON, or holds what no text can", () => {
    const files = ["{", "", '"\\u0000"', '{"a":"\\ud800"}'].map((text, at) => ({
      name: `${at}.json`,
      bytes: bytesOf(text),
    }));
    const { records, refused, isComplete } = readAnswerFiles(files, TODAY);
    expect([records.length, refused.length, isComplete]).toEqual([0, 4, false]);
    assert(
      property(
        json(),
        (text) => readAnswerFiles([{ name: "x.json", bytes: bytesOf(text) }], TODAY).isComplete !== null,
      ),
    );
  });

  it("do not grow out of bounds with deep nesting", () => {
    let deep: unknown = report(1);
    for (let depth = 0; depth < 500; depth++) deep = page([deep]);
    expect(read(deep).records).toHaveLength(1);
  });
});

describe("hostile lists of institutions", () => {
  it("are settled whatever bytes they are", () => {
    assert(
      property(uint8Array({ maxLength: 400 }), (bytes) => {
        const { records, refused } = readInstitutionsFile({ name: "i.csv", bytes }, TODAY);
        expect(records.length + refused.length).toBeGreaterThan(0);
      }),
    );
  });

  it("are settled whatever the cells hold: every institution is taken or refused by name", () => {
    const cell = oneof(
      string({ maxLength: 20 }),
      constantFrom(
        "DEQARINST9001",
        "DEQARINSTAP9002",
        "N/A",
        "SCHAC: x.example, Erasmus: E  A01",
        ": : :",
        "ROR:",
        "Finland",
        "=1+1",
      ),
    );
    const row = record(Object.fromEntries(INSTITUTION_COLUMNS.map((name) => [name, cell])));
    assert(
      property(array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const list = readInstitutionsFile(
          { name: "i.csv", bytes: bytesOf(csvOf(INSTITUTION_COLUMNS, rows)) },
          TODAY,
        );
        expect(list.records.length + list.refused.length).toBeLessThanOrEqual(rows.length);
        for (const { draft } of list.records)
          expect(draft.facts.subjectIdentifier).toMatch(/^DEQARINST(AP)?\d+$/i);
      }),
      { numRuns: 150 },
    );
  });

  it("are no complete list where a row cannot be told", () => {
    const list = readInstitutionsFile(
      { name: "i.csv", bytes: bytesOf("deqar_id,name_primary\nDEQARINST1,A\nnobody,B\n") },
      TODAY,
    );
    expect([list.records.length, list.refused.length, list.isComplete]).toEqual([1, 1, false]);
  });
});

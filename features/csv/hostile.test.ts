import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headerNames } from "./columns";
import { read, withCells } from "./reading.fixture";

const cell = fc.oneof(
  fc.constantFrom(
    "c1",
    "c2",
    "p1",
    "m1",
    "en",
    "FI",
    "yes",
    "some",
    "0",
    "1,5",
    "2027-01-12",
    "=1",
    "'",
    '"',
    '""',
    "",
    "\n",
    "|",
  ),
  fc.string({ maxLength: 8 }),
);

it("settles any cells under any columns", () => {
  const row = fc.array(cell, { maxLength: 30 });
  const header = fc.uniqueArray(fc.constantFrom(...headerNames(["en", "fi"])), {
    minLength: 1,
    maxLength: 30,
  });
  const delimiter = fc.constantFrom(",", ";", "\t", "|");
  fc.assert(
    fc.property(
      header,
      fc.array(row, { maxLength: 6 }),
      delimiter,
      fc.boolean(),
      (names, rows, comma, isQuoted) => {
        const quote = (text: string) => (isQuoted ? `"${text.replaceAll('"', '""')}"` : text);
        const text = [names, ...rows].map((cells) => cells.map(quote).join(comma)).join("\n");
        const { drafts, refused, notes } = read(text);
        const keys = [...drafts, ...refused].map(({ kind, externalId }) => `${kind} ${externalId}`);
        expect(new Set(keys).size).toBe(keys.length);
        const reasons = new Set(
          notes.filter(({ severity }) => severity === "refuse").map(({ record }) => record),
        );
        expect(refused.filter(({ externalId }) => !reasons.has(externalId))).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});

it("settles any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { drafts, refused } = read(bytes);
      expect(drafts.length + refused.length).toBe(1);
    }),
  );
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
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(Object.keys({})).toEqual([]);
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { headerNames } from "./columns";
import { csvFormat } from "./format";

const read = (text: string) =>
  csvFormat.transform([{ name: "courses.csv", bytes: new TextEncoder().encode(text) }], {
    provider: null,
    today: "2026-11-25",
  });

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
      const { drafts, refused } = csvFormat.transform([{ name: "courses.csv", bytes }], {
        provider: null,
        today: "2026-11-25",
      });
      expect(drafts.length + refused.length).toBe(1);
    }),
  );
});

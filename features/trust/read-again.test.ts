import fc from "fast-check";
import { expect, it } from "vitest";
import type { Evidence } from "@/features/evidence/schema";
import { day, records, subjects } from "./random-evidence.fixture";
import { trustBook } from "./verdict";

const stated = { eqf: 6, nqf: null, cycle: null, isOutsideFramework: false } as const;
const about = ["course", "credential"];

it("changes no verdict to read all evidence again, on whatever days", () => {
  const days = fc.array(day, { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(records, subjects, day, days, (given, subject, at, readOn) => {
      const says = (rows: readonly Evidence[]) => {
        const book = trustBook(rows, at);
        return [book.mark(subject, at), book.level({ about, stated, at }).status];
      };
      const readAgain = given.map((row, i) => ({ ...row, retrievedOn: readOn[i] ?? row.retrievedOn }));
      expect(says(readAgain)).toEqual(says(given));
    }),
    { numRuns: 500 },
  );
});

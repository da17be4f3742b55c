import { assert, asyncProperty, constantFrom, stringMatching, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { identifierKey } from "./matching";

const database = testDatabase();

describe("an identifier", () => {
  it.each([
    ["E  TARRAGO01", "e tarrago01"],
    ["https://ror.org/05ABC", "05abc"],
    ["http://www.ror.org/05abc", "05ABC "],
  ])("%j is %j", (a, b) => {
    expect(identifierKey({ scheme: "x", value: a })).toBe(identifierKey({ scheme: "x", value: b }));
  });

  it("is compared in the same way here and in the database", async () => {
    const value = tuple(
      constantFrom("", "https://ror.org/", "http://www.ROR.org/", " https://ror.org/"),
      stringMatching(/^[\x20-\x7e\t]{0,20}$/),
    ).map(([start, rest]) => start + rest);
    await assert(
      asyncProperty(value, async (text) => {
        const [row] = await database.sql`select identifier_key(${text}) as key`;
        expect(identifierKey({ scheme: "s", value: text })).toBe(`s:${row?.key}`);
      }),
      { numRuns: 200 },
    );
  });
});

import { PgDialect } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import type { Selection } from "@/features/search/engine";
import { NO_REQUEST } from "@/tests/search-contract";
import { countsQuery } from "./facets";
import { Sets } from "./sets";

/** The text of the query for some words and choices; values are no part of it. */
function textFor(selection: Selection): string {
  const request = { ...NO_REQUEST, query: "welding", selection };
  return new PgDialect({ casing: "snake_case" }).sqlToQuery(countsQuery(new Sets(request), request)).sql;
}

describe("what is counted", () => {
  it.each<[string, Selection, Selection]>([
    ["one choice about courses", { level: ["6"] }, { assessment: ["assessed", "none"] }],
    ["one choice about runs", { start: ["2027-01"] }, { language: ["en", "fi"] }],
    [
      "one of each",
      { credential: ["none"], country: ["FI"] },
      { duration: ["not-stated"], mode: ["online"] },
    ],
  ])("is one text for %s, whichever it is, so that it is planned once", (_, one, other) => {
    expect(textFor(one)).toBe(textFor(other));
  });

  it("is another text for another kind of choice", () => {
    expect(textFor({ level: ["6"] })).not.toBe(textFor({ start: ["2027-01"] }));
  });
});

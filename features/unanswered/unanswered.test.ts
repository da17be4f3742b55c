import { describe, expect, it } from "vitest";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import { unansweredOf } from "./unanswered";

const DAY = "2026-11-25";
const of = (params: Partial<SearchParams>) => unansweredOf({ ...NO_SEARCH, ...params }, "fi", DAY);

describe("unansweredOf", () => {
  it("keeps folded words, filters in the order of facets, the language and the day", () => {
    const params = {
      query: " Łódź Straße!",
      selection: { mode: ["online"], level: ["6", "7"] },
      ectsMin: 250,
    };
    expect(of({ ...params, sort: "price", facetLimit: 7, asTyped: true, engine: "postgres" })).toEqual({
      day: DAY,
      locale: "fi",
      words: "lodz strasse",
      filters: "level=6&level=7&mode=online&ects-min=2.5",
    });
    expect(unansweredOf({ ...NO_SEARCH, query: "x" }, null, DAY)?.locale).toBe("");
  });

  it.each<[string, Partial<SearchParams>]>([
    ["nothing asked", {}],
    ["no word", { query: "%&!" }],
    ["a further page", { query: "x", page: 2 }],
    ["a question for the number alone", { query: "x", pageSize: 1 }],
    ["a value that cannot be", { query: "x", selection: { mode: ["teleport"] } }],
    ["an address of mail", { query: "anna.virtanen@example.org" }],
    ["a telephone number", { query: "call +358 40 123 4567" }],
    ["a telephone number of ten digits", { query: "040 123 4567" }],
    ["a number of a person", { query: "131052-308T" }],
    ["a text too long to be a search", { query: "x".repeat(101) }],
    [
      "more filters than anyone chooses",
      { selection: { provider: Array.from({ length: 40 }, (_, i) => `provider-${i}`) } },
    ],
  ])("keeps nothing of %s", (_, params) => {
    expect(of(params)).toBeNull();
  });

  it("keeps years and other short numbers", () => {
    expect(of({ query: "iso 27001 2027" })?.words).toBe("iso 27001 2027");
  });
});

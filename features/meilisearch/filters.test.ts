import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JOINT_FACETS } from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";
import { parseFilter } from "@/tests/meilisearch/filter";
import { NO_REQUEST } from "@/tests/search-contract";
import { anyOf, chosenIn, filterOf, quoted } from "./filters";

/** As the server reads it. */
const holds = (filter: string, fields: Record<string, string[]>) =>
  parseFilter(filter, () => "equal")(fields);

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '"',
      "\\",
      "'",
      " OR ",
      " AND ",
      "NOT ",
      "=",
      " IN ",
      "[",
      "]",
      "(",
      ")",
      ",",
      "level",
      "5",
      "\n",
      "\0",
    ),
    fc.string({ unit: "grapheme", maxLength: 2 }),
  ),
  maxLength: 12,
});

describe("a quoted value", () => {
  it("is one value to the server, whatever it holds", () => {
    const document = { level: ["5"], mode: ["online"] };
    fc.assert(
      fc.property(hostile, (value) => {
        const isIt = value.trim().normalize("NFKD").toLowerCase() === "online";
        expect(holds(anyOf("mode", [value]), document)).toBe(isIt);
        expect(holds(anyOf("mode", [value, "online"]), document)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it("would be more than that without backslashes", () => {
    expect(holds('mode IN ["x"] OR mode IN ["online"]', { mode: ["online"] })).toBe(true);
    expect(holds(`mode IN [${quoted('x"] OR mode IN ["online')}]`, { mode: ["online"] })).toBe(false);
    expect(holds(`mode IN [${quoted('x\\"] OR mode IN ["online')}]`, { mode: ["online"] })).toBe(false);
  });
});

describe("what is chosen", () => {
  it("is only what can be a value: the server would take ONLINE for online", () => {
    const selection = { mode: ["ONLINE", "online"], country: ["fi"], start: ["2027-13"] };
    expect(chosenIn({ selection })).toEqual({ mode: ["online"], country: [], start: [] });
    expect(holds(anyOf("mode", ["ONLINE"]), { mode: ["online"] })).toBe(true);
  });

  it("finds nothing where none of it can be a value", () => {
    const [filter = ""] = filterOf(NO_REQUEST, { country: [] });
    expect(holds(filter, { country: ["FI"] })).toBe(false);
  });

  it("of a facet whose values must all hold is a condition each, and none where one cannot be", () => {
    const [facet = "confirmed"] = JOINT_FACETS;
    const [a = "", b = ""] = FACET_VALUES.confirmed;
    const all = (values: string[]) => filterOf(NO_REQUEST, chosenIn({ selection: { [facet]: values } }));
    const finds = (filters: string[], values: string[]) =>
      filters.every((filter) => holds(filter, { [facet]: values }));
    expect(finds(all([a, b]), [a, b])).toBe(true);
    expect(finds(all([a, b]), [a])).toBe(false);
    expect(finds(all([a, "nothing"]), [a, b])).toBe(false);
  });

  it("in more ways than can be asked is refused", () => {
    const months = Array.from({ length: 50 }, (_, i) => `20${10 + i}-01`);
    const many = { start: months, country: months, language: months };
    expect(() => filterOf(NO_REQUEST, many)).toThrowError(expect.objectContaining({ code: "invalid" }));
    expect(filterOf(NO_REQUEST, many, ["country"])).toHaveLength(1);
  });
});

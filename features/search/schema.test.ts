import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FACETS } from "./engine";
import { isBeyondLastPage, NO_SEARCH, parseSearchParams } from "./schema";
import { toQueryString } from "./url";

const parse = (query: string) => parseSearchParams(new URLSearchParams(query));

describe("parseSearchParams", () => {
  it("reads every parameter", () => {
    const { params, ignored } = parse(
      "q=steel+weld&level=6&level=5&mode=online&start=2027-01&ects-min=2.5&ects-max=10&occupation=0e9b1b24-9f5c-4f0e-8e6e-1c9b7f1f2a3d&words=as-typed&engine=postgres&sort=price&page=3&page-size=50&facet-limit=7",
    );
    expect(params).toEqual({
      query: "steel weld",
      selection: { level: ["5", "6"], mode: ["online"], start: ["2027-01"] },
      ectsMin: 250,
      ectsMax: 1000,
      occupation: "0e9b1b24-9f5c-4f0e-8e6e-1c9b7f1f2a3d",
      asTyped: true,
      engine: "postgres",
      sort: "price",
      page: 3,
      pageSize: 50,
      facetLimit: 7,
    });
    expect(ignored).toEqual([]);
  });

  it("takes what a page gets from Next as well", () => {
    const input = { q: "weld", level: ["6", "5"], page: "2", mode: undefined };
    expect(parseSearchParams(input)).toEqual(parse("q=weld&level=5&level=6&page=2"));
  });

  it.each([
    ["page=x", { page: 1 }],
    ["page=0", { page: 1 }],
    ["page=1e3", { page: 1 }],
    ["page-size=101", { pageSize: 20 }],
    ["sort=popular", { sort: "relevance" }],
    ["ects-min=many", { ectsMin: null }],
    ["ects-max=-1", { ectsMax: null }],
    ["facet-limit=501", { facetLimit: 100 }],
  ])("%s takes its default and is named", (query, expected) => {
    const { params, ignored } = parse(query);
    expect(params).toMatchObject(expected);
    expect(ignored).toEqual([query]);
  });

  it("keeps a filter value that does not exist, so that it finds nothing, and names it", () => {
    const { params, ignored } = parse("level=99&level=6&country=fi");
    expect(params.selection).toEqual({ level: ["6", "99"], country: ["fi"] });
    expect(ignored).toEqual(["level=99", "country=fi"]);
  });

  it("passes over unknown names, empty fields and repeats", () => {
    const { params, ignored } = parse("utm_source=x&level=&q=&ects-min=&sort=&mode=online&mode=online&page=");
    expect(params).toEqual({ ...NO_SEARCH, selection: { mode: ["online"] } });
    expect(ignored).toEqual([]);
  });

  it("bounds what it takes: 256 characters of words, 50 values of a facet, 100 characters of a value", () => {
    expect(parse(`q=${"a".repeat(300)}`).params.query).toHaveLength(256);
    const skills = Array.from({ length: 60 }, (_, i) => `skill=${i}`).join("&");
    expect(parse(skills).params.selection.skill).toHaveLength(50);
    expect(parse(skills).ignored).toHaveLength(60);
    expect(parse(`provider=${"a".repeat(300)}`).params.selection.provider?.[0]).toHaveLength(100);
  });

  it("moves credits finer than hundredths inwards, and reads a decimal comma", () => {
    expect(parse("ects-min=2.501&ects-max=2.509").params).toMatchObject({ ectsMin: 251, ectsMax: 250 });
    expect(parse("ects-min=0.29&ects-max=1,1").params).toMatchObject({ ectsMin: 29, ectsMax: 110 });
  });

  it("lets no NUL through: no text of the database can hold one", () => {
    expect(parse("q=a%00b&provider=a%00b").params).toMatchObject({
      query: "a\uFFFDb",
      selection: { provider: ["a\uFFFDb"] },
    });
  });

  it("never fails, and its address leads to the same search again", () => {
    const name = fc.constantFrom(
      ...FACETS,
      "q",
      "page",
      "page-size",
      "sort",
      "ects-min",
      "ects-max",
      "facet-limit",
      "x",
    );
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("6", "2", "2.5", "not-stated", "online", "price", "2027-01", "0613", "FI"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        const { params } = parseSearchParams(new URLSearchParams(pairs));
        const address = toQueryString(params);
        expect(parse(address).params).toEqual(params);
        expect(toQueryString(parse(address).params)).toBe(address);
      }),
    );
  });
});

test.each([
  [500, 20, false],
  [501, 20, true],
  [100, 100, false],
  [101, 100, true],
  [999_999_999, 100, true],
])("page %i of %i is beyond the first 10,000 results: %s", (page, pageSize, isBeyond) => {
  expect(isBeyondLastPage({ page, pageSize })).toBe(isBeyond);
});

import { expect, test } from "vitest";
import { NO_SEARCH, type SearchParams } from "./schema";
import { chips, isChosen, toggle, toQueryString, without, withoutFilters, withPage, withSort } from "./url";

const SEARCH: SearchParams = {
  ...NO_SEARCH,
  query: "weld & steel",
  selection: { mode: ["online"], level: ["5", "6"] },
  ectsMin: 250,
  page: 3,
};

test("an address names what is asked, in one order, and leaves out what is default", () => {
  expect(toQueryString(SEARCH)).toBe("q=weld+%26+steel&level=5&level=6&mode=online&ects-min=2.5&page=3");
  expect(toQueryString(NO_SEARCH)).toBe("");
});

test("toggling chooses and takes back, on the first page", () => {
  const chosen = toggle(SEARCH, "level", "4");
  expect(chosen).toMatchObject({ page: 1, selection: { level: ["4", "5", "6"], mode: ["online"] } });
  expect(isChosen(chosen, "level", "4")).toBe(true);
  expect(toggle(chosen, "level", "4").selection).toEqual(SEARCH.selection);
  expect(toggle(SEARCH, "mode", "online").selection).toEqual({ level: ["5", "6"] });
});

test("every chip can be taken back, and all of them leave nothing asked", () => {
  expect(chips(SEARCH)).toEqual([
    { kind: "query", value: "weld & steel" },
    { kind: "facet", facet: "level", value: "5" },
    { kind: "facet", facet: "level", value: "6" },
    { kind: "facet", facet: "mode", value: "online" },
    { kind: "ects-min", hundredths: 250 },
  ]);
  expect(chips(SEARCH).reduce(without, SEARCH)).toEqual(NO_SEARCH);
});

test("taking back what is not chosen chooses nothing", () => {
  expect(without(SEARCH, { kind: "facet", facet: "level", value: "8" })).toEqual({ ...SEARCH, page: 1 });
});

test("without filters words stay; another order starts on the first page", () => {
  expect(withoutFilters(SEARCH)).toEqual({ ...NO_SEARCH, query: "weld & steel" });
  expect(withSort(SEARCH, "price")).toEqual({ ...SEARCH, sort: "price", page: 1 });
  expect(withPage(SEARCH, 4)).toEqual({ ...SEARCH, page: 4 });
});

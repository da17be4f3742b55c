import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countries } from "./countries";
import { isNuts, nutsCodes, nutsCountry, nutsName, nutsUri, parseNuts } from "./nuts";
import { officialList, officialListsExist } from "./official-list.fixture";

describe("regions", () => {
  it.skipIf(!officialListsExist)("are those of the EU's list, with its names and addresses", () => {
    const ours = nutsCodes.map((code) => ({ code, uri: nutsUri(code), name: nutsName(code) }));
    const official = officialList("nuts").map(({ code, uri, label_en }) => ({ code, uri, name: label_en }));
    expect(ours).toEqual(official.sort((a, b) => (a.code < b.code ? -1 : 1)));
  });

  it("are 2,160 of two to five signs", () => {
    expect(nutsCodes).toHaveLength(2160);
    for (const code of nutsCodes) expect(code).toMatch(/^[A-Z]{2}[A-Z0-9]{0,3}$/);
  });

  it("lie within the one whose code they begin with; the EU's list lacks UKN1", () => {
    const parents = nutsCodes.filter((code) => code.length > 2).map((code) => code.slice(0, -1));
    expect(new Set(parents.filter((code) => !isNuts(code)))).toEqual(new Set(["UKN1"]));
  });

  it("are known by their codes alone", () => {
    expect(isNuts("FI1B")).toBe(true);
    expect(isNuts("FI")).toBe(true);
    for (const text of ["", "fi1b", "FI1BX", "FI9", "XK", "__proto__", "constructor"]) {
      expect(isNuts(text), text).toBe(false);
      expect(nutsName(text), text).toBeNull();
      expect(nutsCountry(text), text).toBeNull();
    }
  });

  it("have names and countries", () => {
    expect(nutsName("FI1B")).toBe("Helsinki-Uusimaa");
    expect(nutsCountry("FI1B")).toBe("FI");
    expect(nutsCountry("EL30")).toBe("GR");
    expect(nutsCountry("UKI")).toBe("GB");
    for (const code of nutsCodes) expect(countries.has(nutsCountry(code) ?? ""), code).toBe(true);
  });
});

describe("reading a region", () => {
  it.each([
    ["FI1B", "FI1B"],
    [" fi1b ", "FI1B"],
    ["http://data.europa.eu/nuts/code/FI1B", "FI1B"],
    ["https://data.europa.eu/nuts/code/FI1B/", "FI1B"],
    ["", null],
    ["F", null],
    ["FI1BXY", null],
    ["FI9", null],
    ["Helsinki-Uusimaa", null],
    ["http://data.europa.eu/nuts/FI1B", null],
    ["http://example.org/nuts/code/FI1B", null],
  ])("%j is %j", (text, code) => {
    expect(parseNuts(text)).toBe(code);
  });

  it("finds every code by its address", () => {
    for (const code of nutsCodes) expect(parseNuts(nutsUri(code))).toBe(code);
  });

  it("gives a known code or nothing for any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.stringMatching(/^[A-Za-z0-9]{0,6}$/), fc.string({ unit: "binary" })),
        (text) => {
          const code = parseNuts(text);
          expect(code === null || isNuts(code)).toBe(true);
        },
      ),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countries, countryAlpha3, countryName, parseCountry } from "./countries";

const AUTHORITY = "http://publications.europa.eu/resource/authority/country";

describe("reading a country", () => {
  it.each([
    ["FI", "FI"],
    ["fi", "FI"],
    ["FIN", "FI"],
    [" irl ", "IE"],
    ["GR", "GR"],
    ["EL", "GR"],
    ["GRC", "GR"],
    ["GB", "GB"],
    ["UK", "GB"],
    ["GBR", "GB"],
    ["XK", "XK"],
    ["XKX", "XK"],
    ["1A0", "XK"],
    [`${AUTHORITY}/FIN`, "FI"],
    [`${AUTHORITY}/1A0`, "XK"],
    [`${AUTHORITY}/XKX`, "XK"],
    [`${AUTHORITY}/FQ0`, "TF"],
    [`${AUTHORITY}/ATF`, "TF"],
    ["https://publications.europa.eu/resource/authority/country/DEU", "DE"],
  ])("%j is %j", (text, code) => {
    expect(parseCountry(text)).toBe(code);
  });

  it.each([
    "",
    "F",
    "XX",
    "ZZZ",
    "EU",
    "Finland",
    "F1",
    "ß",
    "ﬁ",
    "http://example.org/country/FIN",
    "__proto__",
  ])("%j is unknown", (text) => {
    expect(parseCountry(text)).toBeNull();
  });

  it("finds every code by its three letters", () => {
    for (const code of countries.codes) expect(parseCountry(countryAlpha3(code) ?? "")).toBe(code);
  });

  it("gives a known code or nothing for any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.stringMatching(/^[A-Za-z0-9]{0,4}$/), fc.string({ unit: "binary" })),
        (text) => {
          const code = parseCountry(text);
          expect(code === null || countries.has(code)).toBe(true);
        },
      ),
    );
  });
});

describe("a country", () => {
  it("has three letters", () => {
    expect(countryAlpha3("FI")).toBe("FIN");
    expect(countryAlpha3("XK")).toBe("XKX");
    expect(countryAlpha3("EL")).toBeNull();
  });

  it("has the EU's address, which for Kosovo is not made of them", () => {
    expect(countries.uri("FI")).toBe(`${AUTHORITY}/FIN`);
    expect(countries.uri("XK")).toBe(`${AUTHORITY}/1A0`);
  });

  it("is named in English and Finnish", () => {
    expect(countryName("GR", "en")).toBe("Greece");
    expect(countryName("GR", "fi")).toBe("Kreikka");
    expect(countryName("XK", "fi")).toBe("Kosovo");
    expect(countryName("ZZ", "fi")).toBe("ZZ");
  });
});

import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { codeList, intlCodeList } from "./code-list";

const shapes = codeList([
  {
    code: "round",
    label: { en: "Round", fi: "Pyöreä" },
    uri: "http://data.europa.eu/snb/shape/a1",
    alsoUris: ["http://data.europa.eu/old/shape/r"],
  },
  { code: "square", label: { en: "Square", fi: "Neliö" }, uri: null },
]);

describe("a code list", () => {
  it("keeps its codes in the order given, as a union type", () => {
    expect(shapes.codes).toEqual(["round", "square"]);
    expectTypeOf(shapes.codes).toEqualTypeOf<readonly ("round" | "square")[]>();
  });

  it("labels in the reader's language, else in English, and an unknown code as itself", () => {
    expect(shapes.label("round", "fi")).toBe("Pyöreä");
    expect(shapes.label("round", "en")).toBe("Round");
    expect(shapes.label("round", "sv")).toBe("Round");
    expect(shapes.label("round", "constructor")).toBe("Round");
    expect(shapes.label("oval", "fi")).toBe("oval");
  });

  it("gives addresses, null where there is none", () => {
    expect(shapes.uri("round")).toBe("http://data.europa.eu/snb/shape/a1");
    expect(shapes.uri("square")).toBeNull();
    expect(shapes.uri("oval")).toBeNull();
  });

  it.each([
    "http://data.europa.eu/snb/shape/a1",
    "https://data.europa.eu/snb/shape/a1",
    "HTTP://data.europa.eu/snb/shape/a1/",
    "  data.europa.eu/snb/shape/a1\n",
    "snb/shape/a1",
    "shape/a1",
    "http://data.europa.eu/old/shape/r",
  ])("reads the address %j", (uri) => {
    expect(shapes.fromUri(uri)).toBe("round");
  });

  it.each([
    "",
    "a1",
    "round",
    "/shape/a1",
    "http://example.org/snb/shape/a1",
    "http://data.europa.eu.example.org/snb/shape/a1",
    "http://data.europa.eu/snb/shape/a1/more",
    "http://data.europa.eu/snb/other/a1",
    "ftp://data.europa.eu/snb/shape/a1",
  ])("does not read %j", (uri) => {
    expect(shapes.fromUri(uri)).toBeNull();
  });

  it("is not fooled by names that every object has", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      expect(shapes.has(name)).toBe(false);
      expect(shapes.uri(name)).toBeNull();
      expect(shapes.fromUri(name)).toBeNull();
      expect(shapes.label(name, name)).toBe(name);
    }
  });

  it("answers any text without throwing", () => {
    const countries = intlCodeList("region", [{ code: "FI", uri: null }]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, locale) => {
        for (const list of [shapes, countries]) {
          expect(list.label(text, locale)).toBe(list.has(text) ? list.label(text, "en") : text);
          expect(list.fromUri(text)).toBeNull();
        }
      }),
    );
  });

  it("reads a very long text in no time", () => {
    const started = performance.now();
    expect(shapes.fromUri(`${"/".repeat(200_000)}x`)).toBeNull();
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("a list named by the platform", () => {
  const countries = intlCodeList("region", [{ code: "FI", uri: null }]);

  it("speaks both languages, English for others, and leaves an unknown code as it is", () => {
    expect(countries.label("FI", "en")).toBe("Finland");
    expect(countries.label("FI", "fi")).toBe("Suomi");
    expect(countries.label("FI", "not a locale")).toBe("Finland");
    expect(countries.label("SE", "en")).toBe("SE");
    expect(countries.label("not a region", "en")).toBe("not a region");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageName, languages, parseLanguage } from "./languages";

describe("reading a language", () => {
  it.each([
    ["fi", "fi"],
    ["FI", "fi"],
    ["fin", "fi"],
    ["ENG", "en"],
    ["ita", "it"],
    ["ger", "de"],
    ["deu", "de"],
    ["fre", "fr"],
    ["iw", "he"],
    ["en-GB", "en"],
    ["en_GB", "en"],
    ["zh-Hant-TW", "zh"],
    ["swe-FI", "sv"],
    [" sv ", "sv"],
    ["http://publications.europa.eu/resource/authority/language/FIN", "fi"],
    ["https://publications.europa.eu/resource/authority/language/SWE", "sv"],
    ["language/ENG", "en"],
  ])("%j is %j", (text, code) => {
    expect(parseLanguage(text)).toBe(code);
  });

  it.each([
    "",
    "x",
    "xx",
    "und",
    "mul",
    "zxx",
    "sh",
    "\u212Ak",
    "English",
    "en-",
    "en GB",
    "en-<b>",
    "x-en",
    "__proto__",
    "http://example.org/resource/authority/language/ENG",
    "http://publications.europa.eu/resource/authority/language/OP_DATPRO",
  ])("%j is unknown", (text) => {
    expect(parseLanguage(text)).toBeNull();
  });

  it("finds every code by its three letters, in either case", () => {
    for (const code of languages.codes) {
      const iso3 = languages.uri(code)?.slice(-3) ?? "";
      expect(parseLanguage(iso3)).toBe(code);
      expect(parseLanguage(iso3.toLowerCase())).toBe(code);
      expect(parseLanguage(`${code}-001`)).toBe(code);
    }
  });

  it("gives a known code or nothing for any text", () => {
    const tag = fc.stringMatching(/^[a-zA-Z]{1,4}([-_][a-zA-Z0-9]{0,9}){0,3}$/);
    fc.assert(
      fc.property(fc.oneof(tag, fc.string({ unit: "binary" })), (text) => {
        const code = parseLanguage(text);
        expect(code === null || languages.has(code)).toBe(true);
      }),
    );
  });

  it("reads a very long text in no time", () => {
    const started = performance.now();
    expect(parseLanguage(`en${"-a".repeat(100_000)}!`)).toBeNull();
    expect(performance.now() - started).toBeLessThan(500);
  });
});

it("names languages in English and Finnish", () => {
  expect(languageName("fi", "en")).toBe("Finnish");
  expect(languageName("fi", "fi")).toBe("suomi");
  expect(languageName("xx", "en")).toBe("xx");
});

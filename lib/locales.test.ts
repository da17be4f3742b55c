import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LOCALE, LOCALES, preferredLocale } from "./locales";

describe("preferredLocale", () => {
  it.each([
    [null, "en"],
    ["", "en"],
    ["fi", "fi"],
    ["fi-FI,fi;q=0.9,en;q=0.8", "fi"],
    ["sv-SE,sv;q=0.9,fi;q=0.5,en;q=0.4", "fi"],
    ["en;q=0.3, FI;q=0.7", "fi"],
    ["fi;q=0, en;q=0.1", "en"],
    ["de, *;q=0.5, fi;q=0.2", "en"],
    ["fi;q=high, en;q=0.1", "en"],
    ["sv", "en"],
  ])("reads %j as %s", (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });

  it("answers any header with a language it has", () => {
    fc.assert(fc.property(fc.string(), (header) => LOCALES.includes(preferredLocale(header))));
    expect(LOCALES).toContain(DEFAULT_LOCALE);
  });
});

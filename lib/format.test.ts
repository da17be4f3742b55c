import { describe, expect, it } from "vitest";
import {
  compareTexts,
  formatDay,
  formatDuration,
  formatHundredths,
  formatList,
  formatMoney,
  formatMonth,
  formatNumber,
  formatRange,
} from "./format";

/** Finnish groups digits and sets units with no-break spaces, as plain spaces here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("numbers", () => {
  it("follow the reader's language", () => {
    expect(formatNumber("en", 12345.678)).toBe("12,345.68");
    expect(plain(formatNumber("fi", 12345.678))).toBe("12 345,68");
    expect(formatHundredths("en", 250)).toBe("2.5");
    expect(formatHundredths("fi", 250)).toBe("2,5");
    expect(formatHundredths("en", 300)).toBe("3");
  });

  it("show a range once where both ends are equal", () => {
    expect(formatRange("en", { min: 75, max: 75 })).toBe("75");
    expect(formatRange("en", { min: 75, max: 100 })).toBe("75–100");
  });
});

describe("money", () => {
  it.each([
    ["en", 25000, "EUR", "€250"],
    ["en", 24950, "EUR", "€249.50"],
    ["en", 150000, "SEK", "SEK 1,500"],
    ["fi", 25000, "EUR", "250 €"],
  ] as const)("in %s: %d cents of %s", (locale, cents, currency, text) => {
    expect(plain(formatMoney(locale, cents, currency))).toBe(text);
  });
});

describe("dates", () => {
  it("are the same day everywhere", () => {
    expect(formatDay("en", "2027-01-12")).toBe("12 Jan 2027");
    expect(formatDay("fi", "2027-01-12")).toBe("12.1.2027");
    expect(formatMonth("en", "2027-01-01")).toBe("January 2027");
    expect(formatMonth("fi", "2027-01")).toBe("tammikuu 2027");
  });
});

describe("durations", () => {
  it.each([
    [1, "1 day"],
    [13, "13 days"],
    [14, "2 weeks"],
    [42, "6 weeks"],
    [182, "26 weeks"],
    [183, "6 months"],
    [365, "12 months"],
  ])("of %d days: %s", (days, text) => {
    expect(plain(formatDuration("en", days))).toBe(text);
  });
});

describe("words", () => {
  it("are joined and ordered as the language does", () => {
    expect(formatList("en", ["a", "b", "c"])).toBe("a, b and c");
    expect(formatList("fi", ["a", "b"])).toBe("a ja b");
    expect(["öljy", "zen", "aamu"].sort(compareTexts("fi"))).toEqual(["aamu", "zen", "öljy"]);
  });
});

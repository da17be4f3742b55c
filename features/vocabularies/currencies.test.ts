import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDay } from "@/lib/dates";
import { currencies, currencyName, parseCurrency, ratesAsOf, toEuroCents } from "./currencies";

describe("reading a currency", () => {
  it.each([
    ["EUR", "EUR"],
    [" sek ", "SEK"],
    ["http://publications.europa.eu/resource/authority/currency/GBP", "GBP"],
    ["", null],
    ["$", null],
    ["XXX", null],
    ["euro", null],
    ["ſek", null],
    ["ınr", null],
    ["http://example.org/currency/EUR", null],
    ["__proto__", null],
  ])("%j is %j", (text, code) => {
    expect(parseCurrency(text)).toBe(code);
  });

  it("gives a known code or nothing for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(/^[A-Za-z]{0,4}$/), fc.string({ unit: "binary" })), (text) => {
        const code = parseCurrency(text);
        expect(code === null || currencies.has(code)).toBe(true);
      }),
    );
  });

  it("names it in English and Finnish", () => {
    expect(currencyName("SEK", "en")).toBe("Swedish Krona");
    expect(currencyName("SEK", "fi")).toBe("Ruotsin kruunu");
    expect(currencyName("ABC", "en")).toBe("ABC");
  });
});

describe("an amount in euro", () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
  const currency = fc.constantFrom(...currencies.codes);

  it("is dated", () => {
    expect(isDay(ratesAsOf)).toBe(true);
  });

  it.each([
    [0, "SEK", 0],
    [25_000, "EUR", 25_000],
    // Fixed rate: 1.95583 leva to the euro.
    [19_558_300, "BGN", 10_000_002],
    // 100 hundredths at 0.00257 are 0.257 cents; 200 are 0.514.
    [100, "HUF", 0],
    [200, "HUF", 1],
  ])("%i hundredths of %s are %i cents", (cents, code, euroCents) => {
    expect(toEuroCents(cents, code)).toBe(euroCents);
  });

  it("takes hundredths of a yen as of any other unit: 10,000 yen lie between 30 and 100 euro", () => {
    expect(toEuroCents(1_000_000, "JPY")).toBeGreaterThan(3_000);
    expect(toEuroCents(1_000_000, "JPY")).toBeLessThan(10_000);
  });

  it("is null without a rate, never zero or the amount itself", () => {
    for (const code of ["RUB", "BYN", "XXX", "sek", "", "__proto__"])
      expect(toEuroCents(100, code), code).toBeNull();
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %d as an amount", (cents) => {
    expect(() => toEuroCents(cents, "EUR")).toThrow(/not a whole, non-negative number of hundredths/);
  });

  it("is a whole number that grows with the amount", () => {
    fc.assert(
      fc.property(amount, amount, currency, (a, b, code) => {
        const small = toEuroCents(Math.min(a, b), code);
        const large = toEuroCents(Math.max(a, b), code);
        expect(small === null).toBe(large === null);
        if (small === null || large === null) return;
        expect(Number.isSafeInteger(small)).toBe(true);
        expect(small).toBeLessThanOrEqual(large);
      }),
    );
  });

  it("of the whole is that of the parts, to a cent", () => {
    fc.assert(
      fc.property(amount, amount, currency, (a, b, code) => {
        const whole = toEuroCents(a + b, code);
        const parts = (toEuroCents(a, code) ?? 0) + (toEuroCents(b, code) ?? 0);
        expect(Math.abs((whole ?? 0) - parts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

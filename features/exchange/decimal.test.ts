import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatHundredths, parseDecimal, parseMachineDecimal } from "./decimal";

const reading = (text: string) => {
  const result = parseDecimal(text);
  return result.ok ? result.hundredths : result.reason;
};

describe("parseDecimal", () => {
  it.each([
    ["2.5", 250],
    ["2,5", 250],
    [" 3 ", 300],
    ["+3", 300],
    ["0", 0],
    ["-0", 0],
    ["0,500", 50],
    ["2.50000", 250],
    ["1 250,50", 125_050],
    ["1\u00a0250", 125_000],
    ["1'250.50", 125_050],
    ["1.250,50", 125_050],
    ["1,250.50", 125_050],
    ["1.250.000", 125_000_000],
    ["1.250", "ambiguous"],
    ["125,000", "ambiguous"],
    ["2.345", "ambiguous"],
    ["2.3456", "too-many-decimals"],
    ["1250,505", "too-many-decimals"],
    ["-2", "negative"],
    ["−2,5", "negative"],
    ["--2", "not-a-number"],
    ["", "not-a-number"],
    ["5 op", "not-a-number"],
    ["1e3", "not-a-number"],
    [".5", "not-a-number"],
    ["1.25.5", "not-a-number"],
    ["12 50", "not-a-number"],
    ["9999999999.99", 999_999_999_999],
    ["10000000000", "too-large"],
    ["9".repeat(400), "too-large"],
  ])("%s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it("withstands a cell full of signs", () => {
    expect(reading("-".repeat(100_000))).toBe("not-a-number");
  });

  it("reads what formatHundredths writes", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (value) => {
        expect(reading(formatHundredths(value))).toBe(value);
      }),
    );
    expect(formatHundredths(250)).toBe("2.5");
    expect(formatHundredths(205)).toBe("2.05");
    expect(formatHundredths(300)).toBe("3");
  });
});

describe("parseMachineDecimal", () => {
  it.each<[string | number, number | string]>([
    ["3.000", 300],
    ["1250.5", 125_050],
    [".5", 50],
    [2.5, 250],
    [3, 300],
    ["-1", "negative"],
    ["2,5", "not-a-number"],
    [".", "not-a-number"],
    ["", "not-a-number"],
    [Number.NaN, "not-a-number"],
    [0.1 + 0.2, "too-many-decimals"],
  ])("%s", (value, expected) => {
    const result = parseMachineDecimal(value);
    expect(result.ok ? result.hundredths : result.reason).toBe(expected);
  });
});

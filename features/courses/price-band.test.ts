import { expect, test } from "vitest";
import { type Price, priceBand, priceInEuroCents } from "./price-band";

const paid = (priceCents: number, currency: string): Price => ({ priceKind: "paid", priceCents, currency });
const free: Price = { priceKind: "free", priceCents: null, currency: null };
const unknown: Price = { priceKind: "unknown", priceCents: null, currency: null };

test.each([
  ["free is a band of its own", free, "free"],
  ["unknown is not free", unknown, "not-stated"],
  ["one cent below 100 euro", paid(99_99, "EUR"), "under-100"],
  ["100.00 belongs to the middle band", paid(100_00, "EUR"), "100-500"],
  ["500.00 belongs to the middle band", paid(500_00, "EUR"), "100-500"],
  ["one cent above 500 euro", paid(500_01, "EUR"), "over-500"],
  ["a currency is compared in euro", paid(450_00, "SEK"), "under-100"],
  ["a currency without a rate is not guessed", paid(50_00, "BYN"), "not-stated"],
] as const)("%s", (_name, price, band) => {
  expect(priceBand(price)).toBe(band);
});

test("free is 0 euro, an unknown price is null", () => {
  expect(priceInEuroCents(free)).toBe(0);
  expect(priceInEuroCents(unknown)).toBeNull();
});

import { expect, test } from "vitest";
import { isUnavailable } from "./unavailable";

const withCode = (code: string) => Object.assign(new Error("failed"), { code });

test.each([
  "57014",
  "57P01",
  "57P03",
  "53300",
  "08006",
  "CONNECTION_CLOSED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "EPIPE",
])("%s: the database did not answer", (code) => {
  expect(isUnavailable(withCode(code))).toBe(true);
  expect(isUnavailable(new Error("query failed", { cause: withCode(code) }))).toBe(true);
});

test.each(["23505", "42601", "22P02", "40001", "ENOENT", ""])("%s: it did, or it was not asked", (code) => {
  expect(isUnavailable(withCode(code))).toBe(false);
});

test("what is no error tells nothing", () => {
  expect(isUnavailable("57014")).toBe(false);
});

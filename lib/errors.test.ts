import { describe, expect, it } from "vitest";
import { conflict, hasCode, isUnavailable, knownError } from "./errors";

const coded = (code: string) => Object.assign(new Error("odd"), { code });

it("hasCode looks into what caused an error", () => {
  const cause = Object.assign(new Error("full"), { code: "ENOSPC" });
  expect(hasCode(new Error("Failed query", { cause }), "53100", "ENOSPC")).toBe(true);
  expect(hasCode(new Error("Failed query"), "ENOSPC")).toBe(false);
});

describe("isUnavailable", () => {
  it.each([
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
    expect(isUnavailable(coded(code))).toBe(true);
    expect(isUnavailable(new Error("query failed", { cause: coded(code) }))).toBe(true);
  });

  it.each(["23505", "42601", "22P02", "40001", "ENOENT", ""])("%s: it did, or it was not asked", (code) => {
    expect(isUnavailable(coded(code))).toBe(false);
  });

  it("what is no error tells nothing", () => {
    expect(isUnavailable("57014")).toBe(false);
  });
});

describe("knownError", () => {
  it("takes a database that is away, however deep, for unavailable", () => {
    for (const code of ["ECONNREFUSED", "CONNECTION_CLOSED", "57P01", "57014", "53300"])
      expect(knownError(new Error("Failed query", { cause: coded(code) }))?.code).toBe("unavailable");
  });

  it("leaves our own errors as they are and knows no other", () => {
    const ours = conflict("changed");
    expect(knownError(ours)).toBe(ours);
    expect(knownError(coded("42P01"))).toBeNull();
    expect(knownError("text")).toBeNull();
  });
});

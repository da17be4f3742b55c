import { describe, expect, it } from "vitest";
import { conflict, hasCode, knownError } from "./errors";

const coded = (code: string) => Object.assign(new Error("odd"), { code });

it("hasCode looks into what caused an error", () => {
  const cause = Object.assign(new Error("full"), { code: "ENOSPC" });
  expect(hasCode(new Error("Failed query", { cause }), "53100", "ENOSPC")).toBe(true);
  expect(hasCode(new Error("Failed query"), "ENOSPC")).toBe(false);
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

import { describe, expect, it } from "vitest";
import { broughtTo } from "./dates";

describe("broughtTo", () => {
  it("leaves a document as it is in the month in which it was written", () => {
    const document = { validTo: "2027-05-31", rules: [{ retrievedOn: "2026-10-05" }] };
    expect(broughtTo("2026-11-25", document)).toEqual(document);
  });

  it("moves every day of validity and of retrieval by whole months, wherever it stands", () => {
    const document = {
      validFrom: "2025-08-01",
      validTo: null,
      version: "2026-11",
      rules: [{ validFrom: "2025-06-01", validTo: "2027-05-31", source: { retrievedOn: "2026-10-05" } }],
    };
    expect(broughtTo("2027-02-01", document)).toEqual({
      validFrom: "2025-11-01",
      validTo: null,
      version: "2026-11",
      rules: [{ validFrom: "2025-09-01", validTo: "2027-08-31", source: { retrievedOn: "2027-01-05" } }],
    });
  });

  it.each([
    ["2027-01-31", "2027-02-28"],
    ["2027-02-28", "2027-03-31"],
    ["2027-01-30", "2027-02-28"],
    ["2026-12-15", "2027-01-15"],
  ])("moves %s by a month to %s", (written, moved) => {
    expect(broughtTo("2026-12-01", { validTo: written })).toEqual({ validTo: moved });
  });
});

import { describe, expect, it } from "vitest";
import { course, findings, mended, provider } from "./drafts.fixture";

describe("rules of providers and ids", () => {
  it.each([
    ["no country", provider({ country: "" }), ["refuse country: country-missing"]],
    ["an unknown country", provider({ country: "XX" }), ["refuse country: country-missing"]],
    [
      "a region of another country",
      provider({ country: "FI", region: "SE11" }),
      ["warn region: region-unknown"],
    ],
    [
      "an endless identifier",
      provider({ identifiers: [{ scheme: "vat", value: "1".repeat(201) }] }),
      ["warn identifiers: identifier-long"],
    ],
    ["no id", { ...course(), externalId: "" }, ["refuse null: id-range"]],
    ["an endless id", { ...course(), externalId: "1".repeat(501) }, ["refuse null: id-range"]],
  ])("%s", (_name, draft, expected) => {
    expect(findings(draft)).toEqual(expected);
  });

  it("keeps each identifier once, in the order in which they are read back", () => {
    const identifiers = [
      { scheme: "vat", value: " FI1 " },
      { scheme: "deqar", value: "9" },
      { scheme: "vat", value: "FI1" },
      { scheme: "vat", value: "" },
    ] as const;
    expect(mended(provider({ identifiers })).identifiers).toEqual([
      { scheme: "deqar", value: "9" },
      { scheme: "vat", value: "FI1" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { course, credential, FACTS, findings, provider, withRun } from "./drafts.fixture";
import { applyRules } from "./offer-rules";

describe("rules of addresses", () => {
  it.each([
    "ftp://example.org/",
    "javascript:alert(1)",
    "www.example.org",
    "http://localhost/",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://intranet/",
    "https://user:secret@example.org/",
    `https://example.org/${"x".repeat(2_048)}`,
  ])("refuses %s", (address) => {
    expect(findings(course({ homepage: address }))).toEqual(["refuse homepage: address"]);
    expect(findings(credential({ homepage: address }))).toEqual(["refuse homepage: address"]);
    expect(findings(provider({ homepage: address }))).toEqual(["refuse homepage: address"]);
    expect(findings(withRun({ applyUrl: address }))).toEqual(["refuse run R-1: applyUrl: address"]);
  });

  it("takes public ones", () => {
    expect(findings(course({ homepage: "https://www.example.org/x?y=z" }))).toEqual([]);
  });

  it("forgets a bad address of the record at its source, which is no fault of the offer", () => {
    const { draft, notes } = applyRules({ ...course(), sourceUrl: "http://10.0.0.1/feed" }, FACTS);
    expect([draft.sourceUrl, notes]).toEqual([null, []]);
  });
});

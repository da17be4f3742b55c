import { describe, expect, it } from "vitest";
import { course, findings, mended, provider } from "./drafts.fixture";

describe("rules of texts", () => {
  it.each([
    ["no title", course({ title: {} }), ["refuse title: title-missing"]],
    ["blank title", course({ title: { en: "  " } }), ["refuse title: title-missing"]],
    [
      "title in an unknown language alone",
      course({ title: { xx: "Welding" } }),
      ["warn title: language-unknown", "refuse title: title-missing"],
    ],
    [
      "one language too many",
      course({ title: { en: "Welding", "en-GB": "Welding" } }),
      ["warn title: language-unknown"],
    ],
    [
      "no text in the default language",
      course({ title: { fi: "Hitsaus" } }),
      ["hint title: default-language"],
    ],
    ["no name", provider({ legalName: {} }), ["refuse legalName: legalName-missing"]],
    [
      "description in an unknown language",
      course({ description: { zz: "…" } }),
      ["warn description: language-unknown"],
    ],
    ["a book", course({ description: { en: "x".repeat(200_001) } }), ["refuse description: record-too-long"]],
  ])("%s", (_name, draft, expected) => {
    expect(findings(draft)).toEqual(expected);
  });

  it("keeps what is known, trimmed, and takes another default language", () => {
    const content = mended(course({ title: { fi: " Hitsaus ", sv: "" }, summary: { xx: "?" } }));
    expect(content).toMatchObject({ title: { fi: "Hitsaus" }, defaultLanguage: "fi", summary: null });
    expect(content.title).not.toHaveProperty("sv");
  });
});

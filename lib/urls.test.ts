import { describe, expect, it } from "vitest";
import { pageAlternates, pagePath } from "./urls";

describe("pagePath", () => {
  it("joins and encodes segments", () => {
    expect(pagePath("en")).toBe("/en");
    expect(pagePath("fi", "courses", "data-analysis")).toBe("/fi/courses/data-analysis");
    expect(pagePath("fi", "courses", "../x?y#z")).toBe("/fi/courses/..%2Fx%3Fy%23z");
  });
});

describe("pageAlternates", () => {
  it("names every language and the default", () => {
    expect(pageAlternates("https://example.org", "about")).toEqual({
      en: "https://example.org/en/about",
      fi: "https://example.org/fi/about",
      "x-default": "https://example.org/en/about",
    });
  });
});

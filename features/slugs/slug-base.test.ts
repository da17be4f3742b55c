import { describe, expect, it } from "vitest";
import { numberedSlug, slugBase } from "./slug-base";

describe("slugBase", () => {
  it.each([
    [{ en: "Welding", fi: "Hitsaus" }, "fi", "hitsaus"],
    [{ el: "Συγκόλληση", en: "Welding" }, "el", "welding"],
    [{ bg: "Заваряване" }, "bg", "course"],
  ])("%j in %s gives %s", (title, defaultLanguage, base) => {
    expect(slugBase("course", title, defaultLanguage)).toBe(base);
  });
});

describe("numberedSlug", () => {
  it("leaves the first one bare", () => {
    expect([1, 2].map((n) => numberedSlug("welding", n))).toEqual(["welding", "welding-2"]);
  });
});

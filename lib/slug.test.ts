import fc from "fast-check";
import { expect, test } from "vitest";
import { isSlug, slugify } from "./slug";

test("a slug made from any title is one, or there is none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (title) => {
      const slug = slugify(title);
      expect(slug === "" || isSlug(slug)).toBe(true);
    }),
  );
});

test.each([
  ["Łódź: Straße & Œuvre", "lodz-strasse-oeuvre"],
  ["  C++  ", "c"],
  ["Ελλάδα", ""],
  ["x".repeat(100), "x".repeat(80)],
])("%s becomes %s", (title, slug) => {
  expect(slugify(title)).toBe(slug);
});

test.each(["", "-", "a--b", "A", "a b", "x\0", "../etc"])("%j is no slug", (text) => {
  expect(isSlug(text)).toBe(false);
});

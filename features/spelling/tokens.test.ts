import fc from "fast-check";
import { expect, it } from "vitest";
import { words } from "@/lib/fold";
import { tokens } from "./tokens";

it.each([
  ["Straße in Łódź", ["Straße", " ", "in", " ", "Łódź"]],
  ["  (R&D) ", ["  (", "R", "&", "D", ") "]],
  ["İstanbul ırmak ②", ["İstanbul", " ", "ırmak", " ", "②"]],
  ["", []],
])("takes %j apart", (text, expected) => {
  expect(tokens(text).map((token) => token.text)).toEqual(expected);
});

it("loses no character and no word of any text", () => {
  const text = fc.array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("ß", "ı", "İ", "Σ", "ﬁ", "½", "™", "㎏", "e\u0301", "'", " "),
    ),
  );
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join("");
      const found = tokens(whole);
      expect(found.map((token) => token.text).join("")).toBe(whole);
      expect(found.flatMap((token) => token.words)).toEqual(words(whole));
    }),
    { numRuns: 2_000 },
  );
});

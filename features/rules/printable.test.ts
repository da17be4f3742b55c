import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable } from "./printable";

describe("printable", () => {
  it("takes out what the database cannot keep, wherever it hides", () => {
    expect(
      printable({ "a\u0000": ["b\u0007\ud800", { c: "d\n\te\u0085", n: 1, z: null, t: true }] }),
    ).toEqual({
      a: ["b", { c: "d\n\te", n: 1, z: null, t: true }],
    });
  });

  it("leaves every other text as it is", () => {
    expect(printable("Łódź 👩‍🎓 ﬁ ‏עברית")).toBe("Łódź 👩‍🎓 ﬁ ‏עברית");
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(printable(printable(value))).toEqual(printable(value));
      }),
    );
  });
});

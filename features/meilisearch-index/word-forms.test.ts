import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWords, wordsOf } from "@/features/search/analyser";
import {
  beginningForm,
  exactQuery,
  exactTexts,
  forgivingQuery,
  forgivingTexts,
  wholeForm,
} from "./word-forms";

const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((text) => wordsOf(text)[0])
  .filter((found) => found !== undefined)
  .filter((found) => wordsOf(found)[0] === found);

/** What the server finds by a beginning. */
function finds(beginning: string, known: string): boolean {
  const { form, isWord } = beginningForm(beginning);
  const held = exactTexts([known]).flatMap((text) => text.split(" "));
  return isWord ? held.includes(form) : held.some((one) => one.startsWith(form));
}

describe("the form of a word", () => {
  it("is plain ASCII, but for the mark", () => {
    expect(wholeForm("welding")).toBe("weldingħ");
    expect(wholeForm("λ2")).toBe("ħ00qj2ħ");
    fc.assert(fc.property(word, (one) => /^[a-z0-9ħ]+ħ$/.test(wholeForm(one))));
  });

  it("is that of no other word", () => {
    fc.assert(fc.property(word, word, (a, b) => (wholeForm(a) === wholeForm(b)) === (a === b)));
  });

  it("begins with the form of what begins the word, and of nothing else", () => {
    fc.assert(
      fc.property(word, word, fc.nat(12), (known, other, length) => {
        const beginning = [...known].slice(0, 1 + (length % [...known].length)).join("");
        return finds(beginning, known) && finds(other, known) === known.startsWith(other);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is short enough for the server, whatever the word", () => {
    for (const letter of ["x", "λ", "漢", "𐍈"])
      expect(Buffer.byteLength(wholeForm(letter.repeat(100)))).toBeLessThan(250);
  });
});

describe("texts", () => {
  it("stay apart, and short beginnings that are not ASCII come last", () => {
    expect(exactTexts(["Data base", "", "R&D"])).toEqual(["dataħ baseħ", "rħ dħ"]);
    expect(exactTexts(["λόγ"])).toEqual([
      wholeForm("λογ"),
      ["λ", "λο", "λογ"].map((b) => beginningForm(b).form).join(" "),
    ]);
    expect(forgivingTexts(["Łódź, Straße", "!"])).toEqual(["lodz strasse"]);
  });
});

describe("a query", () => {
  it("is whole words, and a beginning where the last one typed may be one", () => {
    expect(exactQuery("Steel weld")).toBe('"steelħ" weld');
    expect(exactQuery("steel λ")).toBe(`"steelħ" "${beginningForm("λ").form}"`);
    expect(exactQuery("steel weld", { isWhole: true })).toBe('"steelħ" "weldħ"');
    expect(exactQuery("%' \\ & | !")).toBeNull();
    expect(forgivingQuery("Steel wedl")).toBe("steel wedl");
    expect(forgivingQuery("!")).toBeNull();
  });

  it("of more words than are looked at ends in a whole one", () => {
    const eleven = "a b c d e f g h i j k";
    expect(readWords(eleven).beginning).toBeNull();
    expect(exactQuery(eleven)).toMatch(/"iħ" "jħ"$/);
    expect(forgivingQuery(eleven)).toBe("a b c d e f g h i j ");
  });

  it("says nothing to the server but words: no minus sign, no quote of the person's", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (typed) =>
        /^(?:"[a-z0-9ħ]+"(?: |$))*(?:[a-z0-9ħ]+)?$/.test(exactQuery(typed) ?? ""),
      ),
      { numRuns: 2_000 },
    );
  });
});

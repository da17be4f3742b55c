import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toTsquery, toTsvector } from "./analyser";

describe("toTsvector", () => {
  it("gives each word its places, the dearest texts first", () => {
    const texts = [
      { weight: "D", text: "Learn to weld" },
      { weight: "A", text: "Weld! Steel, weld." },
    ] as const;
    expect(toTsvector(texts)).toBe("'weld':1A,3A,6D 'steel':2A 'learn':4D 'to':5D");
  });

  it("folds case, accents and special letters", () => {
    expect(toTsvector([{ weight: "A", text: "Łódź Ørsted STRASSE Straße ırmak ΛΌΓΟΣ" }])).toBe(
      "'lodz':1A 'orsted':2A 'strasse':3A,4A 'irmak':5A 'λογοσ':6A",
    );
  });

  it("is nothing but quoted words and places, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(toTsvector([{ weight: "A", text }])).toMatch(/^(?:(?:^| )'[\p{L}\p{N}]+':\d+A(?:,\d+A)*)*$/u);
      }),
    );
  });

  it("keeps within what a tsvector holds", () => {
    const repeated = toTsvector([{ weight: "A", text: "a ".repeat(20_000) }]);
    expect(repeated.split(",")).toHaveLength(255);
    const many = Array.from({ length: 200_000 }, (_, i) => `word${i}`).join(" ");
    const vector = toTsvector([
      { weight: "D", text: many },
      { weight: "A", text: "title" },
    ]);
    expect(vector).toMatch(/^'title':1A /);
    expect(vector).toContain(":16383D");
    expect(vector).not.toContain(":16384D");
    expect(Buffer.byteLength(vector)).toBeLessThan(1_500_000);
  });
});

describe("toTsquery", () => {
  it.each([
    ["steel weld", "'steel' & 'weld':*"],
    ["  Steel, WELD! ", "'steel' & 'weld':*"],
    ["data data data", "'data' & 'data':*"],
    ["C++", "'c':*"],
    ["l'été", "'l' & 'ete':*"],
    ["' | !x:* \\", "'x':*"],
  ])("%s -> %s", (typed, query) => {
    expect(toTsquery(typed)).toBe(query);
  });

  it.each(["", "  ", "!&|'\\", "\0"])("finds no word in %j", (typed) => {
    expect(toTsquery(typed)).toBeNull();
  });

  it("asks for words of one weight", () => {
    expect(toTsquery("steel weld", "A")).toBe("'steel':A & 'weld':*A");
  });

  it("cuts a very long word as the documents do", () => {
    const word = "ä".repeat(150);
    expect(toTsvector([{ weight: "A", text: word }])).toBe(`'${"a".repeat(100)}':1A`);
    expect(toTsquery(word)).toBe(`'${"a".repeat(100)}':*`);
  });
});

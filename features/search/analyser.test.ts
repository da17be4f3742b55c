import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toTsquery, toTsvector } from "./analyser";

const NO_TEXTS = { title: [], skills: [], provider: [], body: [] };
const titled = (text: string) => toTsvector({ ...NO_TEXTS, title: [text] });

describe("toTsvector", () => {
  it("gives each word its places, the dearest texts first", () => {
    expect(toTsvector({ ...NO_TEXTS, body: ["Learn to weld"], title: ["Weld! Steel,", "weld."] })).toBe(
      "'weld':1A,3A,6D 'steel':2A 'learn':4D 'to':5D",
    );
  });

  it("folds case, accents and special letters", () => {
    expect(titled("Łódź Ørsted STRASSE Straße ırmak ΛΌΓΟΣ")).toBe(
      "'lodz':1A 'orsted':2A 'strasse':3A,4A 'irmak':5A 'λογοσ':6A",
    );
  });

  it("folds letters of other styles", () => {
    expect(titled("𝖠𝗅𝗉𝗁𝖺 ＦＵＬＬ İzmir")).toBe("'alpha':1A 'full':2A 'izmir':3A");
  });

  it("is nothing but quoted words and places, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(titled(text)).toMatch(/^(?:(?:^| )'[\p{L}\p{N}]+':\d+A(?:,\d+A)*)*$/u);
      }),
    );
  });

  it("keeps within what a tsvector holds", () => {
    const repeated = titled("a ".repeat(20_000));
    expect(repeated.split(",")).toHaveLength(255);
    const many = Array.from({ length: 200_000 }, (_, i) => `word${i}`).join(" ");
    const vector = toTsvector({ ...NO_TEXTS, title: ["title"], body: [many] });
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
    expect(toTsquery(typed, null)).toBe(query);
  });

  it.each(["", "  ", "!&|'\\", "\0"])("finds no word in %j", (typed) => {
    expect(toTsquery(typed, null)).toBeNull();
  });

  it("asks for words in one place", () => {
    expect(toTsquery("steel weld", null, "title")).toBe("'steel':A & 'weld':*A");
  });

  it("asks for what misspelt words may stand for", () => {
    const spelling = { alternatives: [["steel"], ["weld", "welt"]], corrected: "steel weld" };
    expect(toTsquery("steal wled", spelling)).toBe("('steel') & ('weld' | 'welt')");
    expect(toTsquery("steal wled", spelling, "title")).toBe("('steel':A) & ('weld':A | 'welt':A)");
  });

  it("looks at ten words, of which the last is whole where more were typed", () => {
    const typed = Array.from({ length: 11 }, (_, i) => `w${i}`);
    const ten = typed.slice(0, 10);
    expect(toTsquery(typed.join(" "), null)).toBe(ten.map((word) => `'${word}'`).join(" & "));
    expect(toTsquery(ten.join(" "), null)).toContain("'w9':*");
  });

  it("cuts a very long word as the documents do", () => {
    const word = "ä".repeat(150);
    expect(titled(word)).toBe(`'${"a".repeat(100)}':1A`);
    expect(toTsquery(word, null)).toBe(`'${"a".repeat(100)}':*`);
  });
});

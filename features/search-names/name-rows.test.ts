import { describe, expect, it } from "vitest";
import { foldName, nameRows } from "./name-rows";

describe("nameRows", () => {
  it("has a row for each language, with the words of all names in it", () => {
    const rows = nameRows({
      kind: "skill",
      id: "7",
      main: { en: "Use R&D", fi: "Käytä" },
      others: { en: ["research"], sv: ["nyttja"] },
    });
    expect(rows).toEqual([
      {
        kind: "skill",
        recordId: "7",
        language: "en",
        name: "use r d",
        words: "'use':1A 'r':2A 'd':3A 'research':4A",
      },
      { kind: "skill", recordId: "7", language: "fi", name: "kayta", words: "'kayta':1A" },
      { kind: "skill", recordId: "7", language: "sv", name: "nyttja", words: "'nyttja':1A" },
    ]);
  });

  it("leaves out a name without a letter", () => {
    expect(nameRows({ kind: "course", id: "7", main: { en: "!?" } })).toEqual([]);
  });
});

it("keeps names short enough for an index", () => {
  expect(Buffer.byteLength(foldName("ж ".repeat(5_000)))).toBeLessThan(500);
});

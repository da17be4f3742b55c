import { describe, expect, it } from "vitest";
import { shownName } from "./shown-name";
import { toWanted } from "./wanted";

const isIn = (typed: string, name: string) => toWanted(typed)?.isIn(name);

describe("toWanted", () => {
  it.each([
    ["data an", "Data analysis", true],
    ["DÁTA", "Data analysis", true],
    ["an data", "Data analysis", false],
    ["analysis dat", "Data analysis", true],
    ["dat analysis", "Data analysis", false],
  ])("%j in %j: %s", (typed, name, expected) => {
    expect(isIn(typed, name)).toBe(expected);
  });

  it("is nothing where no word was typed", () => {
    expect(toWanted(" ?! ")).toBeNull();
  });

  it("takes misspelt words for what they may stand for", () => {
    const wanted = toWanted("weldign ste", {
      alternatives: [["welding"], ["steel", "stem"]],
      corrected: "welding steel",
    });
    expect(wanted?.isIn("Steel for welding")).toBe(true);
    expect(wanted?.isIn("Welding for all")).toBe(false);
    expect(wanted?.beginning).toBe("welding steel");
  });
});

describe("shownName", () => {
  const names = {
    main: { en: "weld metal", fi: "hitsata metallia", sv: "svetsa metall" },
    others: { en: ["join metal", "metall joining"] },
    defaultLanguage: "en",
  };
  const shown = (locale: string, typed: string) => {
    const wanted = toWanted(typed);
    return wanted && shownName(locale, names, wanted);
  };

  it("is the reader's, and the name it was found by where that is another", () => {
    expect(shown("fi", "hits")).toEqual({
      label: { text: "hitsata metallia", language: "fi" },
      matched: null,
    });
    expect(shown("en", "hits")?.matched).toEqual({ text: "hitsata metallia", language: "fi" });
    expect(shown("de", "weld")).toEqual({ label: { text: "weld metal", language: "en" }, matched: null });
  });

  it("is explained in the reader's language before another", () => {
    expect(shown("en", "metall")?.matched).toEqual({ text: "metall joining", language: "en" });
    expect(shown("fi", "join")?.matched).toEqual({ text: "join metal", language: "en" });
  });

  it("is not explained where nothing explains it", () => {
    expect(shown("en", "metal svets")?.matched).toBeNull();
  });
});

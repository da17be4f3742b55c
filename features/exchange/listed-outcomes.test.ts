import { describe, expect, it } from "vitest";
import { listedItems, outcomesOf } from "./listed-outcomes";

describe("listedItems", () => {
  it.each([
    ["You can: a) weld steel; b) read plans; c) work safely.", ["weld steel", "read plans", "work safely."]],
    ["Two aims: 1) know why 2) know how", ["know why", "know how"]],
    ["(1) know why (2) know how", ["know why", "know how"]],
    ["At the end you: - weld; - read plans.", ["weld", "read plans."]],
    ["• weld\n• read plans", ["weld", "read plans"]],
    ["Aims • weld • read plans", ["weld", "read plans"]],
  ])("finds the items of: %s", (text, items) => {
    expect(listedItems(text)).toEqual(items);
  });

  it.each([
    ["Useful - but not needed - is algebra."],
    ["You learn to weld; you learn to read plans."],
    ["Part a) is first, the rest b) and d) follow"],
    ["From chapter 2) on and chapter 3) too"],
    ["One item: - weld."],
    [`${"A long introduction. ".repeat(11)}• weld • read plans`],
    ["• weld\n• read plans\n\nMore about it."],
    ["a) b) c)"],
    [""],
  ])("finds no list in: %s", (text) => {
    expect(listedItems(text)).toEqual([]);
  });
});

describe("outcomesOf", () => {
  it("puts the items of two languages together where there are as many", () => {
    expect(outcomesOf({ en: "- weld; - plan", fi: "- hitsata; - suunnitella" })).toEqual([
      { text: { en: "weld", fi: "hitsata" }, skills: [] },
      { text: { en: "plan", fi: "suunnitella" }, skills: [] },
    ]);
  });

  it("keeps one whole text where they differ, and none where there is none", () => {
    const text = { en: "- weld; - plan", fi: "hitsata ja suunnitella" };
    expect(outcomesOf(text)).toEqual([{ text, skills: [] }]);
    expect(outcomesOf(null)).toEqual([]);
  });
});

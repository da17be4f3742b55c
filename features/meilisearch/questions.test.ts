import { describe, expect, it } from "vitest";
import { exactQuery } from "@/features/meilisearch-index/word-forms";
import { asMeant } from "./questions";

const exact = (words: string) => exactQuery(words, { isWhole: true });

describe("words as they were meant", () => {
  it("are each way of those that were misspelt, the likeliest first, beside the words as they are", () => {
    const [meant] = asMeant("qelting of qteel", {
      corrected: "melting of steel",
      alternatives: [["melting", "felting"], ["of", "off"], ["steel"]],
    });
    expect(meant.queries).toEqual(["melting of steel", "felting of steel"].map(exact));
  });

  it("are the eight likeliest ways at most", () => {
    const many = Array.from({ length: 5 }, (_, i) => `word${"abcde"[i]}`);
    const [meant] = asMeant("qorda qordb", { corrected: "worda worda", alternatives: [many, many] });
    expect(meant.queries).toHaveLength(8);
    expect(meant.queries[0]).toBe(exact("worda worda"));
  });

  it("come first where a first letter is wrong in a word of which the server forgives one mistake, else second", () => {
    const meant = (typed: string, corrected: string) =>
      asMeant(typed, { corrected, alternatives: [[corrected]] }).findIndex(
        ({ queries }) => queries[0] === exact(corrected),
      );
    expect(meant("qelting", "melting")).toBe(0);
    expect(meant("meltign", "melting")).toBe(1);
    expect(meant("qanagement", "management")).toBe(1);
  });
});

import { expect, it } from "vitest";
import { isFacetValue } from "@/features/search/facet-values";
import { words } from "@/lib/fold";
import { choiceOf, INTENTS, isIntent, topicOf } from "./intents";

it("knows each word once, folded, and asks for values that exist, in code order", () => {
  const known = INTENTS.flatMap(([, text]) => text.split(/\s+/));
  expect(new Set(known).size).toBe(known.length);
  for (const word of known) expect(words(word), word).toEqual([word]);
  for (const [choice] of INTENTS) {
    if (choice === null) continue;
    expect(choice.values).toEqual([...choice.values].sort());
    for (const value of choice.values) expect(isFacetValue(choice.facet, value), value).toBe(true);
  }
});

it("reads what a word asks for in the languages of the interface", () => {
  for (const word of ["free", "ilmainen"])
    expect(choiceOf(word)).toEqual({ facet: "price", values: ["free"] });
  for (const word of ["online", "verkkokurssi"]) expect(choiceOf(word)?.facet).toBe("mode");
  for (const word of ["evening", "welding", "constructor"]) expect(choiceOf(word)).toBeNull();
  expect(["evening", "iltakurssi", "welding", "toString"].map(isIntent)).toEqual([true, true, false, false]);
});

it.each([
  ["become a nurse assistant", "nurse assistant"],
  ["How to become: Bäcker", "backer"],
  ["free evening course", ""],
  ["", ""],
])("the topic of %j is %j", (text, topic) => {
  expect(topicOf(text)).toBe(topic);
});

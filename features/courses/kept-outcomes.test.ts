import { describe, expect, it } from "vitest";
import { keptIds } from "./kept-outcomes";

const held = ["a", "b", "c"].map((id, position) => ({ id, position, text: { en: id } }));
const wanted = (...texts: string[]) => texts.map((en) => ({ text: { en }, skills: [] }));

describe("keptIds", () => {
  it.each([
    ["moved", wanted("c", "a", "b"), ["c", "a", "b"]],
    ["reworded in place", wanted("a", "b, reworded", "c"), ["a", "b", "c"]],
    ["one more in front", wanted("new", "a", "b", "c"), [null, "a", "b", "c"]],
    ["one less", wanted("a", "c"), ["a", "c"]],
    ["said twice", wanted("a", "a"), ["a", "b"]],
  ])("%s", (_name, outcomes, ids) => {
    expect(keptIds(held, outcomes)).toEqual(ids);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OutcomeView } from "@/features/outcomes/view";
import { type Broader, compareOutcomes } from "./outcomes";
import type { Skill } from "./view";

const skill = (id: string, method: Skill["method"] = "stated"): Skill => ({
  id,
  uri: `skill/${id}`,
  label: { en: id },
  method,
});
const outcome = (name: string, ...skills: (string | Skill)[]): OutcomeView => ({
  text: { en: name },
  skills: skills.map((each) => (typeof each === "string" ? skill(each) : each)),
});
const above = (pairs: Record<string, string[]>): Broader =>
  new Map(
    Object.entries(pairs).map(([id, broader]) => [`skill/${id}`, broader.map((each) => `skill/${each}`)]),
  );

const said = (rows: ReturnType<typeof compareOutcomes>) =>
  rows.map(({ relation, first, second }) => [
    relation,
    first?.text.en ?? null,
    second.map(({ text }) => text.en).join("+"),
  ]);

describe("outcomes of two credentials", () => {
  it("are the same by the same skill, however they are worded", () => {
    expect(said(compareOutcomes([outcome("a", "weld")], [outcome("b", "weld")], above({})))).toEqual([
      ["same", "a", "b"],
    ]);
  });

  it("are not the same by their wording", () => {
    const rows = compareOutcomes([outcome("weld steel")], [outcome("weld steel")], above({}));
    expect(said(rows)).toEqual([
      ["only-first", "weld steel", ""],
      ["only-second", null, "weld steel"],
    ]);
    expect(rows.map(({ isComparable }) => isComparable)).toEqual([false, false]);
  });

  it.each([
    ["siblings", { weld: ["join"], solder: ["join"] }],
    ["a skill and what is above it", { weld: ["solder"] }],
    ["what is above it and a skill", { solder: ["weld"] }],
  ])("are close as %s", (_, hierarchy) => {
    const rows = compareOutcomes([outcome("a", "weld")], [outcome("b", "solder")], above(hierarchy));
    expect(said(rows)).toEqual([["close", "a", "b"]]);
    expect(rows[0]?.pairs.map(({ first, second }) => [first.id, second.id])).toEqual([["weld", "solder"]]);
  });

  it("are not close two steps apart", () => {
    const hierarchy = above({ weld: ["join"], solder: ["melt"], join: ["make"], melt: ["make"] });
    expect(said(compareOutcomes([outcome("a", "weld")], [outcome("b", "solder")], hierarchy))).toEqual([
      ["only-first", "a", ""],
      ["only-second", null, "b"],
    ]);
  });

  it("take the same before the close, and what is left finds its own neighbour", () => {
    const hierarchy = above({ weld: ["join"], solder: ["join"] });
    const rows = compareOutcomes(
      [outcome("a", "weld")],
      [outcome("b", "weld"), outcome("c", "solder")],
      hierarchy,
    );
    expect(said(rows)).toEqual([
      ["same", "a", "b"],
      ["close", "a", "c"],
    ]);
  });

  it("do not meet by skills that a machine suggests", () => {
    const rows = compareOutcomes(
      [outcome("a", skill("weld", "suggested"))],
      [outcome("b", "weld")],
      above({}),
    );
    expect(rows.map(({ relation }) => relation)).toEqual(["only-first", "only-second"]);
  });

  const skills = fc.uniqueArray(fc.constantFrom("p", "q", "r", "s", "t"), { maxLength: 3 });
  const outcomes = fc
    .array(skills, { maxLength: 5 })
    .map((lists) => lists.map((list, at) => outcome(`o${at}`, ...list)));
  const hierarchies = fc
    .dictionary(
      fc.constantFrom("p", "q", "r", "s", "t"),
      fc.array(fc.constantFrom("p", "x", "y"), { maxLength: 2 }),
    )
    .map(above);

  it("are each there, and read the same from either side", () => {
    fc.assert(
      fc.property(outcomes, outcomes, hierarchies, (a, b, hierarchy) => {
        const rows = compareOutcomes(a, b, hierarchy);
        const back = compareOutcomes(b, a, hierarchy);
        expect(new Set(rows.flatMap(({ first }) => first ?? []))).toEqual(new Set(a));
        expect(new Set(rows.flatMap(({ second }) => second))).toEqual(new Set(b));
        const alone = (list: typeof rows, relation: "only-first" | "only-second", side: "first" | "second") =>
          list.filter((row) => row.relation === relation).flatMap((row) => row[side] ?? []);
        expect(alone(rows, "only-first", "first")).toEqual(alone(back, "only-second", "second"));
        expect(alone(rows, "only-second", "second")).toEqual(alone(back, "only-first", "first"));
        const same = rows.some(({ relation }) => relation === "same");
        expect(back.some(({ relation }) => relation === "same")).toBe(same);
      }),
    );
  });

  it("are all the same as themselves where each names a skill", () => {
    fc.assert(
      fc.property(outcomes, hierarchies, (given, hierarchy) => {
        const named = given.filter(({ skills }) => skills.length > 0);
        expect(compareOutcomes(named, named, hierarchy).every(({ relation }) => relation === "same")).toBe(
          true,
        );
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { fieldChanges } from "./field-changes";

describe("fieldChanges", () => {
  it.each<[string, object, object, ReturnType<typeof fieldChanges>]>([
    ["nothing", { a: 1, b: { en: "x" } }, { b: { en: "x" }, a: 1 }, []],
    [
      "a text in one language",
      { title: { en: "Old", fi: "Vanha" } },
      { title: { en: "New", fi: "Vanha" } },
      [{ field: "title.en", before: "Old", after: "New" }],
    ],
    [
      "a number stated now",
      { eqf: null },
      { eqf: 6 },
      [{ field: "eqf", before: "(not stated)", after: "6" }],
    ],
    [
      "a text gone",
      { summary: { en: "Short" } },
      { summary: null },
      [{ field: "summary.en", before: "Short", after: "(not stated)" }],
    ],
    ["a list", { fields: ["0613"] }, { fields: [] }, [{ field: "fields", before: "0613", after: "(none)" }]],
    [
      "a run by its name",
      {
        runs: [
          { externalId: "r1", city: "Turku" },
          { externalId: "r2", city: null },
        ],
      },
      {
        runs: [
          { externalId: "r2", city: "Oulu" },
          { externalId: "r1", city: "Turku" },
        ],
      },
      [{ field: "runs.r2.city", before: "(not stated)", after: "Oulu" }],
    ],
    [
      "outcomes with their skills",
      { outcomes: [] },
      { outcomes: [{ text: { en: "Weld" }, skills: [{ skillId: "s1", method: "stated" }] }] },
      [{ field: "outcomes", before: "(none)", after: "Weld, S1, stated" }],
    ],
    [
      "a long text on one line",
      { description: { en: "a" } },
      { description: { en: `${"b".repeat(60)}\n\n${"c".repeat(100)}` } },
      [{ field: "description.en", before: "a", after: `${"b".repeat(60)} ${"c".repeat(58)}…` }],
    ],
  ])("%s", (_name, before, after, expected) => {
    const wordsFor = (id: string) => (id === "s1" ? "S1" : id);
    const byField = (a: { field: string }, b: { field: string }) => (a.field < b.field ? -1 : 1);
    expect(fieldChanges(before, after, wordsFor).sort(byField)).toEqual(expected);
  });
});

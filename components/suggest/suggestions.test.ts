import { describe, expect, it } from "vitest";
import { destination, optionGroups, type Suggestions } from "./suggestions";

const NONE: Suggestions = {
  courses: [],
  credentials: [],
  providers: [],
  skills: [],
  occupations: [],
  fields: [],
};
const named = (label: string) => ({ label, language: "en", matched: null });

describe("optionGroups", () => {
  it("numbers what is there through all sections, and leaves the others out", () => {
    const groups = optionGroups(
      {
        ...NONE,
        courses: [
          { ...named("Welding"), provider: "Fjordvik", url: "https://portal.example/en/courses/welding" },
        ],
        providers: [
          {
            ...named("Weld Ltd"),
            url: "https://portal.example/en/providers/weld",
            set: { provider: "weld" },
          },
        ],
        skills: [
          {
            ...named("join"),
            matched: { text: "weld", language: "de" },
            url: "https://portal.example/x",
            set: { skill: "7" },
          },
        ],
      },
      "en",
    );
    expect(groups).toEqual([
      {
        section: "courses",
        options: [
          {
            place: 0,
            label: { text: "Welding", language: "en" },
            detail: { text: "Fjordvik", language: "en" },
            choice: { kind: "page", path: "/en/courses/welding" },
          },
        ],
      },
      {
        section: "providers",
        options: [
          {
            place: 1,
            label: { text: "Weld Ltd", language: "en" },
            detail: null,
            choice: { kind: "page", path: "/en/providers/weld" },
          },
        ],
      },
      {
        section: "skills",
        options: [
          {
            place: 2,
            label: { text: "join", language: "en" },
            detail: { text: "weld", language: "de" },
            choice: { kind: "filter", set: { skill: "7" } },
          },
        ],
      },
    ]);
  });
});

describe("destination", () => {
  const from = (search: string, set: Record<string, string>) =>
    destination({ kind: "filter", set }, "/en/search", new URLSearchParams(search));

  it.each([
    ["q=weld&ects-min=&level=6", { skill: "7" }, "/en/search?level=6&skill=7"],
    ["skill=7&skill=8", { skill: "7" }, "/en/search?skill=7&skill=8"],
    ["skill=8", { skill: "7" }, "/en/search?skill=8&skill=7"],
    ["occupation=1", { occupation: "2" }, "/en/search?occupation=2"],
  ])("from %j, %j: %s", (search, set, address) => {
    expect(from(search, set)).toBe(address);
  });

  it("is a page, whatever was chosen before", () => {
    const page = { kind: "page" as const, path: "/en/courses/welding" };
    expect(destination(page, "/en/search", new URLSearchParams("level=6"))).toBe("/en/courses/welding");
  });
});

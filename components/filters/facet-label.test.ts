import { describe, expect, it } from "vitest";
import type { Facet } from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";
import { LOCALES } from "@/lib/locales";
import { facetLabel } from "./facet-label";

const LABELS = { provider: { fjordvik: { en: "Fjordvik" } }, skill: {}, "stacks-into": {}, occupation: null };
const label = (facet: Facet, value: string) => facetLabel("en", facet, value, LABELS);

describe("facetLabel", () => {
  it.each(LOCALES)("has words for every fixed value in %s", (locale) => {
    for (const [facet, values] of Object.entries(FACET_VALUES))
      for (const value of values) {
        const words = facetLabel(locale, facet as Facet, value, LABELS);
        expect(words, `${facet} ${value}`).not.toContain("facets.");
        expect(words, `${facet} ${value}`).not.toBe(value);
      }
  });

  it.each<[Facet, string, string]>([
    ["level", "6", "EQF 6"],
    ["start", "2027-01", "January 2027"],
    ["start", "2027-13", "2027-13"],
    ["start", "anytime", "Any time"],
    ["country", "FI", "Finland"],
    ["language", "fi", "Finnish"],
    ["provider", "fjordvik", "Fjordvik"],
    ["skill", "not-stated", "Not stated"],
  ])("%s %s is %s", (facet, value, words) => {
    expect(label(facet, value)).toBe(words);
  });

  it.each<[Facet, string]>([
    ["ects", "7-9"],
    ["start", "soon"],
    ["provider", "nobody"],
    ["mode", "__proto__"],
  ])("an unknown value of %s stays as it is: %s", (facet, value) => {
    expect(label(facet, value)).toBe(value);
  });
});

import { describe, expect, it } from "vitest";
import { ALL_VALUES, expandFacet } from "./expanded-facet";

const NO_NAMES = { provider: {}, skill: {}, "stacks-into": {}, occupation: null };
const ASKED = {
  facet: "skill" as const,
  contains: "",
  values: [{ value: "a", count: 3, label: { en: "Sing" } }],
  listed: [],
  labels: NO_NAMES,
  chosen: [],
};

describe("expandFacet", () => {
  it("keeps what is chosen, whatever is looked for", () => {
    const { counts, isAll } = expandFacet({
      ...ASKED,
      contains: "sing",
      listed: [
        { value: "b", count: 1 },
        { value: "c", count: 2 },
      ],
      chosen: ["b", "a"],
    });
    expect(counts).toEqual([
      { value: "a", count: 3 },
      { value: "b", count: 1 },
    ]);
    expect(isAll).toBe(false);
  });

  it("knows the names of what was found", () => {
    const labels = { ...NO_NAMES, skill: { b: { en: "Dance" } } };
    expect(expandFacet({ ...ASKED, labels }).labels.skill).toEqual({ a: { en: "Sing" }, b: { en: "Dance" } });
  });

  it("says whether there are more", () => {
    const values = Array.from({ length: ALL_VALUES + 1 }, (_, i) => ({
      value: `${i}`,
      count: 1,
      label: null,
    }));
    expect(expandFacet({ ...ASKED, values }).isAll).toBe(false);
    expect(expandFacet({ ...ASKED, values }).counts).toHaveLength(ALL_VALUES);
    expect(expandFacet({ ...ASKED, values: values.slice(1) }).isAll).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nqfFrameworks } from "@/features/claims/nqf";
import { levelQuery, nqfRows } from "./nqf-rows";

const found = (q: string, eqf?: string) =>
  nqfRows("en", levelQuery({ q, eqf }), nqfFrameworks).map(({ framework }) => framework.area);

describe("national frameworks", () => {
  it("are all there where nothing is asked for", () => {
    expect(found("")).toHaveLength(nqfFrameworks.length);
  });

  it("are found by country, in the language of the reader, and by part of it", () => {
    expect(found("finland")).toEqual(["FI"]);
    expect(nqfRows("fi", { text: "suomi", eqf: null }, nqfFrameworks)).toHaveLength(1);
    expect(found("SCQF")).toEqual(["UK-SCT"]);
  });

  it("are found by a level as a whole", () => {
    expect(found("4+")).toEqual(["NL"]);
    expect(found("12")).toEqual(["UK-SCT"]);
  });

  it("are kept where they have a level of that EQF level", () => {
    const withEqf1 = found("", "1");
    expect(withEqf1).toContain("UK-SCT");
    expect(withEqf1.length).toBeLessThan(nqfFrameworks.length);
  });

  it("show every level once, under its EQF level", () => {
    for (const { framework, levels } of nqfRows("en", { text: "", eqf: null }, nqfFrameworks)) {
      const shown = [...levels].flatMap(([eqf, list]) => list.map((level) => ({ eqf, level })));
      expect(shown).toHaveLength(framework.levels.length);
      expect(shown.every(({ eqf, level }) => level.eqf === eqf)).toBe(true);
    }
  });

  it("stand whatever the address says", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    fc.assert(
      fc.property(value, value, (q, eqf) => {
        const rows = nqfRows("fi", levelQuery({ q, eqf }), nqfFrameworks);
        return rows.length <= nqfFrameworks.length;
      }),
    );
  });
});

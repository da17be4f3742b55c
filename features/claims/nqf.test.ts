import { describe, expect, it } from "vitest";
import { nqfFrameworks, nqfLevel } from "./nqf";

const framework = (area: string, name?: string) =>
  nqfFrameworks.find((one) => one.area === area && (name === undefined || one.name === name));

/** "1,2→1 · 3→2": the levels of a framework by their EQF level; "-" for none. */
const written = (area: string, name?: string): string => {
  const byEqf = new Map<string, string[]>();
  for (const { level, eqf } of framework(area, name)?.levels ?? []) {
    const key = String(eqf ?? "-");
    byEqf.set(key, [...(byEqf.get(key) ?? []), level]);
  }
  return [...byEqf].map(([eqf, levels]) => `${levels.join()}→${eqf}`).join(" · ");
};

const ONE_TO_ONE = "1→1 · 2→2 · 3→3 · 4→4 · 5→5 · 6→6 · 7→7 · 8→8";
const PLAIN =
  "AL AT BA BE-nl BE-fr BE-de CH CZ DE DK EE EL FI HU IT LI LT LU LV PL PT RO SE SK TR XK UA".split(" ");
const UNSURE = ["BA", "BE-de", "IS", "ME", "RS", "UA"];

describe("national levels and the EQF", () => {
  it.each(PLAIN)("%s has eight levels, one to one", (area) => {
    expect(written(area)).toBe(ONE_TO_ONE);
  });

  it.each([
    ["IE", undefined, "1,2→1 · 3→2 · 4→3 · 5→4 · 6→5 · 7,8→6 · 9→7 · 10→8"],
    ["UK-SCT", undefined, "1,2→- · 3→1 · 4→2 · 5→3 · 6→4 · 7,8→5 · 9,10→6 · 11→7 · 12→8"],
    ["UK-ENI", undefined, "1-2→- · 3→1 · 1→2 · 2→3 · 3→4 · 4,5→5 · 6→6 · 7→7 · 8→8"],
    ["UK-WLS", undefined, "1-3→1 · 1→2 · 2→3 · 3→4 · 4,5→5 · 6→6 · 7→7 · 8→8"],
    ["SI", undefined, "1→1 · 2→2 · 3→3 · 4,5→4 · 6→5 · 7→6 · 8→7 · 9,10→8"],
    ["FR", "RNCP (before 2019)", "V→3 · IV→4 · III→5 · II-Grade de Licence→6 · I-Master→7 · I-Doctorat→8"],
    ["FR", "RNCP (since 2019)", "2→2 · 3→3 · 4→4 · 5→5 · 6→6 · 7→7 · 8→8"],
    ["ES", "MECES", "1→5 · 2→6 · 3→7 · 4→8"],
    ["CY", undefined, "1→1 · 2→2 · 3→3 · 4→4 · 5a,5b,5c→5 · 6→6 · 7a,7b,7c→7 · 8→8"],
    ["HR", undefined, "1→1 · 2→2 · 3→3 · 4.1,4.2→4 · 5→5 · 6→6 · 7.1,7.2→7 · 8.1,8.2→8"],
    ["NO", undefined, "1→1 · 2→2 · 3→3 · 4→4 · 5.1,5.2→5 · 6.1,6.2→6 · 7→7 · 8→8"],
    ["NL", undefined, "Entry→- · 1→1 · 2→2 · 3→3 · 4,4+→4 · 5→5 · 6→6 · 7→7 · 8→8"],
    ["MT", undefined, "A,B→- · 1→1 · 2→2 · 3→3 · 4→4 · 5→5 · 6→6 · 7→7 · 8→8"],
    ["BG", undefined, "0→- · 1→1 · 2→2 · 3→3 · 4→4 · 5→5 · 6→6 · 7→7 · 8→8"],
    ["IS", undefined, "1→2 · 2→3 · 3→4 · 4→5 · 5.1,5.2→6 · 6.1,6.2→7 · 7→8"],
  ])("%s %s: %s", (area, name, levels) => {
    expect(written(area, name)).toBe(levels);
  });

  it("says of which countries the table is not sure", () => {
    const unsure = nqfFrameworks.filter(({ levels }) => levels.every(({ confidence }) => confidence === "B"));
    expect(unsure.map(({ area }) => area).sort()).toEqual([...UNSURE, "ES"].sort());
  });

  it("is not sure of the Welsh entry levels, which its table has in one row, and of none of the others there", () => {
    const unsure = framework("UK-WLS")?.levels.filter(({ confidence }) => confidence === "B");
    expect(unsure?.map(({ level, eqf }) => [level, eqf])).toEqual([["1-3", 1]]);
    const isPartlyUnsure = nqfFrameworks.filter(
      ({ levels }) => new Set(levels.map(({ confidence }) => confidence)).size > 1,
    );
    expect(isPartlyUnsure.map(({ area }) => area)).toEqual(["UK-WLS"]);
  });

  it("says which referencings are historic", () => {
    const historic = nqfFrameworks.filter(({ isHistoric }) => isHistoric).map(({ area }) => area);
    expect(historic.sort()).toEqual(["FR", "UK-ENI", "UK-SCT", "UK-WLS"]);
  });

  it("has each address once, and finds its level by it", () => {
    const uris = nqfFrameworks.flatMap(({ levels }) => levels.flatMap(({ uri }) => uri ?? []));
    expect(new Set(uris).size).toBe(uris.length);
    expect(uris).toHaveLength(381);
    for (const uri of uris) expect(nqfLevel(uri)?.uri).toBe(uri);
    expect(nqfLevel("http://data.europa.eu/snb/qdr/c_8a7da315")).toMatchObject({
      level: "6",
      eqf: 6,
      framework: { country: "FI" },
    });
    expect(nqfLevel("http://data.europa.eu/snb/qdr/c_00000000")).toBeNull();
  });
});

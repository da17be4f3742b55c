import { describe, expect, expectTypeOf, it } from "vitest";
import { assessmentTypes } from "./assessment-types";
import type { CodeList } from "./code-list";
import { countries } from "./countries";
import { credentialKinds } from "./credential-kinds";
import { creditSystems } from "./credit-systems";
import { currencies } from "./currencies";
import { eheaCycles, eqfLevels } from "./eqf";
import { iscedFields } from "./isced-f";
import { languages } from "./languages";
import { learningOpportunityTypes } from "./learning-opportunity-types";
import { learningSchedules } from "./learning-schedules";
import { learningSettings } from "./learning-settings";
import { type Mode, modes } from "./modes";
import { officialList, officialListsExist } from "./official-list.fixture";
import { supervision } from "./supervision";
import { targetGroups } from "./target-groups";

interface Expectation {
  name: string;
  list: CodeList<string>;
  size: number;
  /** Codes for which the EU has no address. */
  withoutUri?: readonly string[];
}

const LISTS: Expectation[] = [
  { name: "assessment types", list: assessmentTypes, size: 14 },
  { name: "countries", list: countries, size: 250 },
  { name: "credential kinds", list: credentialKinds, size: 7, withoutUri: credentialKinds.codes },
  { name: "credit systems", list: creditSystems, size: 2 },
  { name: "currencies", list: currencies, size: 51 },
  { name: "EHEA cycles", list: eheaCycles, size: 4, withoutUri: eheaCycles.codes },
  { name: "EQF levels", list: eqfLevels, size: 8 },
  { name: "ISCED-F fields", list: iscedFields, size: 220 },
  { name: "languages", list: languages, size: 183 },
  { name: "learning opportunity types", list: learningOpportunityTypes, size: 13 },
  { name: "learning schedules", list: learningSchedules, size: 3 },
  { name: "learning settings", list: learningSettings, size: 2 },
  { name: "modes", list: modes, size: 7 },
  { name: "supervision", list: supervision, size: 4, withoutUri: ["supervised-no-id"] },
  { name: "target groups", list: targetGroups, size: 20 },
];

describe.each(LISTS)("$name", ({ list, size, withoutUri = [] }) => {
  it("holds each code once", () => {
    expect(list.codes).toHaveLength(size);
    expect(new Set(list.codes).size).toBe(size);
  });

  it("has a label in English and in Finnish for each code", () => {
    for (const code of list.codes) {
      for (const locale of ["en", "fi"]) {
        const label = list.label(code, locale);
        expect(label.trim(), `${code} in ${locale}`).toBe(label);
        expect(label, `${code} in ${locale}`).not.toBe("");
        expect(label, `${code} in ${locale}`).not.toBe(code);
      }
    }
  });

  it("finds each code again by its address", () => {
    expect(list.codes.filter((code) => list.uri(code) === null)).toEqual(withoutUri);
    for (const code of list.codes) {
      const uri = list.uri(code);
      if (uri === null) continue;
      expect(list.fromUri(uri)).toBe(code);
      expect(list.fromUri(uri.replace("http:", "https:"))).toBe(code);
      expect(list.fromUri(uri.split("/").slice(-2).join("/"))).toBe(code);
    }
  });
});

it("writes short lists as unions of their codes", () => {
  expectTypeOf<Mode>().toEqualTypeOf<
    "presential" | "online" | "blended" | "hybrid" | "work-based" | "project-based" | "research-lab"
  >();
});

interface Comparison {
  file: string;
  list: CodeList<string>;
  /** Ends of addresses that the archived list does not hold yet. */
  newer?: readonly string[];
}

const COMPLETE: Comparison[] = [
  { file: "credit-points", list: creditSystems },
  { file: "eqf", list: eqfLevels },
  { file: "europass-learning-assessment-types", list: assessmentTypes },
  { file: "europass-learning-opportunity-types", list: learningOpportunityTypes, newer: ["c_170b037d"] },
  { file: "europass-learning-schedule-types", list: learningSchedules },
  { file: "europass-learning-setting-types", list: learningSettings },
  { file: "europass-modes", list: modes, newer: ["c_3a90b26d"] },
  { file: "europass-target-groups", list: targetGroups },
  { file: "isced-f", list: iscedFields },
];

describe.skipIf(!officialListsExist)("beside the EU's lists", () => {
  it.each(COMPLETE)("$file is complete", ({ file, list, newer = [] }) => {
    const ours = list.codes.map((code) => list.uri(code));
    const official = officialList(file).map(({ uri }) => uri);
    expect(ours.filter((uri) => !newer.some((end) => uri?.endsWith(`/${end}`))).sort()).toEqual(
      official.sort(),
    );
    expect(ours).toHaveLength(official.length + newer.length);
  });

  it.each([
    { file: "country", list: countries },
    { file: "currency", list: currencies },
    { file: "language", list: languages },
  ])("$file holds each of our addresses", ({ file, list }) => {
    const official = new Set(officialList(file).map(({ uri }) => uri));
    expect(list.codes.filter((code) => !official.has(list.uri(code) ?? ""))).toEqual([]);
  });

  it("country holds nothing that we cannot read, but Clipperton, the Union itself and a placeholder", () => {
    const unread = officialList("country").filter(({ uri }) => countries.fromUri(uri) === null);
    expect(unread.map(({ code }) => code).sort()).toEqual(["CPT", "EUR", "OP_DATPRO"]);
  });
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { sharedData } from "@/tests/shared-data";
import { sampleEsco, sampleThemes } from "./catalogue";

const { skills, skillGroups, skillRelations, iscoGroups, occupations } = sampleEsco;

describe("the ESCO extract of the sample catalogue", () => {
  it("has every skill that the courses name, and each concept once", () => {
    const named = sampleThemes.flatMap(({ outcomes, courses }) =>
      [...outcomes, ...courses.flatMap((course) => course.outcomes ?? [])].flatMap(
        (outcome) => outcome.skills,
      ),
    );
    const known = new Set(skills.map(({ en }) => en));
    expect(named.filter((label) => !known.has(label))).toEqual([]);
    expect(new Set(skills.map(({ id }) => id)).size).toBe(skills.length);
    expect(known.size).toBe(skills.length);
    expect(new Set(named).size).toBeGreaterThan(400);
  });

  it("leads nowhere outside itself", () => {
    const uris = new Set([
      ...skills.map(({ id }) => `skill/${id}`),
      ...skillGroups.map(({ uri }) => uri),
      ...iscoGroups.map(({ code }) => `isco/C${code}`),
      ...occupations.map(({ id }) => `occupation/${id}`),
    ]);
    const ends = [
      ...[...skills, ...skillGroups, ...occupations].flatMap(({ broader }) => broader),
      ...skillRelations.flatMap(([from, to]) => [`skill/${from}`, `skill/${to}`]),
      ...occupations.flatMap(({ isco, essential, optional }) => [
        `isco/C${isco}`,
        ...[...essential, ...optional].map((id) => `skill/${id}`),
      ]),
    ];
    expect(ends.filter((uri) => !uris.has(uri))).toEqual([]);
  });
});

const folder = sharedData("esco/v1.1.1");

describe.skipIf(folder === null)("the ESCO extract (skipped without ../shared/data)", () => {
  const read = (name: string): Record<string, string>[] =>
    parse(readFileSync(path.join(folder ?? "", name)), {
      columns: true,
      bom: true,
      relax_column_count: true,
    });
  const labels = (name: string) =>
    new Map(read(name).map(({ conceptUri, preferredLabel }) => [conceptUri, preferredLabel?.trim()]));
  const uriOf = (short: string) => `http://data.europa.eu/esco/${short}`;

  it("names each concept by the address and label that ESCO gives it", () => {
    const official = labels("en/skills_en.csv");
    for (const { id, en } of skills) expect(official.get(uriOf(`skill/${id}`))).toBe(en);
    const officialGroups = labels("en/skillGroups_en.csv");
    for (const { uri, en } of skillGroups) expect(officialGroups.get(uriOf(uri))).toBe(en);
    const officialIsco = labels("en/ISCOGroups_en.csv");
    for (const { code, en } of iscoGroups) expect(officialIsco.get(uriOf(`isco/C${code}`))).toBe(en);
    const officialOccupations = labels("en/occupations_en.csv");
    for (const { id, en } of occupations) expect(officialOccupations.get(uriOf(`occupation/${id}`))).toBe(en);
  });

  it("has all essential skills of its occupations", () => {
    const essential = new Map<string, Set<string>>(occupations.map(({ id }) => [id, new Set()]));
    for (const { occupationUri, relationType, skillUri } of read("relations/occupationSkillRelations.csv"))
      if (relationType === "essential")
        essential.get(occupationUri?.split("/").at(-1) ?? "")?.add(skillUri?.split("/").at(-1) ?? "");
    for (const occupation of occupations)
      expect(new Set(occupation.essential)).toEqual(essential.get(occupation.id));
  });
});

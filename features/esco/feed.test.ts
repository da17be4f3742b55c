import { describe, expect, it } from "vitest";
import { readEsco } from "./feed";
import {
  conceptFiles,
  csv,
  ENGLISH,
  FINNISH,
  occupationUri,
  relationFiles,
  SOLDIER,
  STEEL,
  skillUri,
  TEAM,
  UNKNOWN,
  WELD,
  WELDER,
} from "./files.fixture";

const english = readEsco([...conceptFiles("en", ENGLISH), ...relationFiles()]);

describe("readEsco", () => {
  it("reads skills with their other labels, one a line, each once and without the preferred one", () => {
    expect(english.skills?.byKey.get(WELD)).toEqual({
      id: WELD,
      uri: skillUri(WELD),
      label: { en: "weld metal" },
      altLabels: { en: ["weld metal well"] },
      description: { en: "About: weld metal" },
      status: "released",
      type: "skill",
      reuseLevel: "sector-specific",
    });
    expect(english.skills?.byKey.get(STEEL)?.type).toBe("knowledge");
    expect(english.skills?.byKey.get(TEAM)).toMatchObject({
      type: "not-stated",
      reuseLevel: null,
      altLabels: {},
    });
  });

  it("keeps the leading zero of ISCO, and knows what is regulated", () => {
    expect(english.occupations?.byKey.get(SOLDIER)).toMatchObject({
      iscoCode: "0310",
      code: "0310.1",
      isRegulated: true,
    });
    expect(english.occupations?.byKey.get(WELDER)?.isRegulated).toBe(false);
    expect([...(english.iscoGroups?.byKey.keys() ?? [])]).toEqual(["7212", "0310"]);
  });

  it("takes the groups that only the hierarchy names, and believes the file of groups first", () => {
    const groups = [...(english.skillGroups?.byKey.values() ?? [])];
    expect(groups.map(({ code, label }) => [code, label.en])).toEqual([
      ["S6", "weld metal (group)"],
      ["S6.8", "weld metal (narrow)"],
    ]);
  });

  it("reads relations and hierarchies by the titles of their columns", () => {
    const { pairs } = english;
    expect([...(pairs["occupation-skill relation"]?.values() ?? [])]).toEqual([
      { occupationId: WELDER, skillId: WELD, relation: "essential" },
      { occupationId: WELDER, skillId: STEEL, relation: "optional" },
      { occupationId: UNKNOWN, skillId: STEEL, relation: "optional" },
    ]);
    expect(pairs["skill-skill relation"]?.size).toBe(1);
    expect(pairs["step of the skill hierarchy"]?.size).toBe(2);
    expect([...(pairs["step of the occupation hierarchy"]?.values() ?? [])]).toEqual([
      { uri: occupationUri(WELDER), broaderUri: "http://data.europa.eu/esco/isco/C7212" },
    ]);
    expect(readEsco([...conceptFiles("en", ENGLISH), ...relationFiles("_en")])).toEqual(english);
  });

  it("reads collections by the names of their files", () => {
    expect(english.collections).toEqual(new Map([[STEEL, new Set(["green"])]]));
  });

  it("puts languages beside each other, whichever way they come", () => {
    const both = readEsco([...conceptFiles("fi", FINNISH), ...conceptFiles("en", ENGLISH)]);
    expect(both.skills?.languages).toEqual(new Set(["en", "fi"]));
    expect(both.skills?.byKey.get(WELD)).toMatchObject({
      label: { en: "weld metal", fi: "hitsata metallia" },
      altLabels: { en: ["weld metal well"], fi: ["hitsata metallia well"] },
    });
    const [skills] = conceptFiles("fi", FINNISH);
    const inFolder = readEsco([{ name: "v1.2.0/fi/skills.csv", bytes: skills?.bytes ?? new Uint8Array() }]);
    expect(inFolder.skills?.languages).toEqual(new Set(["fi"]));
  });

  it("says nothing of what it has no file for", () => {
    expect(readEsco(relationFiles())).toMatchObject({ skills: null, occupations: null, collections: null });
    expect(readEsco([csv("notes.csv", "a,b", [["1", "2"]])])).toMatchObject({
      skills: null,
      isComplete: true,
      faults: [],
    });
  });

  it("names what it cannot read", () => {
    const [skills] = conceptFiles("en", ENGLISH);
    const faults = readEsco([
      { name: "en/broken_en.csv", bytes: Buffer.from('conceptType,conceptUri\n"never closed') },
      { name: "en/latin_en.csv", bytes: Buffer.from([0x61, 0xe4, 0x2c]) },
      { name: "skills.csv", bytes: skills?.bytes ?? new Uint8Array() },
      csv("en/more_en.csv", "conceptType,conceptUri,iscoGroup,preferredLabel", [
        ["KnowledgeSkillCompetence", skillUri("S1.2"), "", "not a uuid"],
        ["Occupation", occupationUri(WELDER), "", "no ISCO group"],
        ["ISCOGroup", "", "", "no code"],
        ["SkillGroup", "", "", "no address"],
        ["Dance", "", "", "no concept of ours"],
      ]),
      csv("relations/a.csv", "occupationUri,relationType,skillUri", [
        [occupationUri(WELDER), "perhaps", skillUri(WELD)],
      ]),
      csv("relations/b.csv", "originalSkillUri,relationType,relatedSkillUri", [
        ["x", "optional", skillUri(WELD)],
      ]),
    ]);
    expect(faults.isComplete).toBe(false);
    expect(faults.faults.map(({ kind, rule }) => `${kind}: ${rule}`)).toEqual([
      "file: file-unreadable",
      "file: file-unreadable",
      "file: language-unknown",
      "concept: uri-unknown",
      "concept: isco-missing",
      "concept: code-missing",
      "concept: uri-missing",
      "occupation-skill relation: relation-unclear",
      "skill-skill relation: relation-unclear",
    ]);
  });
});

import type { InputFile } from "@/features/exchange/draft";

/** Concepts of the tests; every uuid ends in its letters. */
export const WELD = "00000000-0000-4000-8000-000000000001";
export const STEEL = "00000000-0000-4000-8000-000000000002";
export const TEAM = "00000000-0000-4000-8000-000000000003";
export const WELDER = "00000000-0000-4000-8000-000000000011";
export const SOLDIER = "00000000-0000-4000-8000-000000000012";
export const UNKNOWN = "00000000-0000-4000-8000-0000000000ff";

const ESCO = "http://data.europa.eu/esco";
export const skillUri = (id: string) => `${ESCO}/skill/${id}`;
export const occupationUri = (id: string) => `${ESCO}/occupation/${id}`;

const cellOf = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A file of comma-separated values, as ESCO writes them. */
export function csv(name: string, header: string, rows: readonly (readonly string[])[]): InputFile {
  const lines = [header, ...rows.map((row) => row.map(cellOf).join(","))];
  return { name, bytes: Buffer.from(`${lines.join("\n")}\n`) };
}

export interface Words {
  weld: string;
  steel: string;
  team: string;
  welder: string;
  soldier: string;
}
export const ENGLISH: Words = {
  weld: "weld metal",
  steel: "properties of steel",
  team: "work in teams",
  welder: "welder",
  soldier: "infantry soldier",
};
export const FINNISH: Words = {
  weld: "hitsata metallia",
  steel: "teräksen ominaisuudet",
  team: "työskennellä tiimeissä",
  welder: "hitsaaja",
  soldier: "jalkaväkisotilas",
};

const SKILLS = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description";
const OCCUPATIONS =
  "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,regulatedProfessionNote,description,code";

/** Three skills, two occupations and their groups in one language. */
export function conceptFiles(language: string, words: Words, { without = "" } = {}): InputFile[] {
  const skill = (id: string, type: string, reuse: string, label: string, others = "") => [
    "KnowledgeSkillCompetence",
    skillUri(id),
    type,
    reuse,
    label,
    others,
    "released",
    `About: ${label}`,
  ];
  const occupation = (id: string, isco: string, label: string, regulation: string) => [
    "Occupation",
    occupationUri(id),
    isco,
    label,
    "",
    "released",
    `${ESCO}/regulated-professions/${regulation}`,
    "",
    `${isco}.1`,
  ];
  const skills = [
    skill(
      WELD,
      "skill/competence",
      "sector-specific",
      words.weld,
      `${words.weld}\n${words.weld} well\n\n${words.weld} well`,
    ),
    skill(STEEL, "knowledge", "cross-sector", words.steel),
    skill(TEAM, "", "", words.team),
  ];
  return [
    csv(
      `${language}/skills_${language}.csv`,
      SKILLS,
      skills.filter(([, uri]) => uri !== skillUri(without)),
    ),
    csv(`${language}/occupations_${language}.csv`, OCCUPATIONS, [
      occupation(WELDER, "7212", words.welder, "unregulated"),
      occupation(SOLDIER, "0310", words.soldier, "regulated"),
    ]),
    csv(
      `${language}/ISCOGroups_${language}.csv`,
      "conceptType,conceptUri,code,preferredLabel,status,description",
      [
        ["ISCOGroup", `${ESCO}/isco/C7212`, "7212", `${words.welder} (ISCO)`, "released", ""],
        ["ISCOGroup", `${ESCO}/isco/C0310`, "0310", `${words.soldier} (ISCO)`, "released", ""],
      ],
    ),
    csv(`${language}/skillGroups_${language}.csv`, "conceptType,conceptUri,preferredLabel,status,code", [
      ["SkillGroup", `${ESCO}/skill/S6`, `${words.weld} (group)`, "released", "S6"],
    ]),
    csv(
      `${language}/skillsHierarchy_${language}.csv`,
      "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Description,Level 0 code,Level 1 code",
      [
        [`${ESCO}/skill/S6`, "other words", "", "", "", "S6"],
        [
          `${ESCO}/skill/S6`,
          "other words",
          `${ESCO}/skill/S6.8`,
          `${words.weld} (narrow)`,
          "More",
          "S6",
          "S6.8",
        ],
      ],
    ),
    csv(
      `${language}/greenSkillsCollection_${language}.csv`,
      "conceptType,conceptUri,preferredLabel,broaderConceptUri",
      [["KnowledgeSkillCompetence", skillUri(STEEL), words.steel, ""]],
    ),
  ];
}

/** Columns in another order, with labels and a language, as version 1.2 has them. */
export function relationFiles(suffix = "", welds: "essential" | "optional" = "essential"): InputFile[] {
  return [
    csv(
      `relations/occupationSkillRelations${suffix}.csv`,
      "skillLabel,skillUri,relationType,occupationUri,occupationLabel",
      [
        ["weld", skillUri(WELD), welds, occupationUri(WELDER), "welder"],
        ["steel", skillUri(STEEL), "optional", occupationUri(WELDER), "welder"],
        ["steel", skillUri(STEEL), "optional", occupationUri(UNKNOWN), "nobody"],
      ],
    ),
    csv(
      `relations/skillSkillRelations${suffix}.csv`,
      "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri",
      [[skillUri(WELD), "skill/competence", "optional", "knowledge", skillUri(STEEL)]],
    ),
    csv(
      `relations/broaderRelationsSkillPillar${suffix}.csv`,
      "conceptType,conceptUri,broaderType,broaderUri",
      [
        ["KnowledgeSkillCompetence", skillUri(WELD), "SkillGroup", `${ESCO}/skill/S6.8`],
        ["SkillGroup", `${ESCO}/skill/S6.8`, "SkillGroup", `${ESCO}/skill/S6`],
      ],
    ),
    csv(`relations/broaderRelationsOccPillar${suffix}.csv`, "conceptType,conceptUri,broaderType,broaderUri", [
      ["Occupation", occupationUri(WELDER), "ISCOGroup", `${ESCO}/isco/C7212`],
    ]),
  ];
}

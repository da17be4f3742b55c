import { printable } from "@/features/rules/printable";
import { uuidIn } from "./concept-uri";
import type { Concepts, EscoFault, EscoFeed, Rows, SkillGroupConcept } from "./schema";
import type { EscoTable } from "./tables";

const ISCO_AT_END = /\/isco\/C(\d{1,4})$/;

/** A table whose texts have a language. */
export type LocalTable = EscoTable & { language: string };

export function readConcepts(table: LocalTable, feed: EscoFeed): void {
  for (const row of table.rows) {
    const fault = addConcept(table, row, feed);
    if (fault) {
      const record = table.cell(row, "conceptUri") || `a row of ${table.file}`;
      feed.faults.push({ kind: "concept", record, ...fault });
    }
  }
}

type Texts = Pick<SkillGroupConcept, "label" | "altLabels" | "description" | "status" | "uri">;

/** Adds a row to the concepts of its kind, or says why it cannot be one. */
function addConcept(
  table: LocalTable,
  row: readonly string[],
  feed: EscoFeed,
): Pick<EscoFault, "rule" | "message"> | null {
  const { language } = table;
  const cell = (header: string) => table.cell(row, header);
  const texts = textsOf(table, row);
  switch (cell("conceptType")) {
    case "KnowledgeSkillCompetence": {
      const id = uuidIn(texts.uri, "skill");
      if (id === null) return NO_UUID;
      const type = SKILL_TYPES[cell("skillType")] ?? "not-stated";
      const reuseLevel = REUSE_LEVELS.find((level) => level === cell("reuseLevel")) ?? null;
      feed.skills ??= none();
      merge(feed.skills, id, language, { ...texts, id, type, reuseLevel });
      return null;
    }
    case "Occupation": {
      const id = uuidIn(texts.uri, "occupation");
      if (id === null) return NO_UUID;
      const iscoCode = cell("iscoGroup").replace(/^C/, "");
      if (iscoCode === "")
        return { rule: "isco-missing", message: "It has no ISCO group; the occupation was left out." };
      const isRegulated = regulation(cell("regulatedProfessionNote"));
      feed.occupations ??= none();
      merge(feed.occupations, id, language, {
        ...texts,
        id,
        iscoCode,
        code: cell("code") || null,
        isRegulated,
      });
      return null;
    }
    case "ISCOGroup": {
      const code = cell("code") || ISCO_AT_END.exec(texts.uri)?.[1];
      if (code === undefined)
        return { rule: "code-missing", message: "An ISCO group without a code was left out." };
      feed.iscoGroups ??= none();
      merge(feed.iscoGroups, code, language, { ...texts, code });
      return null;
    }
    case "SkillGroup":
      if (texts.uri === "") return { rule: "uri-missing", message: "A group without a URI was left out." };
      feed.skillGroups ??= none();
      merge(feed.skillGroups, texts.uri, language, { ...texts, code: cell("code") || null });
      return null;
    default:
      return null;
  }
}

const NO_UUID = { rule: "uri-unknown", message: "Its URI does not end in a uuid; it was left out." };

const none = <C>(): Concepts<C> => ({ byKey: new Map(), languages: new Set() });

/** The same concept of two files: texts of both languages, facts of the one read first. */
function merge<C extends Texts>(concepts: Concepts<C>, key: string, language: string, concept: C): void {
  concepts.languages.add(language);
  const known = concepts.byKey.get(key);
  if (!known) {
    concepts.byKey.set(key, concept);
    return;
  }
  Object.assign(known.label, concept.label);
  Object.assign(known.altLabels, concept.altLabels);
  Object.assign(known.description, concept.description);
}

function textsOf({ cell, language }: LocalTable, row: readonly string[]): Texts {
  const label = printable(cell(row, "preferredLabel"));
  // Lines within one cell; labels never hold a line break themselves.
  const others = printable(cell(row, "altLabels"))
    .split("\n")
    .map((text) => text.trim());
  const altLabels = [...new Set(others)].filter((text) => text !== "" && text !== label);
  const description = printable(cell(row, "description"));
  return {
    uri: cell(row, "conceptUri"),
    label: label ? { [language]: label } : {},
    altLabels: altLabels.length > 0 ? { [language]: altLabels } : {},
    description: description ? { [language]: description } : {},
    status: cell(row, "status") || "released",
  };
}

const SKILL_TYPES: Readonly<Record<string, Rows["skill"]["type"]>> = {
  "skill/competence": "skill",
  skill: "skill",
  knowledge: "knowledge",
};

const REUSE_LEVELS = ["transversal", "cross-sector", "sector-specific", "occupation-specific"] as const;

/** ESCO writes an address, ".../regulated-professions/regulated" or ".../unregulated". */
function regulation(address: string): boolean | null {
  if (/\/regulated$/.test(address)) return true;
  return /\/unregulated$/.test(address) ? false : null;
}

/** A collection has no name in its columns, only in that of its file: "greenSkillsCollection_en.csv". */
export function readCollection({ file, rows, cell }: EscoTable, feed: EscoFeed): void {
  const name = /([a-z]+)SkillsCollection/i.exec(file)?.[1]?.toLowerCase();
  if (name === undefined) return;
  feed.collections ??= new Map();
  for (const row of rows) {
    const id = uuidIn(cell(row, "conceptUri"), "skill");
    if (id === null) continue;
    const names = feed.collections.get(id) ?? new Set();
    feed.collections.set(id, names.add(name));
  }
}

/** Levels 0 to 3 of the skill pillar: it names groups that the file of groups leaves out, and their codes. */
export function readHierarchy({ language, rows, cell }: LocalTable, feed: EscoFeed): void {
  feed.skillGroups ??= none();
  const groups = feed.skillGroups;
  for (const row of rows) {
    const level = [3, 2, 1, 0].find((depth) => cell(row, `Level ${depth} URI`) !== "");
    if (level === undefined) continue;
    const uri = cell(row, `Level ${level} URI`);
    const label = printable(cell(row, `Level ${level} preferred term`));
    const description = printable(cell(row, "Description"));
    if (label === "" || groups.byKey.get(uri)?.label[language] !== undefined) continue;
    merge(groups, uri, language, {
      uri,
      code: cell(row, `Level ${level} code`) || null,
      label: { [language]: label },
      altLabels: {},
      description: description ? { [language]: description } : {},
      status: "released",
    });
  }
}

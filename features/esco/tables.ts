import { parse } from "csv-parse/sync";
import type { InputFile } from "@/features/exchange/draft";
import { parseLanguage } from "@/features/vocabularies/languages";
import type { EscoFault } from "./schema";

export type TableKind =
  | "concepts"
  | "collection"
  | "hierarchy"
  | "broader"
  | "occupation-skills"
  | "skill-skills";

export interface EscoTable {
  kind: TableKind;
  file: string;
  /** Of the texts in it: the `_en` of its name, else the name of its folder; null for relations. */
  language: string | null;
  rows: readonly (readonly string[])[];
  /** The cell of a row under a header; "" where the row is too short or has no such column. */
  cell: (row: readonly string[], header: string) => string;
}

/** What tells the official files apart: their columns. Names, order and further columns differ between versions. */
const SIGNS: readonly [TableKind, readonly string[]][] = [
  ["occupation-skills", ["occupationUri", "skillUri", "relationType"]],
  ["skill-skills", ["originalSkillUri", "relatedSkillUri", "relationType"]],
  ["broader", ["conceptUri", "broaderUri"]],
  ["hierarchy", ["Level 0 URI", "Level 1 URI"]],
  ["collection", ["conceptUri", "broaderConceptUri"]],
  ["concepts", ["conceptType", "conceptUri", "preferredLabel"]],
];

/** The tables among the files; what is no table of ESCO is passed over, what is a broken one is told. */
export function readTables(files: readonly InputFile[]): { tables: EscoTable[]; faults: EscoFault[] } {
  const tables: EscoTable[] = [];
  const faults: EscoFault[] = [];
  for (const file of files) {
    const table = readTable(file);
    if (table && "message" in table) faults.push(table);
    else if (table) tables.push(table);
  }
  return { tables, faults };
}

function readTable({ name, bytes }: InputFile): EscoTable | EscoFault | null {
  let rows: string[][];
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    rows = parse(text, { relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: "file",
      record: name,
      rule: "file-unreadable",
      message: `It is not CSV in UTF-8 (${reason}). Take the file from the ESCO download again.`,
    };
  }
  const [header = [], ...body] = rows;
  const columns = new Map(header.map((title, position) => [title.trim(), position]));
  const kind = SIGNS.find(([, titles]) => titles.every((title) => columns.has(title)))?.[0];
  if (!kind) return null;
  return {
    kind,
    file: name,
    language: languageOf(name),
    rows: body,
    cell: (row, title) => row[columns.get(title) ?? -1]?.trim() ?? "",
  };
}

/** "v1.1.1/fi/skills_fi.csv" -> "fi" */
function languageOf(name: string): string | null {
  const suffix = /_([a-z]{2})\.csv$/i.exec(name)?.[1];
  const folder = name.split("/").at(-2);
  return parseLanguage(suffix ?? "") ?? parseLanguage(folder ?? "");
}

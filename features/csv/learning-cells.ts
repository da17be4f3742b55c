import type { Assessment, LearningFacts, Outcome, SkillLink } from "@/features/courses/schema";
import { assessmentOf } from "@/features/exchange/assessment";
import { formatHundredths } from "@/features/exchange/decimal";
import type { LinkMethod } from "@/features/outcomes/view";
import { assessmentTypes } from "@/features/vocabularies/assessment-types";
import { eheaCycles, parseEqfLevel } from "@/features/vocabularies/eqf";
import { parseIscedF } from "@/features/vocabularies/isced-f";
import { supervision } from "@/features/vocabularies/supervision";
import type { LanguageMap } from "@/lib/language-map";
import { joinCodes, joinTexts } from "./cell-text";
import type { Cells } from "./cells";

/** Cells to write, by column name; what is not stated is absent. */
export type CellTexts = Record<string, string>;

/** The largest value of an integer column. */
export const MAX_INTEGER = 2_147_483_647;
const MAX_HOURS_HUNDREDTHS = 99_999_999;

const ASSESSMENTS = [
  "assessed",
  "attendance-only",
  "none",
  "unknown",
] as const satisfies readonly Assessment[];

export function readLearning(cells: Cells): LearningFacts {
  const types = cells.codes("assessment_types", assessmentTypes);
  return {
    fields: cells.parsedCodes(
      "isced_f",
      (text) => readField(cells, text),
      "Use ISCED-F 2013 codes of 2 to 4 digits; a spreadsheet may have dropped a leading zero.",
    ),
    ectsHundredths: cells.hundredths("ects", MAX_INTEGER),
    ...readHours(cells),
    eqf: readEqf(cells),
    nqf: readNqf(cells),
    cycle: cells.code("cycle", eheaCycles),
    assessment: cells.code("assessment", { codes: ASSESSMENTS }) ?? assessmentOf(types),
    assessmentTypes: types,
    supervision: cells.code("supervision", supervision) ?? "not-stated",
    prerequisites: cells.localised("prerequisites"),
  };
}

export function writeLearning(facts: LearningFacts): CellTexts {
  const { hoursMin, hoursMax } = facts;
  return {
    isced_f: joinCodes(facts.fields),
    ects: hundredthsCell(facts.ectsHundredths),
    hours: hundredthsCell(hoursMin === null ? null : Math.round(hoursMin * 100)),
    hours_max: hundredthsCell(hoursMax === null || hoursMax === hoursMin ? null : Math.round(hoursMax * 100)),
    eqf: facts.eqf === null ? "" : String(facts.eqf),
    nqf: facts.nqf ?? "",
    cycle: facts.cycle ?? "",
    assessment: facts.assessment,
    assessment_types: joinCodes(facts.assessmentTypes),
    supervision: facts.supervision === "not-stated" ? "" : facts.supervision,
    ...localisedCells("prerequisites", facts.prerequisites),
  };
}

function readField(cells: Cells, text: string): string | null {
  const field = parseIscedF(text);
  if (field?.truncated)
    cells.warn("isced_f", "isced-national", `${text} is a national code: cut to ${field.code}.`);
  return field?.code ?? null;
}

function readHours(cells: Cells): Pick<LearningFacts, "hoursMin" | "hoursMax"> {
  const from = cells.hundredths("hours", MAX_HOURS_HUNDREDTHS);
  const to = cells.hundredths("hours_max", MAX_HOURS_HUNDREDTHS);
  const min = from ?? to;
  const max = to ?? from;
  if (min === null || max === null) return { hoursMin: null, hoursMax: null };
  if (min > max) cells.refuse("hours_max", "The most hours are fewer than the hours. Exchange them.");
  return { hoursMin: min / 100, hoursMax: max / 100 };
}

function readEqf(cells: Cells): number | null {
  const text = cells.text("eqf");
  if (text === null) return null;
  return parseEqfLevel(text) ?? cells.refuse("eqf", `"${text}" is no EQF level. Use 1 to 8.`);
}

const NQF = /^(?:https?:\/\/data\.europa\.eu\/snb\/qdr\/)?(c_[0-9a-f]{8})$/;

function readNqf(cells: Cells): string | null {
  const text = cells.text("nqf");
  if (text === null) return null;
  const code = NQF.exec(text)?.[1];
  if (code !== undefined) return `http://data.europa.eu/snb/qdr/${code}`;
  return cells.refuse(
    "nqf",
    `"${text}" is no national level. Use its EU address, http://data.europa.eu/snb/qdr/c_….`,
  );
}

export function readOutcomes(cells: Cells): Outcome[] {
  const texts = cells.localisedLists("outcomes");
  const lines = cells.lines("outcome_skills");
  const skillLines = texts.length === 1 ? [lines.join(" ")] : lines;
  const count = Math.max(texts.length, skillLines.length);
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const text = texts[at] ?? {};
    const skills = readSkills(cells, skillLines[at] ?? "");
    if (Object.keys(text).length > 0) return [{ text, skills }];
    if (skills.length > 0) {
      const message = `Line ${at + 1} names skills, but there is no outcome on that line. Put them on the outcome's line.`;
      cells.refuse("outcome_skills", message);
    }
    return [];
  });
}

export function writeOutcomes(outcomes: readonly Outcome[]): CellTexts {
  const languages = new Set(outcomes.flatMap(({ text }) => Object.keys(text)));
  const cells: CellTexts = {};
  for (const language of languages) {
    cells[`outcomes_${language}`] = joinTexts(outcomes.map(({ text }) => text[language] ?? ""));
  }
  if (outcomes.some(({ skills }) => skills.length > 0)) {
    cells.outcome_skills = outcomes.map(({ skills }) => skills.map(skillCell).join(" ")).join("\n");
  }
  return cells;
}

const METHODS = ["stated", "suggested", "accepted", "rejected"] as const satisfies readonly LinkMethod[];
const SKILL =
  /^(?:https?:\/\/data\.europa\.eu\/esco\/skill\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:#([a-z]+))?$/i;

function readSkills(cells: Cells, line: string): SkillLink[] {
  const links = line
    .split(/[\s,;|]+/)
    .filter((text) => text !== "")
    .flatMap((text): SkillLink[] => {
      const [, id, word = "stated"] = SKILL.exec(text) ?? [];
      const method = METHODS.find((known) => known === word);
      if (id !== undefined && method !== undefined) return [{ skillId: id.toLowerCase(), method }];
      cells.refuse("outcome_skills", `"${text}" is no ESCO skill. Use http://data.europa.eu/esco/skill/….`);
      return [];
    });
  return [...new Map(links.map((link) => [link.skillId, link])).values()];
}

const skillCell = ({ skillId, method }: SkillLink): string =>
  `http://data.europa.eu/esco/skill/${skillId}${method === "stated" ? "" : `#${method}`}`;

/** The declared default language, else the first in which `title` is; refuses one in which it is not. */
export function readDefaultLanguage(cells: Cells, titleColumn: string, title: LanguageMap): string {
  const declared = cells.language("default_language");
  const first = Object.keys(title)[0] ?? "en";
  if (declared !== null && Object.keys(title).length > 0 && title[declared] === undefined) {
    cells.refuse(
      "default_language",
      `There is no ${titleColumn}_${declared}. Fill it in, or name another language.`,
    );
  }
  return declared ?? first;
}

/** The text in at least one language; refuses the record where there is none. */
export function readTitle(cells: Cells, column: string): LanguageMap {
  const title = cells.localised(column);
  if (title === null)
    cells.refuse(column, "There is no text in any language. Fill in one, such as that for English.");
  return title ?? {};
}

export function localisedCells(name: string, map: LanguageMap | null): CellTexts {
  return Object.fromEntries(
    Object.entries(map ?? {}).map(([language, text]) => [`${name}_${language}`, text]),
  );
}

export const hundredthsCell = (value: number | null): string =>
  value === null ? "" : formatHundredths(value);

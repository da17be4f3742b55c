import type { CourseContent } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type { ProviderContent } from "@/features/providers/schema";
import { invalid } from "@/lib/errors";
import { guardFormula } from "./cell-text";
import { COLUMNS, headerNames } from "./columns";
import { type CsvStatus, writeCourse, writeLink } from "./course-cells";
import { writeCredential } from "./credential-cells";
import type { CellTexts } from "./learning-cells";
import { writeProvider } from "./provider-cells";
import { writeRun } from "./run-cells";

export interface CsvProvider {
  id: string;
  content: ProviderContent;
}

export interface CsvCredential {
  id: string;
  content: CredentialContent;
  /** Those that `content.awardingBodies` names. */
  awardingBodies: readonly CsvProvider[];
}

/** A course with all that its rows say; ids are those by which the contents name each other. */
export interface CsvCourse {
  id: string;
  status: CsvStatus;
  isSample: boolean;
  content: CourseContent;
  provider: CsvProvider;
  /** Those that `content.credentials` names, in its order. */
  credentials: readonly CsvCredential[];
}

export interface CsvWriter {
  /** The first line, with a byte order mark, by which spreadsheets know UTF-8. */
  header: string;
  /** One row a run; more where the course leads to more credentials than it has runs; before them, rows of awarding bodies. */
  rows(course: CsvCourse): string;
}

/**
 * Writes the template for texts in these languages, row by row, so that any number of courses can be streamed. What it
 * writes, `csvFormat` reads back equal. Throws on a text in another language.
 */
export function csvWriter(languages: readonly string[]): CsvWriter {
  const names = headerNames(languages);
  const known = new Set(names);
  const writtenBodies = new Set<string>();

  const line = (cells: CellTexts): string => {
    const unknown = Object.keys(cells).find((name) => !known.has(name));
    if (unknown !== undefined)
      throw invalid(`There is no column ${unknown}: name its language to csvWriter.`);
    return `${names.map((name) => quoted(guardFormula(cells[name] ?? ""))).join(",")}\r\n`;
  };

  return {
    header: `\ufeff${names.join(",")}\r\n`,
    rows(course) {
      const bodies = awardingBodies(course).filter(({ id }) => !writtenBodies.has(id));
      for (const { id } of bodies) writtenBodies.add(id);
      return [...bodies.map(({ id, content }) => writeProvider(id, content)), ...courseRows(course)]
        .map(line)
        .join("");
    },
  };
}

export function writeCsv(courses: readonly CsvCourse[]): string {
  const writer = csvWriter(textLanguages(courses));
  return writer.header + courses.map((course) => writer.rows(course)).join("");
}

const columnNames = new Set(COLUMNS.map(({ name }) => name));

/** The languages of all texts, sorted. */
export function textLanguages(courses: Iterable<CsvCourse>): string[] {
  const found = new Set<string>();
  for (const course of courses) {
    const bodies = awardingBodies(course).map(({ id, content }) => writeProvider(id, content));
    for (const name of [...bodies, ...courseRows(course)].flatMap((cells) => Object.keys(cells))) {
      if (!columnNames.has(name)) found.add(name.slice(-2));
    }
  }
  return [...found].sort();
}

/** Those that are not the course's provider, each once: a row of their own says who they are. */
function awardingBodies({ provider, credentials }: CsvCourse): CsvProvider[] {
  const bodies = credentials.flatMap((credential) => credential.awardingBodies);
  return [...new Map(bodies.map((body) => [body.id, body])).values()].filter(({ id }) => id !== provider.id);
}

function courseRows({ id, status, isSample, content, provider, credentials }: CsvCourse): CellTexts[] {
  const runs = content.runs.map(writeRun);
  const links = content.credentials.map((link): CellTexts => {
    const credential = credentials.find((candidate) => candidate.id === link.credential);
    if (!credential)
      throw invalid(`Course ${id} leads to credential ${link.credential}, which was not handed over.`);
    return { ...writeLink(link), ...writeCredential(credential.content) };
  });
  const course = {
    ...writeCourse(id, status, content),
    sample: isSample ? "yes" : "",
    ...writeProvider(provider.id, provider.content),
  };
  return Array.from({ length: Math.max(1, runs.length, links.length) }, (_, at) => ({
    ...course,
    ...runs[at],
    // The only credential stands on every row, so that each says where its run leads; several stand on one row each.
    ...(links.length === 1 ? links[0] : links[at]),
  }));
}

const quoted = (text: string): string =>
  /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

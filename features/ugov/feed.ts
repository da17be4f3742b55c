import type { InputFile } from "@/features/exchange/draft";
import { htmlToText } from "@/features/exchange/html-text";
import { childOf, childrenOf, childText, readXml, type XmlElement } from "@/features/exchange/xml-reader";
import { isDay } from "@/lib/dates";

/** One `ProgdidRoot`: what a university teaches. */
export interface Feed {
  /** Code of the university at the national statistics office; null where the feed has none. */
  universityCode: string | null;
  activities: readonly Activity[];
}

/** A period of teaching: a semester of the calendar, or the days of one assignment. */
export interface Period {
  startOn: string | null;
  endOn: string | null;
}

/** One `af` with what it inherits from the programme around it. Texts are on one line; null: absent or blank. */
export interface Activity {
  id: string | null;
  /** Line of the file, to name an activity without an id. */
  line: number;
  /** Null for an activity that is no part of another. */
  parentId: string | null;
  element: XmlElement;
  /** First calendar year of the academic year. */
  academicYear: string | null;
  /** Name of its term, in Italian, and the days of that term in the calendar of the programme. */
  term: string | null;
  termPeriod: Period | null;
  /** Days of the teaching assignments; they can lie off the term where a course is shared with another programme. */
  teachingPeriods: readonly Period[];
  programme: Readonly<Record<string, string>>;
  /** Family names of those who teach, to find them in texts; never kept. */
  familyNames: readonly string[];
}

export type FeedReading = { ok: true; feeds: readonly Feed[] } | { ok: false; message: string };

export function readFeeds(file: InputFile): FeedReading {
  const reading = readXml(file.bytes);
  if (!reading.ok) {
    const place = reading.line === null ? "" : `Line ${reading.line}: `;
    return { ok: false, message: `${place}${reading.message}` };
  }
  const roots = elementsNamed(reading.root, "ProgdidRoot");
  if (roots.length === 0) {
    const fault = elementsNamed(reading.root, "faultstring")[0]?.text.trim();
    return {
      ok: false,
      message: fault
        ? `The service answered with a fault instead of courses: ${fault}. Ask it again.`
        : "There is no ProgdidRoot element. Export the answer of the U-GOV service ProgrammazioneDidattica.",
    };
  }
  return { ok: true, feeds: roots.map(readFeed) };
}

function readFeed(root: XmlElement): Feed {
  return {
    universityCode: root.attributes.get("codIstatAte")?.trim() || null,
    activities: childrenOf(root, "cds").flatMap((programme) =>
      childrenOf(programme, "regdid").flatMap((regulation) =>
        childrenOf(regulation, "pds").flatMap((path) =>
          childrenOf(path, "af").map((element) => readActivity(element, programme, regulation)),
        ),
      ),
    ),
  };
}

const PROGRAMME_FIELDS = ["cdsCod", "tipoCorsoDes", "aaOffId"] as const;
const REGULATION_FIELDS = ["nomeCds", "regdidDes"] as const;

function readActivity(element: XmlElement, programme: XmlElement, regulation: XmlElement): Activity {
  const assignments = childrenOf(childOf(element, "coperture") ?? element, "copertura");
  const term = field(element, "cicloDes");
  const calendar = childrenOf(programme, "ciclo").find((cycle) => field(cycle, "cicloDes") === term);
  const parentId = field(element, "afPdrId");
  return {
    id: field(element, "afId"),
    line: element.line,
    parentId: parentId === "0" ? null : parentId,
    element,
    academicYear: field(programme, "aaOffId"),
    term,
    termPeriod: calendar ? periodOf(calendar, "dataInizio", "dataFine") : null,
    teachingPeriods: assignments.map((one) => periodOf(one, "dataIniAtt", "dataFineAtt")),
    programme: { ...fields(programme, PROGRAMME_FIELDS), ...fields(regulation, REGULATION_FIELDS) },
    familyNames: assignments.flatMap((one) =>
      one.children.filter(({ name }) => /cognome/i.test(name)).flatMap(({ text }) => oneLine(text) ?? []),
    ),
  };
}

/** Text of the first child of that name on one line; null where it is absent or blank. */
export function field(element: XmlElement, name: string): string | null {
  return oneLine(childText(element, name) ?? "");
}

/** Those of the fields that are there. */
export function fields(element: XmlElement, names: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = field(element, name);
    if (value !== null) found[name] = value;
  }
  return found;
}

/** Line breaks of this feed are those of its printer, not of its writers. */
function oneLine(text: string): string | null {
  return htmlToText(text).replace(/\s+/g, " ").trim() || null;
}

function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  if (element.name === name) return [element];
  return element.children.flatMap((child) => elementsNamed(child, name));
}

function periodOf(element: XmlElement, start: string, end: string): Period {
  return { startOn: readDay(field(element, start)), endOn: readDay(field(element, end)) };
}

const ITALIAN_DAY = /^(\d{2})[-/](\d{2})[-/](\d{4})\b/;

/** "30-09-2024", "30/09/2024" and "30-09-2024 00:00:00" -> "2024-09-30"; null where it is no day. */
function readDay(text: string | null): string | null {
  const [, day, month, year] = ITALIAN_DAY.exec(text ?? "") ?? [];
  const iso = `${year}-${month}-${day}`;
  return isDay(iso) ? iso : null;
}

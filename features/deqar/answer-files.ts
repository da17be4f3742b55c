import type { z } from "zod";
import { readJsonFiles } from "@/features/documents/json-files";
import type { InputFile } from "@/features/exchange/draft";
import type { ReportNote } from "@/features/imports/schema";
import { noteOn, type ReadRecord, type RefusedRecord } from "@/features/registers/reading";
import type { Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import {
  faultsOf,
  foundInstitution,
  institutionAnswer,
  kindOfAnswer,
  pageAnswer,
  type ReportAnswer,
  reportAnswer,
} from "./answers";
import { fromDetail, fromSearch, type Institution, listingOf } from "./institution-records";
import type { Programme } from "./programmes";
import { mergedReport, readReport, reportRecord } from "./report-records";

/** One answer of the Web API, and the file or address that it came from. */
export interface NamedAnswer {
  name: string;
  value: unknown;
}

export interface Answers {
  records: ReadRecord[];
  refused: RefusedRecord[];
  notes: ReportNote[];
  programmes: Programme[];
  /** False where a list says that it holds more than was read, or a file could not be read. */
  isComplete: boolean;
}

/** Answers that lie in files, as they were recorded. */
export function readAnswerFiles(files: readonly InputFile[], today: Day): Answers {
  const read = readJsonFiles(files);
  const answers = readAnswers(
    read.flatMap(({ name, document, fault }) => (fault === null ? [{ name, value: document }] : [])),
    today,
  );
  const unreadable = read.flatMap(({ name, fault }) =>
    fault === null ? [] : [refusal(name, null, "file-unreadable", fault)],
  );
  return {
    ...answers,
    refused: [...answers.refused, ...unreadable],
    isComplete: answers.isComplete && unreadable.length === 0,
  };
}

/** Answers in whatever order; those about one report, or one institution, count as one. */
export function readAnswers(given: readonly NamedAnswer[], today: Day): Answers {
  const sorted = given.map((answer) => sort(answer, today));
  const reports = groupBy(
    sorted.flatMap((part) => part.reports),
    ({ answer }) => answer.id,
  );
  const institutions = groupBy(
    sorted.flatMap((part) => part.institutions),
    ({ institution }) => institution.deqarId,
  );
  const readings = [...reports].flatMap(([id, answers]) => {
    const merged = mergedReport(answers.map(({ answer }) => answer));
    const raw = answers.at(-1)?.raw ?? null;
    return merged ? [{ id, raw, reading: readReport(merged, raw, today) }] : [];
  });
  const listings = [...institutions.values()].flatMap((answers) => {
    // A detail says more than a row of a search.
    const best = answers.find(({ isDetail }) => isDetail) ?? answers[0];
    return best ? [listingOf(best.institution, best.raw, today)] : [];
  });
  return {
    records: [...listings, ...readings.flatMap(({ reading }) => (reading.ok ? reading.records : []))],
    refused: [
      ...sorted.flatMap((part) => part.refused),
      ...readings.flatMap(({ id, raw, reading }) =>
        reading.ok ? [] : [{ record: reportRecord(id), raw, notes: reading.notes }],
      ),
    ],
    notes: sorted.flatMap((part) => part.notes),
    programmes: readings.flatMap(({ reading }) => (reading.ok ? reading.programmes : [])),
    isComplete: sorted.every((part) => part.isComplete),
  };
}

interface Sorted {
  reports: { answer: ReportAnswer; raw: unknown }[];
  institutions: { institution: Institution; isDetail: boolean; raw: unknown }[];
  refused: RefusedRecord[];
  notes: ReportNote[];
  isComplete: boolean;
}

const NOTHING: Sorted = { reports: [], institutions: [], refused: [], notes: [], isComplete: true };

const refusal = (name: string, raw: unknown, rule: string, message: string): RefusedRecord => ({
  record: name,
  raw,
  notes: [noteOn(name, "refuse", rule, message)],
});

function sort({ name, value }: NamedAnswer, today: Day): Sorted {
  const refuse = (rule: string, message: string): Sorted => ({
    ...NOTHING,
    refused: [refusal(name, value, rule, message)],
  });
  const fitting = <S extends z.ZodType>(
    schema: S,
    take: (answer: z.output<S>) => Partial<Sorted>,
  ): Sorted => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { ...NOTHING, ...take(parsed.data) };
    return refuse("answer-unreadable", `It is not read: ${faultsOf(parsed.error)}.`);
  };
  switch (kindOfAnswer(value)) {
    case "page":
      return fitting(pageAnswer, (page) => sortPage(name, page, today));
    case "report":
      return fitting(reportAnswer, (answer) => ({ reports: [{ answer, raw: value }] }));
    case "institution":
      return fitting(institutionAnswer, (answer) => ({
        institutions: [{ institution: fromDetail(answer, today), isDetail: true, raw: value }],
      }));
    case "found-institution":
      return fitting(foundInstitution, (answer) => ({
        institutions: [{ institution: fromSearch(answer), isDetail: false, raw: value }],
      }));
    case "word-list":
      return {
        ...NOTHING,
        notes: [noteOn(name, "hint", "word-list", "A list of words of DEQAR: no evidence.")],
      };
    case "submission":
      return refuse(
        "submission",
        "This is what an agency hands in, not what DEQAR has published: no evidence. Ask the Web API for the report.",
      );
    case "programme-of-report":
      return refuse(
        "programme-row",
        "It names its provider by a number only. Ask the Web API for the detail of its report.",
      );
    default:
      return refuse("not-an-answer", "It is no answer of DEQAR's Web API that is known here.");
  }
}

function sortPage(name: string, page: z.output<typeof pageAnswer>, today: Day): Sorted {
  const parts = page.results.map((value, at) => sort({ name: `${name}, result ${at + 1}`, value }, today));
  const isWhole = page.results.length >= page.count;
  const message = `It holds ${page.results.length} of ${page.count} results: nothing counts as gone.`;
  return {
    reports: parts.flatMap((part) => part.reports),
    institutions: parts.flatMap((part) => part.institutions),
    refused: parts.flatMap((part) => part.refused),
    notes: isWhole ? [] : [noteOn(name, "hint", "page-of-more", message)],
    isComplete: isWhole && parts.every((part) => part.isComplete),
  };
}

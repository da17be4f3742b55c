import { refuseDependents } from "@/features/exchange/dependents";
import type { CourseFormat, Draft, InputFile, Note, Refused, Transformed } from "@/features/exchange/draft";
import { Cells } from "./cells";
import { readCourse, readLink, readStatus } from "./course-cells";
import { readCredential } from "./credential-cells";
import { readProvider } from "./provider-cells";
import { type CourseRecord, collectRecords, type MergedRecord } from "./records";
import { readRun } from "./run-cells";
import { type Fault, readTable } from "./table";

/** Our own template: docs/csv-template.md says what each column holds. */
export const csvFormat: CourseFormat = {
  name: "csv",
  extensions: [".csv", ".tsv"],
  transform(files, { provider }) {
    const read = files.map((file) => readFile(file, provider));
    return {
      drafts: read.flatMap(({ drafts }) => drafts),
      refused: read.flatMap(({ refused }) => refused),
      notes: read.flatMap(({ notes }) => notes),
      isComplete: read.every(({ isComplete }) => isComplete),
    };
  },
};

function readFile(file: InputFile, commonProvider: string | null): Transformed {
  const table = readTable(file.bytes);
  if (!table.ok) return unreadable(file.name, [table.fault]);
  const { providers, credentials, courses, nameless } = collectRecords(table.rows);

  const drafts: Draft[] = [];
  const refused: Refused[] = [];
  const notes: Note[] = table.faults.map((fault) => toNote("course", file.name, fault));
  const settle = (record: MergedRecord, read: (cells: Cells) => Draft) => {
    const faults = [...record.faults];
    // Cells of rows that disagree or have moved are not worth a second finding.
    const draft = faults.length === 0 ? read(cellsOf(record, faults)) : null;
    notes.push(...faults.map((fault) => toNote(record.kind, record.id, fault)));
    if (draft !== null && faults.every(({ severity }) => severity !== "refuse")) drafts.push(draft);
    else refused.push({ kind: record.kind, externalId: record.id, raw: record.raw() });
  };

  for (const record of providers.values()) {
    // A row that names a provider and says nothing else of it points at one that is known from elsewhere.
    if (record.cells.size === 1) continue;
    settle(record, (cells) => ({ kind: "provider", ...identity(record), content: readProvider(cells) }));
  }
  for (const record of credentials.values()) {
    if (record.cells.size === 1) continue;
    settle(record, (cells) => ({ kind: "credential", ...identity(record), content: readCredential(cells) }));
  }
  for (const record of courses.values()) {
    settle(record, (cells) => courseDraft(record, cells, commonProvider));
  }

  const lost = unreadable(file.name, nameless);
  const sorted = refuseDependents(drafts, refused);
  return {
    drafts: sorted.drafts,
    refused: nameless.length === 0 ? sorted.refused : [...sorted.refused, ...lost.refused],
    notes: [...notes, ...sorted.notes, ...lost.notes],
    isComplete: nameless.length === 0,
  };
}

function courseDraft(record: CourseRecord, cells: Cells, commonProvider: string | null): Draft {
  const provider = cells.text("provider_id") ?? commonProvider;
  if (provider === null) {
    cells.refuse(
      "provider_id",
      "No provider is named. Fill it in, or name one provider for the whole import.",
    );
  }
  if (cells.yes("sample")) {
    cells.warn(
      "sample",
      "sample-row",
      "The row is marked as a sample. Remove it before you publish real courses.",
    );
  }
  const part = ({ cells: own }: MergedRecord) => new Cells(own, cells.report);
  const content = readCourse(cells, {
    provider: provider ?? "",
    runs: [...record.runs].map(([id, run]) => readRun(part(run), id)),
    credentials: [...record.links].map(([id, link]) => readLink(part(link), id)),
  });
  return { kind: "course", status: readStatus(cells), ...identity(record), content };
}

function cellsOf(record: MergedRecord, faults: Fault[]): Cells {
  return new Cells(record.cells, (severity, column, rule, message, row) => {
    faults.push({ row, column, rule, severity, message });
  });
}

const identity = (record: MergedRecord) => ({
  externalId: record.id,
  sourceUrl: null,
  raw: record.raw(),
});

/** The file itself, or rows of it that name no record, stand in for records that cannot be told: nothing counts as missing. */
function unreadable(fileName: string, faults: readonly Fault[]): Transformed {
  return {
    drafts: [],
    refused: [{ kind: "course", externalId: fileName, raw: null }],
    notes: faults.map((fault) => toNote("course", fileName, fault)),
    isComplete: false,
  };
}

function toNote(kind: Note["kind"], record: string, { row, column, rule, severity, message }: Fault): Note {
  const place = [row === null ? null : `Row ${row}`, column === null ? null : `column ${column}`]
    .filter((part) => part !== null)
    .join(", ");
  const start = place.charAt(0).toUpperCase() + place.slice(1);
  return {
    kind,
    record,
    field: column,
    rule,
    severity,
    message: place === "" ? message : `${start}: ${message}`,
  };
}

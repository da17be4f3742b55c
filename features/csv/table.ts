import { CsvError, parse } from "csv-parse/sync";
import { unguardFormula } from "./cell-text";
import { cellName, type HeaderCell, type HeaderReading, readHeader } from "./columns";

export const CSV_LIMITS = { bytes: 20 * 1024 * 1024, rows: 20_000, columns: 1_000, cell: 32 * 1024 } as const;

/** One finding; row 1 is the header, as a spreadsheet counts. */
export interface Fault {
  row: number | null;
  /** Its name, or its number where it has none. */
  column: string | null;
  rule: string;
  severity: "refuse" | "warn";
  /** What is wrong and what to do, without row and column. */
  message: string;
}

export interface Row {
  number: number;
  /** Cells that are not empty, by `cellName`. */
  cells: ReadonlyMap<string, string>;
  faults: readonly Fault[];
}

export type TableReading =
  | { ok: true; rows: readonly Row[]; faults: readonly Fault[] }
  | { ok: false; fault: Fault };

/** Which columns a table may have. */
export interface Sheet {
  readHeader(name: string): HeaderReading;
  /** What is wrong with a header that has these columns alone, and what to do; null where they suffice. */
  faultOf(names: ReadonlySet<string>): string | null;
  /** The column that still names a row whose other cells have moved. */
  idColumn: string;
  /** Of somebody else's file: columns that are not known are no mistake. */
  isOpen?: boolean;
}

const COURSE_SHEET: Sheet = {
  readHeader,
  faultOf: (names) =>
    ["course_id", "provider_id", "credential_id"].some((name) => names.has(name))
      ? null
      : "There is no column course_id. Add it: it names each course.",
  idColumn: "course_id",
};

/** Bytes of a spreadsheet's CSV to rows with named cells. What cannot be read in one way only is refused. */
export function readTable(bytes: Uint8Array, sheet = COURSE_SHEET): TableReading {
  const text = decode(bytes);
  if (typeof text !== "string") return { ok: false, fault: text };
  const records = readRecords(text, sheet);
  if (!Array.isArray(records)) return { ok: false, fault: records };
  const headerAt = records.findIndex((record) => record.some((cell) => cell !== ""));
  const lines = records.slice(headerAt + 1);
  const columns = readColumns(records[headerAt] ?? [], headerAt + 1, lines, sheet);
  if (!columns.ok) return columns;
  const rows = lines
    .map((line, at) => readRow(line, headerAt + at + 2, columns.cells, sheet))
    .filter(({ cells, faults }) => cells.size > 0 || faults.length > 0);
  return { ok: true, rows, faults: columns.faults };
}

const ofFile = (rule: string, message: string, row: number | null = null): Fault => ({
  row,
  column: null,
  rule,
  severity: "refuse",
  message,
});

function decode(bytes: Uint8Array): string | Fault {
  if (bytes.byteLength > CSV_LIMITS.bytes) {
    return ofFile("file-size", `The file is larger than ${CSV_LIMITS.bytes / 1024 / 1024} MiB. Split it.`);
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return ofFile("encoding", "The file is UTF-16. Save it as CSV UTF-8.");
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return ofFile("encoding", "The file holds bytes that are not UTF-8. Save it as CSV UTF-8.");
  }
  const nul = text.indexOf("\u0000");
  if (nul !== -1) {
    const line = text.slice(0, nul).split("\n").length;
    return ofFile(
      "encoding",
      `Line ${line} holds a NUL character: this is not a text file. Save it as CSV UTF-8.`,
    );
  }
  // The line by which Excel is told the delimiter, and does not show.
  text = text.replace(/^"?sep=[,;|\t]"?\r?\n/i, "");
  return text.trim() === "" ? ofFile("empty", "The file is empty. Start from the template.") : text;
}

function readRecords(text: string, sheet: Sheet): string[][] | Fault {
  const delimiter = findDelimiter(text, sheet);
  if (typeof delimiter !== "string") return delimiter;
  const records = parseRecords(text, delimiter, CSV_LIMITS.rows + 2);
  if (Array.isArray(records) && records.length > CSV_LIMITS.rows + 1) {
    return ofFile("file-size", `The file has more than ${CSV_LIMITS.rows} rows. Split it.`);
  }
  return records;
}

function parseRecords(text: string, delimiter: string, upTo: number): string[][] | Fault {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      to: upTo,
    });
  } catch (error) {
    if (error instanceof CsvError) return quoteFault(error);
    throw error;
  }
}

function quoteFault(error: CsvError): Fault {
  const { records, column } = error;
  const place = typeof column === "number" ? String(column + 1) : null;
  const row = typeof records === "number" ? records + 1 : null;
  const message =
    error.code === "CSV_QUOTE_NOT_CLOSED"
      ? "A quotation mark opens here and is never closed. Close it, or double it where it is part of the text."
      : "A quotation mark within a quoted text must be doubled. Double it, or save the file from a spreadsheet.";
  return { row, column: place, rule: "quotes", severity: "refuse", message };
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The delimiter under which the header names the most columns that we know. */
function findDelimiter(text: string, sheet: Sheet): string | Fault {
  let best = { delimiter: "", known: 0 };
  let fault = ofFile(
    "header",
    "The first row names no column of the template. Start from the template, with commas, semicolons, tabs or bars.",
    1,
  );
  for (const delimiter of DELIMITERS) {
    const records = parseRecords(text.trimStart(), delimiter, 1);
    if (Array.isArray(records)) {
      const known = (records[0] ?? []).filter((name) => sheet.readHeader(name).kind === "known").length;
      if (known > best.known) best = { delimiter, known };
    } else {
      fault = records;
    }
  }
  return best.known > 0 ? best.delimiter : fault;
}

type ColumnsReading =
  | { ok: true; cells: (HeaderCell | null)[]; faults: Fault[] }
  | { ok: false; fault: Fault };

function readColumns(
  header: readonly string[],
  row: number,
  lines: readonly string[][],
  sheet: Sheet,
): ColumnsReading {
  if (header.length > CSV_LIMITS.columns) {
    const message = `There are more than ${CSV_LIMITS.columns} columns. Remove those that the template does not have.`;
    return { ok: false, fault: ofFile("file-size", message, row) };
  }
  const cells: (HeaderCell | null)[] = [];
  const faults: Fault[] = [];
  for (const [at, name] of header.entries()) {
    const reading = sheet.readHeader(name);
    cells.push(reading.kind === "known" ? reading.cell : null);
    if (reading.kind === "unknown-language") {
      const message = `"${reading.suffix}" is no language. End the name with an ISO 639-1 code, such as _en or _fi.`;
      return { ok: false, fault: { row, column: name, rule: "header", severity: "refuse", message } };
    }
    if (reading.kind === "known" || sheet.isOpen) continue;
    if (name !== "") {
      const message = "The template has no such column: it is left out. Look for a misspelt name.";
      faults.push({ row, column: name, rule: "header", severity: "warn", message });
    } else if (lines.some((line) => (line[at] ?? "") !== "")) {
      const message = "The column has cells but no name: it is left out. Name it.";
      faults.push({ row, column: String(at + 1), rule: "header", severity: "warn", message });
    }
  }
  const message = sheet.faultOf(new Set(cells.flatMap((cell) => cell?.column.name ?? [])));
  if (message !== null) return { ok: false, fault: ofFile("header", message, row) };
  return { ok: true, cells, faults };
}

function readRow(
  line: readonly string[],
  number: number,
  columns: readonly (HeaderCell | null)[],
  { idColumn }: Sheet,
): Row {
  const cells = new Map<string, string>();
  const faults: Fault[] = [];
  const refuse = (column: string | null, rule: string, message: string) =>
    faults.push({ row: number, column, rule, severity: "refuse", message });
  for (const [at, cell] of columns.entries()) {
    const text = unguardFormula((line[at] ?? "").replace(/\r\n?/g, "\n"));
    if (cell === null || text.trim() === "") continue;
    const name = cellName(cell);
    const other = cells.get(name);
    if (text.length > CSV_LIMITS.cell) {
      refuse(name, "cell-size", `The text is longer than ${CSV_LIMITS.cell} characters. Shorten it.`);
    } else if (other !== undefined && other !== text) {
      refuse(name, "duplicate-column", "Two columns have this name and differ here. Remove one of them.");
    } else {
      cells.set(name, text);
    }
  }
  if (line.slice(columns.length).every((extra) => extra === "")) return { number, cells, faults };
  const message = `The row has ${line.length} cells and the header ${columns.length}. Put texts that hold the delimiter in quotation marks.`;
  refuse(null, "ragged-row", message);
  // Which cell has moved where is not known: only whose row it is, as the id stands before the long texts.
  const id = cells.get(idColumn);
  return { number, cells: new Map(id === undefined ? [] : [[idColumn, id]]), faults };
}

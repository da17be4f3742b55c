import { guardFormula } from "@/features/csv/cell-text";
import { type Cell, Cells } from "@/features/csv/cells";
import { type Fault, type Row, readTable, type Sheet } from "@/features/csv/table";
import type { InputFile } from "@/features/exchange/draft";
import type { ReportNote } from "@/features/imports/schema";
import {
  type EvidenceReading,
  noteOn,
  type ReadRecord,
  type RefusedRecord,
} from "@/features/registers/reading";
import { printable } from "@/features/rules/printable";

// A sheet in which each row is one record of evidence.

export interface RowFormat {
  columns: readonly string[];
  required: readonly string[];
  /** Column whose cell still names a row whose other cells have moved. */
  idColumn: string;
  /** How the row is called, and what it says where it says enough; null where it cannot be told from others. */
  read(cells: Cells): { name: string; record: Omit<ReadRecord, "raw" | "notes"> | null } | null;
}

export function readSheet(files: readonly InputFile[], format: RowFormat): EvidenceReading {
  const parts = files.map((file) => readFile(file, format));
  return {
    records: parts.flatMap(({ records }) => records),
    refused: parts.flatMap(({ refused }) => refused),
    notes: parts.flatMap(({ notes }) => notes),
    scope: parts.every(({ scope }) => scope === "all") ? "all" : "none",
  };
}

function readFile({ name, bytes }: InputFile, format: RowFormat): EvidenceReading {
  const table = readTable(bytes, sheetOf(format));
  if (!table.ok) {
    const notes = [toNote(name, table.fault)];
    return { records: [], refused: [{ record: name, raw: null, notes }], notes: [], scope: "none" };
  }
  const read = table.rows.map((row) => readRow(row, name, format));
  return {
    records: read.flatMap(({ record }) => record ?? []),
    refused: read.flatMap(({ refused }) => refused ?? []),
    notes: table.faults.map((fault) => toNote(name, fault)),
    // A row that cannot be told from others may be any of those that are held.
    scope: read.every(({ isNamed }) => isNamed) ? "all" : "none",
  };
}

interface RowReading {
  record?: ReadRecord;
  refused?: RefusedRecord;
  isNamed: boolean;
}

function readRow(row: Row, fileName: string, format: RowFormat): RowReading {
  const faults = [...row.faults];
  const texts = [...row.cells].map(([name, text]): [string, Cell] => [
    name,
    { text: printable(text), row: row.number },
  ]);
  const raw = Object.fromEntries(texts.map(([name, { text }]) => [name, text]));
  const hasMoved = faults.some(({ rule }) => rule === "ragged-row");
  const cells = new Cells(new Map(texts), (severity, column, rule, message, number) =>
    faults.push({ row: number ?? row.number, column, rule, severity, message }),
  );
  const read = hasMoved ? null : format.read(cells);
  const name = read?.name ?? `${fileName}, row ${row.number}`;
  const notes = faults.map((fault) => toNote(name, fault));
  if (!read?.record || faults.some(({ severity }) => severity === "refuse"))
    return { refused: { record: name, raw, notes }, isNamed: read !== null };
  return { record: { ...read.record, raw, notes }, isNamed: true };
}

function toNote(record: string, { row, column, rule, severity, message }: Fault): ReportNote {
  const place = [row === null ? null : `Row ${row}`, column === null ? null : `column ${column}`]
    .filter((part) => part !== null)
    .join(", ");
  const start = place.charAt(0).toUpperCase() + place.slice(1);
  return noteOn(record, severity, rule, place === "" ? message : `${start}: ${message}`, column);
}

function sheetOf({ columns, required, idColumn }: RowFormat): Sheet {
  const known = new Set(columns);
  return {
    readHeader(text) {
      const name = text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "_")
        .replace(/^_|_$/g, "");
      return known.has(name)
        ? { kind: "known", cell: { column: { name }, language: null } }
        : { kind: "unknown" };
    },
    faultOf(names) {
      const missing = required.filter((name) => !names.has(name));
      return missing.length === 0
        ? null
        : `There is no column ${missing.join(", ")}. Start from the template.`;
    },
    idColumn,
  };
}

/** A template: every column, and rows that are marked as samples. */
export function sheetCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(",")}\r\n`;
  const body = rows.map((row) => line(columns.map((name) => guardFormula(row[name] ?? ""))));
  return `\ufeff${line(columns)}${body.join("")}`;
}

const quoted = (text: string): string =>
  /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

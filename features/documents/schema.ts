import type { Database, Transaction } from "@/db/client";
import type { FieldChange } from "@/features/differences/schema";
import type { ImportSource } from "@/features/imports/mutations";
import type { ReportNote } from "@/features/imports/schema";
import type { SourceClass } from "@/features/sources/view";
import type { Day } from "@/lib/dates";
import type { JsonFile } from "./json-files";

/** What becomes of one document of an import: one JSON file is one. */
export interface DocumentItem {
  /** Names it in the report, and in what the import keeps. */
  record: string;
  title: string | null;
  outcome: "added" | "changed" | "unchanged" | "refused";
  fields: readonly FieldChange[];
  notes: readonly ReportNote[];
  document: unknown;
}

export interface DocumentMoment {
  now: Date;
  today: Day;
}

/** A format in which one JSON file is one document of ours, and not a feed of courses. */
export interface DocumentFormat<I extends DocumentItem> {
  name: string;
  sourceClass: SourceClass;
  /** Decides everything and writes nothing. */
  plan(db: Database, files: readonly JsonFile[], source: ImportSource, moment: DocumentMoment): Promise<I[]>;
  /** Writes what was accepted: items added or changed. */
  apply(tx: Transaction, items: readonly I[], source: ImportSource, moment: DocumentMoment): Promise<void>;
}

import type { Database } from "@/db/client";
import { decide, isKept } from "@/features/imports/decide";
import { readFeed } from "@/features/imports/extract";
import { sourceOf } from "@/features/imports/import-source";
import { countItems, countsOfRun } from "@/features/imports/report";
import type { Desk, ImportCommand, ImportReport, ReportChange } from "@/features/imports/schema";
import { readJsonFiles } from "./json-files";
import { applyDocuments } from "./mutations";
import type { DocumentFormat, DocumentItem } from "./schema";

/**
 * Reads a JSON file, or those of a folder, makes the difference to what is held and, where `--yes` or a person says so,
 * applies it. Nothing goes missing: what a later import does not name stays.
 * @throws invalid where the command cannot be carried out as it was typed
 */
export async function runDocumentImport<I extends DocumentItem>(
  db: Database,
  format: DocumentFormat<I>,
  command: ImportCommand,
  desk: Desk,
): Promise<ImportReport> {
  const startedAt = desk.clock();
  const files = readJsonFiles(await readFeed(command.address, [".json"], desk));
  const kind = { name: format.name, sourceClass: format.sourceClass, licence: null };
  const source = await sourceOf(db, kind, command, startedAt);
  const items = await format.plan(db, files, source, { now: startedAt, today: desk.today });
  const difference = reportOf(format.name, items, command);
  const report = { ...difference, state: await decide(difference, command, desk) };
  if (!isKept(report.state, source, command)) return report;
  await applyDocuments(db, format, items, source, {
    state: report.state,
    counts: countsOfRun(report),
    isPartial: command.isPartial,
    retrievedOn: desk.today,
    startedAt,
    finishedAt: desk.clock(),
  });
  return report;
}

function reportOf(
  kind: string,
  items: readonly DocumentItem[],
  { source, format }: ImportCommand,
): ImportReport {
  const { total, byKind } = countItems(items.map(({ outcome }) => ({ kind, outcome })));
  return {
    ...total,
    state: "dry-run",
    source,
    format,
    byKind,
    quarantine:
      items.length === 0 ? "There is no JSON file to read. Nothing was changed. Check the path." : null,
    changes: items.flatMap(({ record, title, outcome, fields }): ReportChange[] =>
      outcome === "changed" ? [{ kind, record, title, outcome, fields }] : [],
    ),
    notes: items.flatMap(({ notes }) => notes),
  };
}

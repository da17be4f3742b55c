import path from "node:path";
import type { Database } from "@/db/client";
import { decide, isKept } from "@/features/imports/decide";
import { readFeed } from "@/features/imports/extract";
import { sourceOf } from "@/features/imports/import-source";
import { countsOfRun, noCounts } from "@/features/imports/report";
import type { Desk, ImportCommand, ImportReport, ReportChange, ReportNote } from "@/features/imports/schema";
import { readEsco } from "./feed";
import { applyEsco } from "./mutations";
import { type EscoPlan, planEsco } from "./plan";
import { loadEsco } from "./queries";
import { escoVersion } from "./version";

/** The sentence that the European Commission asks for where ESCO is used. */
const LICENCE = "This service uses the ESCO classification of the European Commission.";

/**
 * Reads a folder of the official CSV files of ESCO, in one language or several, and brings skills, occupations, groups,
 * hierarchies and relations up to it.
 * @throws invalid where the command cannot be carried out as it was typed
 */
export async function runEscoImport(db: Database, command: ImportCommand, desk: Desk): Promise<ImportReport> {
  const startedAt = desk.clock();
  const files = await readFeed(command.address, [".csv"], desk);
  const feed = readEsco(files);
  const version = escoVersion([
    command.source,
    path.resolve(command.address),
    ...files.map(({ name }) => name),
  ]);
  const kind = { name: command.format, sourceClass: "authoritative", licence: LICENCE } as const;
  const source = await sourceOf(db, kind, command, startedAt);
  const held = await loadEsco(db);
  const plan = planEsco(feed, held, {
    sourceId: source.id,
    version,
    isPartial: command.isPartial,
    now: startedAt,
  });
  const difference = reportOf(plan, command, version);
  const report = { ...difference, state: await decide(difference, command, desk) };
  if (!isKept(report.state, source, command)) return report;
  await applyEsco(
    db,
    plan,
    source,
    {
      state: report.state,
      counts: countsOfRun(report),
      isPartial: command.isPartial || !feed.isComplete,
      retrievedOn: desk.today,
      startedAt,
      finishedAt: desk.clock(),
    },
    desk.progress,
  );
  return report;
}

function reportOf(plan: EscoPlan, command: ImportCommand, version: string | null): ImportReport {
  const total = noCounts();
  const byKind: ImportReport["byKind"] = {};
  const changes: ReportChange[] = [];
  const add = (kind: string, outcome: keyof typeof total, count: number) => {
    if (count === 0) return;
    byKind[kind] ??= noCounts();
    byKind[kind][outcome] += count;
    total[outcome] += count;
  };
  for (const [kind, concepts] of Object.entries(plan.concepts)) {
    add(kind, "unchanged", concepts.unchanged);
    for (const { outcome, key, label, fields } of concepts.changes) {
      add(kind, outcome, 1);
      if (outcome !== "added" && (outcome === "missing" || fields.length > 0))
        changes.push({ kind, record: key, title: label, outcome, fields });
    }
  }
  for (const [kind, { counts }] of Object.entries(plan.pairs)) {
    for (const outcome of ["added", "changed", "unchanged", "refused", "missing"] as const)
      add(kind, outcome, counts[outcome]);
  }
  const faulty = plan.faults.filter(({ rule }) => rule !== "concept-unknown");
  for (const { kind } of faulty) add(kind, "refused", 1);
  return {
    ...total,
    state: "dry-run",
    source: command.source,
    format: command.format,
    byKind,
    quarantine: plan.quarantine,
    changes,
    notes: [...plan.faults.map(toNote), ...(version === null ? [UNKNOWN_VERSION] : [])],
  };
}

const toNote = ({ kind, record, rule, message }: EscoPlan["faults"][number]): ReportNote => ({
  kind,
  record,
  field: null,
  rule,
  severity: "refuse",
  message,
});

const UNKNOWN_VERSION: ReportNote = {
  kind: "file",
  record: "all files",
  field: null,
  rule: "version-unknown",
  severity: "warn",
  message:
    "No folder or file name says which version of ESCO this is. Put it into a folder named like v1.2.0.",
};

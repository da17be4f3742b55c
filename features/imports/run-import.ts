import type { Database } from "@/db/client";
import { findProvidersNamed } from "@/features/changes/queries";
import { planImport } from "@/features/differences/plan";
import { invalid } from "@/lib/errors";
import { decide, isKept } from "./decide";
import { readFeed } from "./extract";
import { findFormat, type KnownFormat } from "./formats";
import { sourceOf } from "./import-source";
import { applyPlan } from "./mutations";
import { loadSurroundings } from "./queries";
import { countsOfRun, reportOf } from "./report";
import type { Desk, ImportCommand, ImportReport } from "./schema";

const ACTOR = { kind: "system", name: "import" } as const;

/**
 * Reads a feed of courses, makes the difference to what is held from its source and, where `--yes` or a person says
 * so, applies it.
 * @throws invalid where the command cannot be carried out as it was typed
 */
export async function runImport(db: Database, command: ImportCommand, desk: Desk): Promise<ImportReport> {
  const known = findFormat(command.format);
  if (!known) throw invalid(`There is no format "${command.format}"`);
  return importCourses(db, known, command, desk);
}

export async function importCourses(
  db: Database,
  known: KnownFormat,
  command: ImportCommand,
  desk: Desk,
): Promise<ImportReport> {
  const startedAt = desk.clock();
  await requireProvider(db, command);
  const files = await readFeed(command.address, known.format.extensions, desk);
  const feed = known.format.transform(files, { provider: command.provider, today: desk.today });
  const kind = { name: known.format.name, sourceClass: known.sourceClass, licence: null };
  const source = await sourceOf(db, kind, command, startedAt);
  const around = await loadSurroundings(db, feed, source);
  const plan = planImport(feed, around, { isPartial: command.isPartial, now: startedAt, today: desk.today });
  const difference = reportOf(plan, source);
  const report = { ...difference, state: await decide(difference, command, desk) };
  if (!isKept(report.state, source, command)) return report;
  const outcome = {
    state: report.state,
    counts: countsOfRun(report),
    isPartial: command.isPartial || !feed.isComplete,
    retrievedOn: desk.today,
    startedAt,
    finishedAt: desk.clock(),
  };
  await applyPlan(db, ACTOR, plan, source, outcome, desk.progress);
  return report;
}

/** @throws invalid where the provider named on the command line is not one that the catalogue knows */
async function requireProvider(db: Database, { provider }: ImportCommand): Promise<void> {
  if (provider === null) return;
  const known = (await findProvidersNamed(db, [provider])).get(provider) ?? [];
  if (known.length === 0)
    throw invalid(
      `No provider is known as "${provider}": import a feed that describes it first, or leave --provider out.`,
    );
  if (known.length > 1)
    throw invalid(
      `Several providers are known as "${provider}": name the one you mean by scheme:value or by its slug.`,
    );
}

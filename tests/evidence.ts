import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Asking } from "@/features/deqar/run-deqar-import";
import { runDeqarImport } from "@/features/deqar/run-deqar-import";
import { runEvidenceFileImport, runRegisterImport } from "@/features/evidence-files/run-evidence-files";
import type { Desk, ImportCommand, ImportReport } from "@/features/imports/schema";
import { NOW, TODAY, unique } from "./factories";

type Options = Partial<Pick<ImportCommand, "source" | "isPartial" | "isDryRun" | "isConfirmed" | "address">>;

let minutes = 0;
const deskOn = (today: string, given: Partial<Desk>): Desk => ({
  // Each import begins a minute after the one before.
  clock: () => new Date(NOW.getTime() + 60_000 * ++minutes),
  today,
  progress: () => {},
  ask: null,
  ...given,
});

const commandOf = (format: string, address: string, options: Options): ImportCommand => ({
  format,
  address,
  source: options.source ?? unique(format),
  provider: null,
  isPartial: false,
  isDryRun: false,
  isConfirmed: true,
  isJson: false,
  dataDir: null,
  ...options,
});

/** A folder with these files for the time of `work`. */
async function withFiles<T>(
  files: Readonly<Record<string, string>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-evidence-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return work(folder).finally(() => rmSync(folder, { recursive: true }));
}

export const csvOf = (
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): string =>
  [
    columns.join(","),
    ...rows.map((row) => columns.map((name) => `"${(row[name] ?? "").replaceAll('"', '""')}"`).join(",")),
  ].join("\n");

/** Rows of an authority's list; columns are those that the first row has. */
export const importRegister = (
  db: Database,
  rows: readonly Readonly<Record<string, string>>[],
  { today = TODAY, desk = {}, ...options }: Options & { today?: string; desk?: Partial<Desk> } = {},
): Promise<ImportReport> =>
  withFiles({ "list.csv": csvOf([...new Set(rows.flatMap((row) => Object.keys(row)))], rows) }, (folder) =>
    runRegisterImport(db, commandOf("register", folder, options), deskOn(today, desk)),
  );

export const importEvidence = (
  db: Database,
  rows: readonly Readonly<Record<string, string>>[],
  { today = TODAY, ...options }: Options & { today?: string } = {},
): Promise<ImportReport> =>
  withFiles(
    { "evidence.csv": csvOf([...new Set(rows.flatMap((row) => Object.keys(row)))], rows) },
    (folder) => runEvidenceFileImport(db, commandOf("evidence", folder, options), deskOn(today, {})),
  );

/** Files as DEQAR puts them out: texts by name. */
export const importDeqar = (
  db: Database,
  files: Readonly<Record<string, string>>,
  { today = TODAY, ...options }: Options & { today?: string } = {},
): Promise<ImportReport> =>
  withFiles(files, (folder) => runDeqarImport(db, commandOf("deqar", folder, options), deskOn(today, {})));

/** The Web API at an address, as the desk's network leads there. */
export const askDeqar = (
  db: Database,
  address: string,
  {
    asking,
    today = TODAY,
    desk = {},
    ...options
  }: Options & { asking: Asking; today?: string; desk?: Partial<Desk> },
): Promise<ImportReport> =>
  runDeqarImport(db, commandOf("deqar", address, options), deskOn(today, desk), asking);

/** Courses of which a search row was written since `since`, an id of record_changes. */
export async function indexedSince(db: Database, since: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(
    sql`select distinct record_id as id from record_changes where change = 'indexed' and id > ${since}`,
  );
  return rows.map(({ id }) => id);
}

export async function lastChange(db: Database): Promise<number> {
  const [row] = await db.execute<{ id: string }>(sql`select coalesce(max(id), 0) as id from record_changes`);
  return Number(row?.id ?? 0);
}

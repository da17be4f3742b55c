import type { Database } from "@/db/client";
import { runDocumentImport } from "@/features/documents/run-document-import";
import type { DocumentFormat } from "@/features/documents/schema";
import { PATHWAY } from "@/features/imports/formats";
import type { Desk, ImportCommand, ImportReport } from "@/features/imports/schema";
import { writePathways } from "./mutations";
import { keysNamedBy, type PathwayItem, planPathways, readPathway } from "./plan";
import { knownKeys, loadStoredPathways } from "./queries";

const pathwayFormat: DocumentFormat<PathwayItem> = {
  name: PATHWAY,
  sourceClass: "third-party",
  async plan(db, files, source) {
    const keys = files.flatMap((file) => {
      const reading = readPathway(file);
      return reading?.success ? keysNamedBy(reading.data) : [];
    });
    const known = await knownKeys(db, keys);
    return planPathways(files, await loadStoredPathways(db), source.id, (key) => known.has(key));
  },
  apply: writePathways,
};

/** Puts curated pathways in, or brings them up to date, from files of the `pathway` format. */
export const runPathwayImport = (db: Database, command: ImportCommand, desk: Desk): Promise<ImportReport> =>
  runDocumentImport(db, pathwayFormat, command, desk);

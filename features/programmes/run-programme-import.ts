import type { Database } from "@/db/client";
import { runDocumentImport } from "@/features/documents/run-document-import";
import type { DocumentFormat } from "@/features/documents/schema";
import { PROGRAMME } from "@/features/imports/formats";
import type { Desk, ImportCommand, ImportReport } from "@/features/imports/schema";
import { publishProgrammes } from "./mutations";
import { type ProgrammeItem, planProgrammes, readProgrammes } from "./plan";
import { loadProgrammeSurroundings } from "./queries";

const programmeFormat: DocumentFormat<ProgrammeItem> = {
  name: PROGRAMME,
  sourceClass: "authoritative",
  async plan(db, files, _source, { today }) {
    const read = readProgrammes(files);
    const programmes = read.flatMap(({ reading }) => (reading?.ok ? [reading.programme] : []));
    return planProgrammes(read, await loadProgrammeSurroundings(db, programmes, today), today);
  },
  apply: publishProgrammes,
};

/** Publishes programme versions from files of the `programme` format; see docs/programme.md. */
export const runProgrammeImport = (db: Database, command: ImportCommand, desk: Desk): Promise<ImportReport> =>
  runDocumentImport(db, programmeFormat, command, desk);

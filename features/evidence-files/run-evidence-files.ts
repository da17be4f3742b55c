import type { Database } from "@/db/client";
import { readFeed } from "@/features/imports/extract";
import { EVIDENCE, REGISTER } from "@/features/imports/formats";
import type { Desk, ImportCommand, ImportReport } from "@/features/imports/schema";
import { type EvidenceFormat, runEvidenceImport } from "@/features/registers/run-evidence-import";
import { evidenceRows } from "./evidence-file";
import { registerRows } from "./register-file";
import { readSheet } from "./sheet";

const EXTENSIONS = [".csv", ".tsv"];

const registerFormat: EvidenceFormat = {
  name: REGISTER,
  sourceClass: "authoritative",
  licence: null,
  namesUnmatched: true,
  async read({ address, source }, desk) {
    return readSheet(await readFeed(address, EXTENSIONS, desk), registerRows(source, desk.today));
  },
};

const evidenceFormat: EvidenceFormat = {
  name: EVIDENCE,
  sourceClass: "third-party",
  licence: null,
  namesUnmatched: true,
  async read({ address }, desk) {
    return readSheet(await readFeed(address, EXTENSIONS, desk), evidenceRows(desk.today));
  },
};

/** Takes in the list of an authority; see docs/register.md. */
export const runRegisterImport = (db: Database, command: ImportCommand, desk: Desk): Promise<ImportReport> =>
  runEvidenceImport(db, registerFormat, command, desk);

/** Takes in evidence of every kind from a sheet; see docs/evidence.md. */
export const runEvidenceFileImport = (
  db: Database,
  command: ImportCommand,
  desk: Desk,
): Promise<ImportReport> => runEvidenceImport(db, evidenceFormat, command, desk);

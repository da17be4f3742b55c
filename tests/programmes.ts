import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Database } from "@/db/client";
import type { ImportCommand, ImportReport } from "@/features/imports/schema";
import { runProgrammeImport } from "@/features/programmes/run-programme-import";
import { uuidv7 } from "@/lib/uuid";
import { insertCredential, insertProvider, insertSource, TODAY, unique } from "./factories";

interface FileRef {
  source: string;
  externalId: string;
}

const RULES = { url: "https://rules.example/", title: "Programme rules", retrievedOn: "2026-11-01" };

const title = (text: string) => ({ en: text });

/** Parts and rules in the words of the file. */
export const pool = (id: string, minCredits: number, from: object, more: object = {}) => ({
  kind: "credits",
  id,
  title: title(`Part ${id}`),
  minCredits,
  from,
  ...more,
});

export const item = (id: string, unit: FileRef) => ({ kind: "item", id, title: title(`Part ${id}`), unit });

export const all = (id: string, ...of: object[]) => ({ kind: "all", id, title: title(`Part ${id}`), of });

export const rule = (id: string, from: object, node: string, decisionBody: FileRef, more: object = {}) => ({
  id,
  from,
  to: { node },
  credits: "same",
  conditions: {},
  certainty: "agreement",
  decisionBody,
  evidenceRequired: [],
  validFrom: "2020-01-01",
  validTo: null,
  source: RULES,
  ...more,
});

/** A file of the `programme` format that asks for 10 ECTS. */
export const programmeDocument = (
  { qualification, body }: { qualification: FileRef; body: FileRef },
  root: object,
  more: object = {},
) => ({
  format: "cairn-programme/1",
  qualification,
  version: "2026",
  title: title("Big certificate"),
  awardingBodies: [body],
  eqf: 7,
  totalCredits: 10,
  validFrom: "2026-01-01",
  validTo: null,
  changes: null,
  root,
  policy: {
    levelMinima: [],
    residency: {},
    providerMaxima: [],
    recency: null,
    sharing: [],
    exclusions: [],
  },
  rules: [],
  equivalences: [],
  source: RULES,
  ...more,
});

/** A catalogue of one source with an awarding body and a qualification, in which programmes can name records. */
export async function makeStackWorld(db: Database) {
  const name = unique("stack-source");
  const sourceId = await insertSource(db, { name });
  const refTo = (record: { externalId: string }): FileRef => ({
    source: name,
    externalId: record.externalId,
  });
  const body = await insertProvider(db, { sourceId, content: { legalName: { en: "Awarding body" } } });
  const qualification = await insertCredential(db, {
    sourceId,
    content: { kind: "certificate", title: { en: unique("Big certificate") }, awardingBodies: [body.id] },
  });
  const names = { qualification: refTo(qualification), body: refTo(body) };
  const document = (root: object, more: object = {}) => programmeDocument(names, root, more);
  const unit = (content: Parameters<typeof insertCredential>[1] = {}) =>
    insertCredential(db, {
      sourceId,
      ...content,
      content: { ectsHundredths: 500, eqf: 6, awardingBodies: [body.id], ...content.content },
    });
  return { name, sourceId, refTo, body, qualification, document, unit };
}

let imports = 0;

/** Imports documents as the files of one folder. */
export async function importProgrammes(
  db: Database,
  documents: readonly unknown[],
  options: Partial<ImportCommand> = {},
): Promise<ImportReport> {
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-programmes-"));
  try {
    for (const [index, document] of documents.entries()) {
      const text = typeof document === "string" ? document : JSON.stringify(document);
      writeFileSync(path.join(folder, `${index}.json`), text);
    }
    const command = {
      format: "programme",
      address: folder,
      source: unique(`programmes ${uuidv7()}`),
      provider: null,
      isPartial: false,
      isDryRun: false,
      isConfirmed: true,
      isJson: false,
      dataDir: null,
      ...options,
    };
    return await runProgrammeImport(db, command, {
      clock: () => new Date(Date.parse("2026-11-25T10:00:00Z") + 60_000 * ++imports),
      today: TODAY,
      progress: () => {},
      ask: null,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import type { Database } from "@/db/client";
import type { InputFile } from "@/features/exchange/draft";
import { readFeed } from "@/features/imports/extract";
import { DEQAR } from "@/features/imports/formats";
import type { Desk, ImportCommand, ImportReport } from "@/features/imports/schema";
import { identifierKey } from "@/features/matches/matching";
import { loadBodies } from "@/features/matches/queries";
import { loadHeldEvidence } from "@/features/registers/queries";
import type { EvidenceReading, ReadRecord } from "@/features/registers/reading";
import { type EvidenceFormat, runEvidenceImport } from "@/features/registers/run-evidence-import";
import type { Day } from "@/lib/dates";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";
import { groupBy } from "@/lib/group";
import { type Answers, readAnswerFiles, readAnswers } from "./answer-files";
import { askable, askForProviders } from "./ask-for-providers";
import { type ClientOptions, deqarClient } from "./client";
import { notListed } from "./institution-records";
import { readInstitutionsFile } from "./institutions-file";

/** How the Web API is asked; given in tests. */
export type Asking = Partial<Pick<ClientOptions, "token" | "pace" | "pause" | "limits">>;

const API = /^https?:\/\/[^/]+\/(?:[^?#]*\/)?webapi\/v\d+\/?$/i;

/**
 * Takes in what DEQAR says: its list of institutions (CSV), answers of its Web API in files, or the Web API itself, which is
 * asked for the providers of this catalogue.
 */
export const runDeqarImport = (
  db: Database,
  command: ImportCommand,
  desk: Desk,
  asking: Asking = {},
): Promise<ImportReport> => runEvidenceImport(db, deqarFormat(asking), command, desk);

const deqarFormat = (asking: Asking): EvidenceFormat => ({
  name: DEQAR,
  sourceClass: "authoritative",
  licence: "PDDL. Data: DEQAR, European Quality Assurance Register for Higher Education (eqar.eu)",
  namesUnmatched: false,
  async read(command, desk, { db, sourceId }) {
    if (API.test(command.address)) return askApi(db, sourceId, command, desk, asking);
    const files = await readFeed(command.address, [".csv", ".json"], desk);
    return readFiles(db, files, command, desk.today);
  },
});

async function askApi(
  db: Database,
  sourceId: string,
  { address }: ImportCommand,
  { today, progress, network }: Desk,
  { token = env().CAIRN_DEQAR_TOKEN ?? null, ...options }: Asking,
): Promise<EvidenceReading> {
  if (token !== null && network === undefined && !/^https:/i.test(address))
    throw invalid("Your token goes over https only: write the address with https://.");
  const bodies = askable(await loadBodies(db));
  if (bodies.length === 0)
    throw invalid(
      "No provider here has an identifier by which DEQAR can be asked: add one to a provider first.",
    );
  const held = await loadHeldEvidence(db, sourceId);
  const reports = held.filter(
    ({ draft }) => draft.facts.kind === "deqar-report" && draft.subject.kind === "provider",
  );
  const heldReports = new Map(
    [...groupBy(reports, ({ draft }) => draft.subject.key)].map(([key, rows]) => [
      key,
      rows.flatMap(({ draft }) => draft.facts.registerIdentifier ?? []),
    ]),
  );
  const client = deqarClient({ base: address.replace(/\/$/, ""), token, network, ...options });
  const { answers, unlisted, scope, notes } = await askForProviders({
    client,
    bodies,
    heldReports,
    today,
    progress,
  });
  const read = readAnswers(answers, today);
  return { ...toReading(read, unlisted), notes: [...read.notes, ...notes], scope };
}

async function readFiles(
  db: Database,
  files: readonly InputFile[],
  { isPartial }: ImportCommand,
  today: Day,
): Promise<EvidenceReading> {
  const [tables, others] = [files.filter(isTable), files.filter((file) => !isTable(file))];
  const lists = tables.map((file) => readInstitutionsFile(file, today));
  const answers = readAnswerFiles(others, today);
  const records = lists.flatMap((list) => list.records);
  const isComplete = answers.isComplete && lists.every((list) => list.isComplete);
  // Only the list that has everybody can say that somebody is not in it.
  const isWholeList = !isPartial && isComplete && records.length > 0;
  const unlisted = isWholeList ? await claimsWithout(db, records, today) : [];
  const reading = toReading(answers, [...records, ...unlisted]);
  return {
    ...reading,
    refused: [...reading.refused, ...lists.flatMap((list) => list.refused)],
    scope: isComplete ? "all" : "none",
    kinds: new Set([
      ...(lists.length > 0 ? (["deqar-listing"] as const) : []),
      ...reading.records.map(({ draft }) => draft.facts.kind),
    ]),
  };
}

const isTable = ({ name, bytes }: InputFile): boolean =>
  !/\.json$/i.test(name) && !/^\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/** Ids that providers here claim and that the whole list does not have. */
async function claimsWithout(
  db: Database,
  records: readonly ReadRecord[],
  today: Day,
): Promise<ReadRecord[]> {
  const listed = new Set(records.flatMap(({ draft }) => draft.subject.identifiers.map(identifierKey)));
  const claimed = (await loadBodies(db)).flatMap(({ identifiers, isSample }) =>
    isSample ? [] : identifiers.filter(({ scheme }) => scheme === "deqar"),
  );
  return claimed
    .filter((identifier) => !listed.has(identifierKey(identifier)))
    .map(({ value }) => notListed(value, today));
}

const toReading = (answers: Answers, more: readonly ReadRecord[]): EvidenceReading => ({
  records: [...answers.records, ...more],
  refused: answers.refused,
  notes: answers.notes,
  scope: "none",
  sorts: new Map(
    answers.programmes.flatMap(({ subject, sort }) => (sort ? [[subject.key, sort] as const] : [])),
  ),
});

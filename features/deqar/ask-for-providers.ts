import type { ReportNote } from "@/features/imports/schema";
import type { CatalogueBody } from "@/features/matches/matching";
import { refKey } from "@/features/pathways/ref";
import { noteOn, type ReadRecord } from "@/features/registers/reading";
import type { Day } from "@/lib/dates";
import { CairnError } from "@/lib/errors";
import type { Progress } from "@/lib/progress";
import type { NamedAnswer } from "./answer-files";
import { institutionAnswer } from "./answers";
import type { DeqarClient, ReportKind } from "./client";
import { ASKED_BY, numberOfDeqarId } from "./identifiers";
import { fromDetail, institutionRef, notListed } from "./institution-records";

/** What DEQAR answered of the providers of this catalogue. */
export interface Asked {
  answers: NamedAnswer[];
  /** Claimed ids that DEQAR does not know. */
  unlisted: ReadRecord[];
  /** Keys of the institutions whose reports were all read. */
  scope: Set<string>;
  notes: ReportNote[];
}

export interface Asking {
  client: DeqarClient;
  bodies: readonly CatalogueBody[];
  /** Ids of reports that are held of an institution, by its key: those that a list leaves out are asked for one by one. */
  heldReports: ReadonlyMap<string, readonly string[]>;
  today: Day;
  progress: Progress;
}

const KINDS: readonly ReportKind[] = ["institutional", "programme"];

/** Providers with an identifier by which DEQAR can be asked; those of the sample it does not know. */
export const askable = (bodies: readonly CatalogueBody[]): CatalogueBody[] =>
  bodies.filter(
    ({ identifiers, isSample }) =>
      !isSample &&
      identifiers.some(
        ({ scheme }) =>
          scheme === "deqar" || scheme === "eter" || ASKED_BY.some((by) => by.scheme === scheme),
      ),
  );

/**
 * Asks for each provider by its identifiers, the surest first, then for its reports. One that cannot be read is said and
 * left as it was.
 * @throws unavailable where nothing could be read at all
 */
export async function askForProviders({
  client,
  bodies,
  heldReports,
  today,
  progress,
}: Asking): Promise<Asked> {
  const asked: Asked = { answers: [], unlisted: [], scope: new Set(), notes: [] };
  const seen = new Set<string>();
  let failure: CairnError | null = null;
  for (const [at, body] of bodies.entries()) {
    progress("Asking DEQAR", at, bodies.length);
    try {
      const found = await findInstitution(client, body, asked, today);
      const parsed = found && institutionAnswer.safeParse(found.value);
      if (!found || !parsed) continue;
      asked.answers.push(found);
      // What is wrong with an answer is said when it is read.
      if (!parsed.success) continue;
      const key = refKey(institutionRef(fromDetail(parsed.data, today).deqarId));
      if (seen.has(key)) continue;
      seen.add(key);
      await readReports(client, Number(parsed.data.id), key, heldReports.get(key) ?? [], asked);
    } catch (error) {
      if (!(error instanceof CairnError) || error.code !== "unavailable") throw error;
      failure = error;
      const name = Object.values(body.legalName)[0] ?? body.id;
      asked.notes.push(noteOn(name, "warn", "not-read", `${error.message}. What was known of it stays.`));
    }
  }
  progress("Asking DEQAR", bodies.length, bodies.length);
  if (failure && asked.answers.length + asked.unlisted.length === 0) throw failure;
  return asked;
}

async function findInstitution(
  client: DeqarClient,
  { identifiers }: CatalogueBody,
  asked: Asked,
  today: Day,
): Promise<NamedAnswer | null> {
  const valuesOf = (wanted: string) =>
    identifiers.filter(({ scheme }) => scheme === wanted).map(({ value }) => value.trim());
  for (const claimed of valuesOf("deqar")) {
    const number = numberOfDeqarId(claimed);
    const found = number === null ? null : await client.institution(number);
    if (found) return found;
    asked.unlisted.push(notListed(claimed, today));
  }
  for (const eterId of valuesOf("eter")) {
    const found = await client.institutionByEter(eterId);
    if (found) return found;
  }
  for (const { scheme, resource } of ASKED_BY) {
    for (const value of valuesOf(scheme)) {
      const found = await client.institutionByIdentifier(resource, value);
      if (found) return found;
    }
  }
  return null;
}

/** Its lists leave out what has a high flag: what is held and not in them is asked for by its id. */
async function readReports(
  client: DeqarClient,
  institution: number,
  key: string,
  held: readonly string[],
  asked: Asked,
): Promise<void> {
  const listed = new Set<string>();
  let isWhole = true;
  for (const kind of KINDS) {
    const list = await client.reportsOf(kind, institution);
    isWhole &&= list.isWhole;
    for (const [at, value] of list.results.entries()) {
      const id = reportIdOf(value);
      const isRow = typeof value === "object" && value !== null && "report" in value;
      const detail = isRow && id !== null && !listed.has(id) ? await client.report(id) : null;
      if (id !== null) listed.add(id);
      if (detail) asked.answers.push(detail);
      else if (!isRow) asked.answers.push({ name: `${kind} reports of ${institution}, ${at + 1}`, value });
    }
  }
  for (const id of held.filter((each) => !listed.has(each))) {
    const detail = await client.report(id);
    if (detail) asked.answers.push(detail);
  }
  if (isWhole) asked.scope.add(key);
}

/** Of a report, or of a row that names a programme and, within, its report. */
function reportIdOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  if ("report" in value) return reportIdOf(value.report);
  return "id" in value && (typeof value.id === "string" || typeof value.id === "number")
    ? String(value.id)
    : null;
}

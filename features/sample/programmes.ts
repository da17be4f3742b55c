import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "@/db/client";
import { sampleProgrammes } from "@/db/sample/programmes";
import { applyChanges } from "@/features/changes/mutations";
import { loadRecords } from "@/features/changes/queries";
import type { Actor, Moment } from "@/features/changes/schema";
import type { ImportSource } from "@/features/imports/mutations";
import type { ProgrammeVersion } from "@/features/pathways/programme";
import { readProgramme } from "@/features/pathways/programme-file";
import { findStoredProgrammes } from "@/features/pathways/queries";
import { refOfKey } from "@/features/pathways/ref";
import { publishProgrammes } from "@/features/programmes/mutations";
import { planProgrammes, readProgrammes } from "@/features/programmes/plan";
import { loadProgrammeSurroundings } from "@/features/programmes/queries";
import type { Day } from "@/lib/dates";
import { broughtTo } from "./dates";
import { sampleId } from "./sample-id";

export interface SampleProgramme {
  /** The file of the `programme` format. */
  document: unknown;
  programme: ProgrammeVersion;
}

/** What the qualifications of the sample ask for, with dates that fit `today`. */
export function sampleProgrammesOn(today: Day): SampleProgramme[] {
  return sampleProgrammes.map((written) => {
    const document = broughtTo(today, written);
    const reading = readProgramme(document);
    if (!reading.ok)
      throw new Error(`A programme of the sample cannot be read: ${JSON.stringify(reading.problems)}`);
    return { document, programme: reading.programme };
  });
}

/**
 * Takes out the sample's qualifications that have a version which says something else than it now does: a published
 * version never changes and goes only with its credential, which can then come again with what it now asks for.
 */
export async function takeOutOutdated(
  tx: Transaction,
  actor: Actor,
  sourceId: string,
  wanted: readonly SampleProgramme[],
  moment: Moment,
): Promise<void> {
  const outdated = await outdatedQualifications(tx, wanted);
  const { credentials } = await loadRecords(tx, sourceId);
  const gone = credentials.flatMap((before) =>
    outdated.has(before.id) ? { kind: before.kind, before, after: null } : [],
  );
  if (gone.length > 0) await applyChanges(tx, actor, gone, moment);
}

async function outdatedQualifications(
  tx: Transaction,
  wanted: readonly SampleProgramme[],
): Promise<Set<string>> {
  const documents = new Map(
    wanted.map(({ document, programme }) => [`${qualificationId(programme)} ${programme.version}`, document]),
  );
  const ids = new Set(wanted.map(({ programme }) => qualificationId(programme)));
  const stored = await findStoredProgrammes(tx, [...ids]);
  const outdated = stored.filter(({ credentialId, version, document }) => {
    const name = `${credentialId} ${version}`;
    return documents.has(name) && !isDeepStrictEqual(documents.get(name), document);
  });
  return new Set(outdated.map(({ credentialId }) => credentialId));
}

/** Publishes the versions that are not there yet, by the same way as an import; none of the sample may be refused. */
export async function publishSampleProgrammes(
  tx: Transaction,
  wanted: readonly SampleProgramme[],
  source: ImportSource,
  moment: Moment,
): Promise<void> {
  const programmes = wanted.map(({ programme }) => programme);
  const around = await loadProgrammeSurroundings(tx, programmes, moment.today);
  const files = wanted.map(({ document }) => ({ name: source.name, document, fault: null }));
  const items = planProgrammes(readProgrammes(files), around, moment.today);
  const refused = items.filter(({ outcome }) => outcome === "refused");
  if (refused.length > 0)
    throw new Error(
      `Programmes of the sample are refused: ${JSON.stringify(refused.flatMap(({ notes }) => notes))}`,
    );
  const added = items.filter(({ outcome }) => outcome === "added");
  await publishProgrammes(tx, added, source, moment);
}

function qualificationId({ qualification }: ProgrammeVersion): string {
  const ref = refOfKey(qualification);
  if (!ref || !("externalId" in ref))
    throw new Error(`The sample names "${qualification}" by no key of its own`);
  return sampleId("credential", ref.externalId);
}

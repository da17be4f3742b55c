import "server-only";
import type { Transaction } from "@/db/client";
import type { DocumentMoment } from "@/features/documents/schema";
import type { ImportSource } from "@/features/imports/mutations";
import { insertVersions } from "@/features/pathways/mutations";
import { indexCourses } from "@/features/postgres-search/mutations";
import { becomeStackWriter, renewCountedTowards } from "@/features/stacking/mutations";
import { conflict } from "@/lib/errors";
import { uuidv7 } from "@/lib/uuid";
import { type ProgrammeItem, planProgrammes, readProgrammes } from "./plan";
import { loadProgrammeSurroundings } from "./queries";

/**
 * Publishes the accepted versions, and lets follow what counts towards them and what a search finds by that.
 * @throws conflict where the catalogue was changed since the difference was made, so that one may no longer come in
 */
export async function publishProgrammes(
  tx: Transaction,
  items: readonly ProgrammeItem[],
  source: ImportSource,
  { now, today }: DocumentMoment,
): Promise<void> {
  const accepted = items.flatMap(({ accepted: each, document, record }) =>
    each ? [{ ...each, document, record }] : [],
  );
  if (accepted.length === 0) return;
  await becomeStackWriter(tx);
  await requireStillRight(tx, accepted, today);
  const versions = accepted.map((each) => ({ id: uuidv7(now.getTime()), sourceId: source.id, ...each }));
  await insertVersions(tx, versions, now);
  const courseIds = await renewCountedTowards(
    tx,
    { versionIds: versions.map(({ id }) => id), units: { credentialIds: [], courseIds: [] } },
    today,
  );
  await indexCourses(tx, courseIds, { today });
}

async function requireStillRight(
  tx: Transaction,
  accepted: readonly (NonNullable<ProgrammeItem["accepted"]> & { document: unknown; record: string })[],
  today: string,
): Promise<void> {
  const files = accepted.map(({ record, document }) => ({ name: record, document, fault: null }));
  const around = await loadProgrammeSurroundings(
    tx,
    accepted.map(({ programme }) => programme),
    today,
  );
  const again = planProgrammes(readProgrammes(files), around, today);
  const refused = again.find(({ outcome }) => outcome !== "added");
  if (refused) {
    throw conflict(
      `The catalogue was changed in the meantime, and ${refused.record} may no longer come in as it is: nothing was applied. Run this import again.`,
    );
  }
}

import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { credentials } from "@/db/schema/credentials";
import { providers } from "@/db/schema/providers";
import { deleteCourses, writeCourses } from "@/features/courses/mutations";
import type { CourseRecord } from "@/features/courses/schema";
import { deleteCredentials, writeCredentials } from "@/features/credentials/mutations";
import type { CredentialRecord } from "@/features/credentials/schema";
import { indexCourses } from "@/features/postgres-search/mutations";
import { deleteProviders, writeProviders } from "@/features/providers/mutations";
import type { ProviderRecord } from "@/features/providers/schema";
import { noteChanges } from "@/features/record-changes/mutations";
import { coursesReading, pairsOf } from "@/features/reliance/queries";
import { nameRecords } from "@/features/search-names/mutations";
import { forgetSlugs, giveSlugs, type SlugKind } from "@/features/slugs/mutations";
import { slugBase } from "@/features/slugs/slug-base";
import { followRecords } from "@/features/stacking/mutations";
import { coursesCountingTowards } from "@/features/stacking/queries";
import { conflict, invalid } from "@/lib/errors";
import { partition } from "@/lib/group";
import type { LanguageMap } from "@/lib/language-map";
import type { Progress } from "@/lib/progress";
import { canChange } from "./policy";
import { saysTheSame } from "./same-record";
import type {
  Actor,
  Change,
  CourseChange,
  CredentialChange,
  HeldRecords,
  Moment,
  ProviderChange,
  Wanted,
} from "./schema";
import { renumberedProviders, writtenRecords } from "./written-records";

const TABLES = { provider: providers, credential: credentials, course: courses };

/** What the door gives a record that passes it. */
interface Stamp {
  slug: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** One change of a public record; see `applyChanges`. */
export function applyChange(
  tx: Transaction,
  actor: Actor,
  change: Change,
  moment: Moment,
): Promise<HeldRecords> {
  return applyChanges(tx, actor, [change], moment);
}

/**
 * The one door for every write of a public record. Writes records and their parts, gives addresses, and lets all
 * that must follow a change follow: its names, what counts towards which qualification, and the search rows of every
 * course concerned. A change that changes nothing but the day of reading moves that day alone: no new version, no new `updatedAt`.
 * @returns the records that were written, as they now stand
 * @throws conflict, naming the record, where `before` is no longer how it stands
 */
export async function applyChanges(
  tx: Transaction,
  actor: Actor,
  changes: readonly Change[],
  moment: Moment,
  progress: Progress = () => {},
): Promise<HeldRecords> {
  if (!canChange(actor)) throw invalid(`${actor.name} may not change records`);
  const ofProviders = await settle(tx, "provider", changes.filter(isOfProvider), moment, nameOf);
  const ofCredentials = await settle(tx, "credential", changes.filter(isOfCredential), moment, titleOf);
  const ofCourses = await settle(tx, "course", changes.filter(isOfCourse), moment, titleOf);

  const providerWrites = ofProviders.writes.map(({ before, after, stamp }) => ({
    before,
    after: { ...after, ...stamp },
  }));
  const credentialWrites = ofCredentials.writes.map(({ before, after, stamp }) => ({
    before,
    after: { ...after, ...stamp },
  }));
  const courseWrites = ofCourses.writes.map(({ before, after, stamp }) => ({
    before,
    after: { ...after, ...stamp, publishedAt: publishedAt(before, after, moment) },
  }));
  const total = providerWrites.length + credentialWrites.length + courseWrites.length;
  const parting = await pairsOf(tx, { recordIds: renumberedProviders(changes) });
  await writeProviders(tx, providerWrites);
  await writeCredentials(tx, credentialWrites, moment.now);
  progress("Writing records", total - courseWrites.length, total);
  await writeCourses(tx, courseWrites, moment.now);
  progress("Writing records", total, total);

  const written = {
    providers: providerWrites.map(({ after }) => after),
    credentials: credentialWrites.map(({ after }) => after),
    courses: courseWrites.map(({ after }) => after),
  };
  const credentialIds = [...written.credentials.map(({ id }) => id), ...ofCredentials.removedIds];
  const concerned = await coursesReading(tx, {
    subjectIds: parting.map(({ subjectId }) => subjectId),
    recordIds: [...written.providers.map(({ id }) => id), ...ofProviders.removedIds, ...credentialIds],
  });
  const counting = await coursesCountingTowards(tx, credentialIds);
  await deleteCourses(tx, ofCourses.removedIds);
  await deleteCredentials(tx, ofCredentials.removedIds);
  await deleteProviders(tx, ofProviders.removedIds);
  const courseIds = [...new Set([...written.courses.map(({ id }) => id), ...concerned])];
  await nameRecords(
    tx,
    written,
    [ofProviders, ofCredentials, ofCourses].flatMap(({ removedIds }) => removedIds),
  );
  const stacked = await followRecords(tx, writtenRecords(changes, courseIds), moment.today);
  const toIndex = new Set([...courseIds, ...ofCourses.removedIds, ...counting, ...stacked]);
  for (const { kind, written: writes, removedIds } of [
    { kind: "provider" as const, written: written.providers, ...ofProviders },
    { kind: "credential" as const, written: written.credentials, ...ofCredentials },
    { kind: "course" as const, written: written.courses, ...ofCourses },
  ]) {
    await noteChanges(tx, kind, "removed", removedIds);
    await noteChanges(
      tx,
      kind,
      "written",
      writes.map(({ id }) => id),
    );
  }
  progress("Making courses searchable", 0, toIndex.size);
  await indexCourses(tx, [...toIndex], { today: moment.today });
  progress("Making courses searchable", toIndex.size, toIndex.size);
  return written;
}

const isOfProvider = (change: Change): change is ProviderChange => change.kind === "provider";
const isOfCredential = (change: Change): change is CredentialChange => change.kind === "credential";
const isOfCourse = (change: Change): change is CourseChange => change.kind === "course";

const nameOf = ({ content }: Wanted<ProviderRecord>) => content.legalName;
const titleOf = ({ content }: Wanted<CredentialRecord> | Wanted<CourseRecord>) => content.title;

const publishedAt = (before: CourseRecord | null, after: Wanted<CourseRecord>, { now }: Moment) =>
  before?.publishedAt ?? (after.status === "published" ? now : null);

type AnyRecord = ProviderRecord | CredentialRecord | CourseRecord;

interface Settled<R extends AnyRecord> {
  writes: { before: R | null; after: Wanted<R>; stamp: Stamp }[];
  removedIds: string[];
}

/** Takes the records of one kind into this transaction's hands and decides what each change comes to. */
async function settle<R extends AnyRecord>(
  tx: Transaction,
  kind: SlugKind,
  changes: readonly { before: R | null; after: Wanted<R> | null }[],
  { now }: Moment,
  titleOfRecord: (record: Wanted<R>) => LanguageMap,
): Promise<Settled<R>> {
  await lockUnchanged(
    tx,
    kind,
    changes.flatMap(({ before }) => before ?? []),
  );
  const removed = changes.flatMap(({ before, after }) => (before && !after ? [before] : []));
  const wanted = changes.flatMap(({ before, after }) => (after ? [{ before, after }] : []));
  const [readAgain, writes] = partition(
    wanted,
    ({ before, after }) => before !== null && saysTheSame(before, after),
  );
  await moveRetrievedOn(
    tx,
    kind,
    readAgain.map(({ after }) => after),
  );
  await forgetSlugs(
    tx,
    kind,
    removed.filter(({ isSample }) => isSample).map(({ id }) => id),
  );

  const baseOf = (record: Wanted<R>) => slugBase(kind, titleOfRecord(record), record.content.defaultLanguage);
  const slugs = await giveSlugs(
    tx,
    kind,
    writes
      .map(({ before, after }) => ({
        recordId: after.id,
        base: baseOf(after),
        had: before && baseOf(before),
      }))
      .filter(({ base, had }) => base !== had),
  );
  return {
    removedIds: removed.map(({ id }) => id),
    writes: writes.map(({ before, after }) => ({
      before,
      after,
      stamp: {
        slug: slugs.get(after.id) ?? before?.slug ?? kind,
        version: (before?.version ?? 0) + 1,
        createdAt: before?.createdAt ?? now,
        updatedAt: now,
      },
    })),
  };
}

async function lockUnchanged(tx: Transaction, kind: SlugKind, records: readonly AnyRecord[]): Promise<void> {
  const table = TABLES[kind];
  const rows = await tx
    .select({ id: table.id, version: table.version })
    .from(table)
    .where(sql`${table.id} = any(${uuids(records.map(({ id }) => id))})`)
    .orderBy(table.id)
    .for("update");
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const stale = records.find(({ id, version }) => versions.get(id) !== version);
  if (stale) {
    throw conflict(
      `The ${kind} ${stale.externalId} (${stale.slug}) was changed by someone else meanwhile: read it again and repeat the change`,
    );
  }
}

async function moveRetrievedOn(
  tx: Transaction,
  kind: SlugKind,
  records: readonly { id: string; retrievedOn: string }[],
): Promise<void> {
  const table = TABLES[kind];
  const ids = uuids(records.map(({ id }) => id));
  const days = texts(records.map(({ retrievedOn }) => retrievedOn));
  await tx.execute(sql`
    update ${table} set retrieved_on = read.day::date from unnest(${ids}, ${days}) as read (id, day)
    where ${table.id} = read.id and ${table.retrievedOn} <> read.day::date`);
}

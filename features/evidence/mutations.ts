import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertRows, texts, uuids } from "@/db/rows";
import { evidence, evidenceParties, evidenceReadings } from "@/db/schema/evidence";
import { evidenceSubjectIdentifiers, evidenceSubjects } from "@/db/schema/evidence-subjects";
import type { Day } from "@/lib/dates";
import { uuidv7 } from "@/lib/uuid";
import { type EvidenceDraft, type NamedKind, type NamedSubject, subjectName } from "./draft";
import { namedParties, toFactColumns } from "./record-rows";

/** A row to add; `supersedes` is the row that it corrects. */
export interface Addition {
  draft: EvidenceDraft;
  /** Of all that it says, the day of reading aside. */
  contentHash: string;
  supersedes: string | null;
  /** Given only where the row must be the same wherever it is added: the sample. */
  id?: string;
}

export interface Entry {
  sourceId: string;
  now: Date;
  today: Day;
  /** An import or an account, in words that may be shown to staff. */
  enteredBy: string;
}

/**
 * Adds rows of evidence of one source; nothing that was there changes. Whom they are about must have been noted
 * (`noteSubjects`); bodies that they name besides are noted here. What must follow hangs on features/registers, which
 * calls this.
 * @returns ids of the subjects concerned
 */
export async function addEvidence(
  tx: Transaction,
  additions: readonly Addition[],
  { sourceId, now, today, enteredBy }: Entry,
): Promise<string[]> {
  if (additions.length === 0) return [];
  const parties = additions.flatMap(({ draft }) => namedParties(draft).map(({ party }) => party));
  await noteBodies(
    tx,
    sourceId,
    parties.flatMap(({ body }) => body ?? []),
    now,
  );
  const idOf = await subjectIds(tx, sourceId);
  const subjectId = (kind: NamedKind, key: string): string => {
    const id = idOf.get(subjectName({ kind, key }));
    if (id === undefined) throw new Error(`The subject ${kind} ${key} was not noted`);
    return id;
  };
  const rows = additions.map(({ draft, contentHash, supersedes, id = uuidv7(now.getTime()) }) => ({
    draft,
    row: {
      ...toFactColumns(draft),
      id,
      sourceId,
      supersedes,
      subjectId: subjectId(draft.subject.kind, draft.subject.key),
      contentHash,
      enteredBy,
      enteredOn: today,
    },
  }));
  await insertRows(
    tx,
    evidence,
    rows.map(({ row }) => row),
  );
  await insertRows(
    tx,
    evidenceParties,
    rows.flatMap(({ row, draft }) =>
      namedParties(draft).map(({ role, party }, position) => ({
        evidenceId: row.id,
        role,
        position,
        name: party.name,
        subjectId: party.body === null ? null : subjectId(party.body.kind, party.body.key),
      })),
    ),
  );
  await insertRows(
    tx,
    evidenceReadings,
    rows.map(({ row, draft }) => ({ evidenceId: row.id, retrievedOn: draft.retrievedOn })),
  );
  return [...new Set(rows.map(({ row }) => row.subjectId))];
}

/** Moves the day on which these rows were last read and found to say the same; never back. */
export async function moveReadings(
  tx: Transaction,
  readings: readonly { id: string; retrievedOn: Day }[],
): Promise<void> {
  const ids = uuids(readings.map(({ id }) => id));
  const days = texts(readings.map(({ retrievedOn }) => retrievedOn));
  await tx.execute(sql`
    update ${evidenceReadings} set retrieved_on = read.day::date from unnest(${ids}, ${days}) as read (id, day)
    where ${evidenceReadings.evidenceId} = read.id and ${evidenceReadings.retrievedOn} < read.day::date`);
}

/**
 * Takes down whom a source's records are about, with all that it gives of each: names, websites, identifiers.
 * @returns ids of the subjects that are new or differ from what was there
 */
export async function noteSubjects(
  tx: Transaction,
  sourceId: string,
  subjects: readonly NamedSubject[],
  now: Date,
): Promise<string[]> {
  const once = [...new Map(subjects.map((subject) => [subjectName(subject), subject])).values()];
  const changed = await tx.execute<{ id: string }>(sql`
    insert into ${evidenceSubjects} (id, source_id, kind, key, source_name, external_id, names, domains, offered_by)
    select id, source_id, kind, key, source_name, external_id, names, domains, offered_by
    from jsonb_populate_recordset(null::${evidenceSubjects}, ${JSON.stringify(
      once.map((subject) => toSubjectRow(subject, sourceId, now)),
    )}::jsonb)
    on conflict (source_id, kind, key) do update
      set names = excluded.names, domains = excluded.domains, offered_by = excluded.offered_by
      where (${evidenceSubjects}.names, ${evidenceSubjects}.domains, ${evidenceSubjects}.offered_by)
        is distinct from (excluded.names, excluded.domains, excluded.offered_by)
    returning id`);
  const idOf = await subjectIds(tx, sourceId);
  const identifiers = once.flatMap((subject) => {
    const subjectId = idOf.get(subjectName(subject));
    return subjectId === undefined
      ? []
      : subject.identifiers.map(({ scheme, value }) => ({ subjectId, scheme, value }));
  });
  const described = once.flatMap((subject) => idOf.get(subjectName(subject)) ?? []);
  const renumbered = await renewIdentifiers(tx, described, identifiers);
  return [...new Set([...changed.map(({ id }) => id), ...renumbered])];
}

type IdentifierRow = typeof evidenceSubjectIdentifiers.$inferSelect;

async function renewIdentifiers(
  tx: Transaction,
  subjectIdList: readonly string[],
  identifiers: readonly IdentifierRow[],
): Promise<string[]> {
  const wanted = sql`unnest(
    ${uuids(identifiers.map(({ subjectId }) => subjectId))}, ${texts(identifiers.map(({ scheme }) => scheme))},
    ${texts(identifiers.map(({ value }) => value))}) as wanted (subject_id, scheme, value)`;
  const gone = await tx.execute<{ id: string }>(sql`
    delete from ${evidenceSubjectIdentifiers} as held
    where held.subject_id = any(${uuids(subjectIdList)}) and not exists (
      select from ${wanted}
      where wanted.subject_id = held.subject_id and wanted.scheme = held.scheme and wanted.value = held.value)
    returning held.subject_id as id`);
  const added = await tx.execute<{ id: string }>(sql`
    insert into ${evidenceSubjectIdentifiers} (subject_id, scheme, value)
    select distinct subject_id, scheme, value from ${wanted} on conflict do nothing returning subject_id as id`);
  return [...gone, ...added].map(({ id }) => id);
}

/** A body that is named in passing stays as a record about it described it. */
async function noteBodies(
  tx: Transaction,
  sourceId: string,
  bodies: readonly NamedSubject[],
  now: Date,
): Promise<void> {
  const idOf = await subjectIds(tx, sourceId);
  const unknown = bodies.filter((body) => !idOf.has(subjectName(body)));
  await noteSubjects(tx, sourceId, unknown, now);
}

const toSubjectRow = (
  { kind, key, feed, names, domains, offeredBy }: NamedSubject,
  sourceId: string,
  now: Date,
) => ({
  id: uuidv7(now.getTime()),
  source_id: sourceId,
  kind,
  key,
  source_name: feed?.source ?? null,
  external_id: feed?.externalId ?? null,
  names,
  domains,
  offered_by: offeredBy,
});

async function subjectIds(tx: Transaction, sourceId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: evidenceSubjects.id, kind: evidenceSubjects.kind, key: evidenceSubjects.key })
    .from(evidenceSubjects)
    .where(sql`${evidenceSubjects.sourceId} = ${sourceId}`);
  return new Map(rows.map(({ id, kind, key }) => [subjectName({ kind, key }), id]));
}

/** Takes out all evidence of a source, which only the sample's may be. */
export async function removeEvidence(tx: Transaction, sourceId: string): Promise<void> {
  await tx.delete(evidence).where(sql`${evidence.sourceId} = ${sourceId}`);
  await tx.delete(evidenceSubjects).where(sql`${evidenceSubjects.sourceId} = ${sourceId}`);
}

import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { insertRows, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { awardingBodies, courseCredentials } from "@/db/schema/credentials";
import { evidence, evidenceParties } from "@/db/schema/evidence";
import { evidenceMatches, evidenceSubjectRecords, evidenceSubjects } from "@/db/schema/evidence-subjects";
import { importItems } from "@/db/schema/sources";
import { contentHash } from "@/features/differences/content-hash";
import { lastKeptHashes } from "@/features/documents/queries";
import type { NamedSubject } from "@/features/evidence/draft";
import { addEvidence, moveReadings, noteSubjects } from "@/features/evidence/mutations";
import { type ImportSource, type RunOutcome, recordRun } from "@/features/imports/mutations";
import type { Proposal } from "@/features/matches/matching";
import { renewProposals } from "@/features/matches/mutations";
import { indexCourses } from "@/features/postgres-search/mutations";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { uuidv7 } from "@/lib/uuid";
import type { EvidencePlan } from "./plan";
import { EVIDENCE_NOTE } from "./reading";

/** What is taken in beside the rows themselves. */
export interface Reading {
  /** Everybody whom the feed is about, described anew even where the records say the same. */
  subjects: readonly NamedSubject[];
  proposals: readonly Proposal[];
}

/** All of a plan, with what the source said that is news; or, whatever happens, none of it. */
export async function applyEvidence(
  db: Database,
  plan: EvidencePlan,
  { subjects, proposals }: Reading,
  source: ImportSource,
  outcome: RunOutcome,
): Promise<void> {
  const { startedAt: now, retrievedOn: today } = outcome;
  await db.transaction(async (tx) => {
    const runId = await recordRun(tx, source, outcome);
    if (plan.quarantine !== null) return;
    await keepItems(tx, plan, { runId, sourceId: source.id, now });
    const changed = await noteSubjects(tx, source.id, subjects, now);
    const additions = plan.items.flatMap(({ addition }) => addition ?? []);
    const added = await addEvidence(tx, additions, {
      sourceId: source.id,
      now,
      today,
      enteredBy: `import ${source.format}`,
    });
    await moveReadings(
      tx,
      plan.items.flatMap(({ readAgain }) => readAgain ?? []),
    );
    await renewProposals(tx, subjects, proposals, { now, today });
    await followEvidence(tx, [...changed, ...added], today);
  });
}

async function keepItems(
  tx: Transaction,
  plan: EvidencePlan,
  { runId, sourceId, now }: { runId: string; sourceId: string; now: Date },
): Promise<void> {
  const known = await lastKeptHashes(tx, sourceId, EVIDENCE_NOTE);
  await insertRows(
    tx,
    importItems,
    plan.items.flatMap(({ record, outcome, raw, notes }, position) => {
      const hash = contentHash([outcome === "missing", raw]);
      if (outcome === "unchanged" || known.get(record) === hash) return [];
      return {
        id: uuidv7(now.getTime()),
        runId,
        sourceId,
        kind: EVIDENCE_NOTE,
        externalId: record,
        outcome,
        raw: raw ?? null,
        contentHash: hash,
        notes: notes.map(({ field, rule, severity, message }) => ({ field, rule, severity, message })),
        position,
      };
    }),
  );
}

/**
 * A person's word on a proposal. What the source says of that subject is from now on about our record, or is not.
 * @throws notFound where there is no such proposal
 */
export async function decideMatch(
  tx: Transaction,
  id: string,
  { state, by, today }: { state: "accepted" | "rejected"; by: string; today: Day },
): Promise<void> {
  const [decided] = await tx
    .select({ kind: evidenceMatches.kind, key: evidenceMatches.key })
    .from(evidenceMatches)
    .where(eq(evidenceMatches.id, id))
    .for("update");
  if (!decided) throw notFound(`There is no proposal ${id}: list them first.`);
  const subjects = await tx
    .select({ id: evidenceSubjects.id })
    .from(evidenceSubjects)
    .where(and(eq(evidenceSubjects.kind, decided.kind), eq(evidenceSubjects.key, decided.key)));
  const ids = subjects.map((subject) => subject.id);
  const before = await coursesResting(tx, ids);
  await tx
    .update(evidenceMatches)
    .set({ state, decidedBy: by, decidedOn: today })
    .where(eq(evidenceMatches.id, id));
  const after = await coursesResting(tx, ids);
  await indexCourses(tx, [...new Set([...before, ...after])], { today });
}

/**
 * The one place where all that must follow a change of evidence follows, in its transaction: the search rows of every
 * course that rests on it.
 * @returns the courses concerned
 */
export async function followEvidence(
  tx: Transaction,
  subjectIds: readonly string[],
  today: Day,
): Promise<string[]> {
  const courseIds = await coursesResting(tx, subjectIds);
  await indexCourses(tx, courseIds, { today });
  return courseIds;
}

/**
 * Courses whose trust can rest on evidence about these subjects: the course itself, those of the provider, those that lead
 * to the credential or to one that the provider awards; and what the provider endorses or assures.
 */
async function coursesResting(tx: Transaction, subjectIds: readonly string[]): Promise<string[]> {
  if (subjectIds.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    with about as (
      select kind, record_id from ${evidenceSubjectRecords} as named
        where named.subject_id = any(${uuids([...new Set(subjectIds)])})),
    leaning as (
      select ${evidence.subjectId} as subject_id
      from ${evidenceSubjectRecords} as body
      join ${evidenceParties} on ${evidenceParties.subjectId} = body.subject_id
        and ${evidenceParties.role} in ('issuer', 'assured-by')
      join ${evidence} on ${evidence.id} = ${evidenceParties.evidenceId}
        and ${evidence.kind} in ('endorsement', 'internal-quality-assurance')
      where body.kind = 'provider' and body.record_id in (select record_id from about where kind = 'provider')),
    concerned as (
      select kind, record_id from about
      union
      select named.kind, named.record_id from ${evidenceSubjectRecords} as named
        where named.subject_id in (select subject_id from leaning))
    select record_id as id from concerned where kind = 'course'
    union
    select ${courses.id} from ${courses} where ${courses.providerId} in (
      select record_id from concerned where kind = 'provider')
    union
    select ${courseCredentials.courseId} from ${courseCredentials} where ${courseCredentials.credentialId} in (
      select record_id from concerned where kind in ('credential', 'qualification')
      union
      select ${awardingBodies.credentialId} from ${awardingBodies} where ${awardingBodies.providerId} in (
        select record_id from concerned where kind = 'provider'))`);
  return rows.map(({ id }) => id);
}

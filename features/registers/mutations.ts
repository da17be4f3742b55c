import "server-only";
import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { insertRows } from "@/db/rows";
import { evidenceMatches, evidenceSubjects } from "@/db/schema/evidence-subjects";
import { importItems } from "@/db/schema/sources";
import { contentHash } from "@/features/differences/content-hash";
import { lastKeptHashes } from "@/features/documents/queries";
import type { NamedSubject } from "@/features/evidence/draft";
import { addEvidence, moveReadings, noteSubjects } from "@/features/evidence/mutations";
import { type ImportSource, type RunOutcome, recordRun } from "@/features/imports/mutations";
import type { Proposal } from "@/features/matches/matching";
import { renewProposals } from "@/features/matches/mutations";
import { indexCourses } from "@/features/postgres-search/mutations";
import { coursesReading, type Pair, pairsOf } from "@/features/reliance/queries";
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
    const before = await pairsOf(tx, { sourceId: source.id });
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
    await followEvidence(tx, { subjectIds: [...changed, ...added], before }, today);
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
  const subjectIds = subjects.map((subject) => subject.id);
  const before = await pairsOf(tx, { subjectIds });
  await tx
    .update(evidenceMatches)
    .set({ state, decidedBy: by, decidedOn: today })
    .where(eq(evidenceMatches.id, id));
  await followEvidence(tx, { subjectIds, before }, today);
}

/**
 * The one place where all that must follow a change of evidence follows, in its transaction: the search rows of every
 * course that rests on what these subjects are or have, or that did by the pairs of `before`.
 */
export async function followEvidence(
  tx: Transaction,
  { subjectIds, before }: { subjectIds: readonly string[]; before: readonly Pair[] },
  today: Day,
): Promise<void> {
  const touched = new Set(subjectIds);
  const parted = before.filter(({ subjectId }) => touched.has(subjectId)).map(({ recordId }) => recordId);
  await indexCourses(tx, await coursesReading(tx, { subjectIds, recordIds: parted }), { today });
}

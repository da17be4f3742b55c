import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { awardingBodies, courseCredentials } from "@/db/schema/credentials";
import { evidence, evidenceParties } from "@/db/schema/evidence";
import { evidenceSubjectRecords, evidenceSubjects } from "@/db/schema/evidence-subjects";
import { LEANING } from "@/features/trust/leaning";

type Reader = Database | Transaction;

/** What a change touched. Who was who before it, and no longer is, belongs to it: ask `pairsOf` first. */
export interface Touched {
  /** Whom evidence is about or names: what is said of them is another, or who of ours they are. */
  subjectIds: readonly string[];
  /** Providers, credentials and courses of ours. */
  recordIds: readonly string[];
}

/**
 * Courses of which trust, level or credits may be others, and whose search rows hold something of these records: that read
 * them as their own, as their provider, as one of their credentials or as a body that awards one of these; and those about
 * which, or about whose provider, credential or awarding body, somebody speaks whose name has a say in it (LEANING).
 */
export async function coursesReading(db: Reader, { subjectIds, recordIds }: Touched): Promise<string[]> {
  if (subjectIds.length + recordIds.length === 0) return [];
  const roles = LEANING.flatMap(({ kind, roles: all }) => all.map((role) => ({ kind, role })));
  const rows = await db.execute<{ id: string }>(sql`
    with touched as (select unnest(${uuids([...new Set(subjectIds)])}) as subject_id),
    about as (
      select named.record_id from ${evidenceSubjectRecords} as named
        where named.subject_id in (select subject_id from touched)
      union select unnest(${uuids([...new Set(recordIds)])})),
    bodies as (
      select subject_id from touched
      union
      select body.subject_id from ${evidenceSubjectRecords} as body
        where body.kind = 'provider' and body.record_id in (select record_id from about)),
    leaning as (
      select ${evidence.subjectId} as subject_id from ${evidenceParties}
      join ${evidence} on ${evidence.id} = ${evidenceParties.evidenceId}
      join unnest(${texts(roles.map(({ kind }) => kind))}, ${texts(roles.map(({ role }) => role))})
        as counting (kind, role)
        on counting.kind = ${evidence.kind} and counting.role = ${evidenceParties.role}
      where ${evidenceParties.subjectId} in (select subject_id from bodies)),
    concerned as (
      select record_id from about
      union
      select named.record_id from ${evidenceSubjectRecords} as named
        where named.subject_id in (select subject_id from leaning))
    select ${courses.id} from ${courses} where ${courses.id} in (select record_id from concerned)
    union
    select ${courses.id} from ${courses} where ${courses.providerId} in (select record_id from concerned)
    union
    select ${courseCredentials.courseId} from ${courseCredentials} where ${courseCredentials.credentialId} in (
      select record_id from concerned
      union
      select ${awardingBodies.credentialId} from ${awardingBodies}
        where ${awardingBodies.providerId} in (select record_id from concerned))`);
  return rows.map(({ id }) => id);
}

/** A subject as a source names it, and a record of ours that it is. */
export interface Pair {
  subjectId: string;
  recordId: string;
}

/** Who is who as things stand: to be asked before a change that may part them. */
export async function pairsOf(
  db: Reader,
  of: { subjectIds: readonly string[] } | { sourceId: string } | { recordIds: readonly string[] },
): Promise<Pair[]> {
  const { subjectId, recordId } = evidenceSubjectRecords;
  return db.selectDistinct({ subjectId, recordId }).from(evidenceSubjectRecords).where(whose(of));
}

function whose(of: Parameters<typeof pairsOf>[1]): SQL {
  const { subjectId, recordId } = evidenceSubjectRecords;
  if ("recordIds" in of) return sql`${recordId} = any(${uuids(of.recordIds)})`;
  if ("subjectIds" in of) return sql`${subjectId} = any(${uuids(of.subjectIds)})`;
  return sql`${subjectId} in (
    select ${evidenceSubjects.id} from ${evidenceSubjects} where ${evidenceSubjects.sourceId} = ${of.sourceId})`;
}

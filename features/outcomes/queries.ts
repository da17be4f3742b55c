import "server-only";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { readByIds } from "@/db/read-by-ids";
import { credentialsOfCourses } from "@/db/schema/credentials";
import { outcomeSkills, outcomes } from "@/db/schema/outcomes";
import { skills } from "@/db/schema/skills";
import type { OutcomeView } from "./view";

/** Outcomes in order by the id of their course, and of any credential to which one of the courses leads. */
export const outcomesOfCourses = async (
  db: Database,
  courseIds: readonly string[],
): Promise<Map<string, OutcomeView[]>> => byOwner(await rowsOfCourses(db, courseIds));

/** Outcomes in order by the id of their credential. */
export const outcomesOfCredentials = async (
  db: Database,
  credentialIds: readonly string[],
): Promise<Map<string, OutcomeView[]>> => byOwner(await rowsOfCredentials(db, credentialIds));

const rowsOfCourses = readByIds((db, ids) => rowsOf(db, sql`${ids} || ${credentialsOfCourses(ids)}`));
const rowsOfCredentials = readByIds(rowsOf);

function rowsOf(db: Database, owners: SQL) {
  return db
    .select({
      id: outcomes.id,
      owner: sql<string>`coalesce(${outcomes.courseId}, ${outcomes.credentialId})`,
      text: outcomes.text,
      method: outcomeSkills.method,
      skillId: skills.id,
      uri: skills.uri,
      label: skills.label,
    })
    .from(outcomes)
    .leftJoin(outcomeSkills, eq(outcomeSkills.outcomeId, outcomes.id))
    .leftJoin(skills, eq(skills.id, outcomeSkills.skillId))
    .where(sql`${outcomes.courseId} = any(${owners}) or ${outcomes.credentialId} = any(${owners})`)
    .orderBy(asc(outcomes.position), asc(outcomes.id), asc(skills.uri));
}

function byOwner(rows: Awaited<ReturnType<typeof rowsOfCourses>>): Map<string, OutcomeView[]> {
  const byOutcome = new Map<
    string,
    { owner: string; view: { text: OutcomeView["text"]; skills: OutcomeView["skills"][number][] } }
  >();
  for (const row of rows) {
    const entry = byOutcome.get(row.id) ?? { owner: row.owner, view: { text: row.text, skills: [] } };
    byOutcome.set(row.id, entry);
    if (row.skillId && row.uri && row.label && row.method) {
      entry.view.skills.push({ id: row.skillId, uri: row.uri, label: row.label, method: row.method });
    }
  }
  const found = new Map<string, OutcomeView[]>();
  for (const { owner, view } of byOutcome.values()) {
    found.set(owner, [...(found.get(owner) ?? []), view]);
  }
  return found;
}

import "server-only";
import { and, asc, countDistinct, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { type AnyPgColumn, alias, type PgTable } from "drizzle-orm/pg-core";
import { type Database, database } from "@/db/client";
import { courses } from "@/db/schema/courses";
import { credentials } from "@/db/schema/credentials";
import { evidence } from "@/db/schema/evidence";
import { evidenceSubjects } from "@/db/schema/evidence-subjects";
import { occupations } from "@/db/schema/occupations";
import { providers } from "@/db/schema/providers";
import { skills } from "@/db/schema/skills";
import { importRuns, sources } from "@/db/schema/sources";
import type { SourceSummary } from "./view";

/** Every source with what it brought and when it was last read, by name. */
export async function listSources(db: Database = database()): Promise<SourceSummary[]> {
  const [rows, evidenceOf, ...counts] = await Promise.all([
    db
      .select({
        id: sources.id,
        name: sources.name,
        format: sources.format,
        licence: sources.licence,
        class: sources.class,
        isSample: sources.isSample,
        lastReadOn: sql<string | null>`(${db
          .select({ day: sql`max(${importRuns.retrievedOn})` })
          .from(importRuns)
          .where(
            sql`${importRuns.sourceId} = ${sources.id} and ${inArray(importRuns.state, ["applied", "unchanged"])}`,
          )})`,
      })
      .from(sources)
      .orderBy(asc(sources.name)),
    countEvidence(db),
    countBySource(db, courses, courses.sourceId, sql`${courses.status} = 'published'`),
    countBySource(db, credentials, credentials.sourceId, eq(credentials.status, "published")),
    countBySource(db, providers, providers.sourceId),
    countBySource(db, skills, skills.sourceId),
    countBySource(db, occupations, occupations.sourceId),
  ]);
  return rows.map(({ id, ...source }) => {
    const [ofCourses, ofCredentials, ofProviders, ofSkills, ofOccupations] = counts.map(
      (count) => count.get(id) ?? 0,
    );
    return {
      ...source,
      counts: {
        courses: ofCourses ?? 0,
        credentials: ofCredentials ?? 0,
        providers: ofProviders ?? 0,
        skills: ofSkills ?? 0,
        occupations: ofOccupations ?? 0,
        ...(evidenceOf.get(id) ?? { evidence: 0, institutions: 0 }),
      },
    };
  });
}

/** What of each source's evidence stands: neither corrected since nor gone from its register. */
async function countEvidence(
  db: Database,
): Promise<Map<string, Pick<SourceSummary["counts"], "evidence" | "institutions">>> {
  const successors = alias(evidence, "successors");
  const rows = await db
    .select({
      sourceId: evidence.sourceId,
      evidence: countDistinct(evidence.record),
      institutions: sql<number>`(count(distinct ${evidence.subjectId}) filter (where ${evidenceSubjects.kind} = 'provider'))::int`,
    })
    .from(evidence)
    .innerJoin(evidenceSubjects, eq(evidenceSubjects.id, evidence.subjectId))
    .leftJoin(successors, eq(successors.supersedes, evidence.id))
    .where(and(ne(evidence.answer, "not-found"), isNull(successors.id)))
    .groupBy(evidence.sourceId);
  return new Map(rows.map(({ sourceId, ...counts }) => [sourceId, counts]));
}

async function countBySource(
  db: Database,
  table: PgTable,
  sourceId: AnyPgColumn,
  where = sql`true`,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ sourceId: sql<string>`${sourceId}`, count: sql<number>`count(*)::int` })
    .from(table)
    .where(where)
    .groupBy(sourceId);
  return new Map(rows.map((row) => [row.sourceId, row.count]));
}

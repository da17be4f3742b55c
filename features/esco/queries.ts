import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { uuids } from "@/db/rows";
import { courseCredentials } from "@/db/schema/credentials";
import { iscoGroups, occupationBroader, occupationSkills, occupations } from "@/db/schema/occupations";
import { outcomeSkills, outcomes } from "@/db/schema/outcomes";
import { skillBroader, skillGroups, skillRelations, skills } from "@/db/schema/skills";
import { sources } from "@/db/schema/sources";
import type { HeldConcepts, HeldRow } from "./concept-plan";
import type { HeldPairs } from "./pair-plan";

/** All of ESCO that is held, whichever source brought it. */
export async function loadEsco(db: Database): Promise<{ concepts: HeldConcepts; pairs: HeldPairs }> {
  const samples = new Set(
    (await db.select({ id: sources.id }).from(sources).where(eq(sources.isSample, true))).map(({ id }) => id),
  );
  const heldBy = <R extends { sourceId: string }>(rows: readonly R[], keyOf: (row: R) => string) =>
    new Map(
      rows.map((row): [string, HeldRow<R>] => [keyOf(row), { row, isSample: samples.has(row.sourceId) }]),
    );
  const pairsBy = <R>(rows: readonly R[], keyOf: (row: R) => string) =>
    new Map(rows.map((row) => [keyOf(row), row]));
  const stepKey = ({ uri, broaderUri }: { uri: string; broaderUri: string }) => `${uri} ${broaderUri}`;
  return {
    concepts: {
      skill: heldBy(await db.select().from(skills), ({ id }) => id),
      occupation: heldBy(await db.select().from(occupations), ({ id }) => id),
      "isco group": heldBy(await db.select().from(iscoGroups), ({ code }) => code),
      "skill group": heldBy(await db.select().from(skillGroups), ({ uri }) => uri),
    },
    pairs: {
      "occupation-skill relation": pairsBy(
        await db.select().from(occupationSkills),
        ({ occupationId, skillId }) => `${occupationId} ${skillId}`,
      ),
      "skill-skill relation": pairsBy(
        await db.select().from(skillRelations),
        ({ skillId, relatedId }) => `${skillId} ${relatedId}`,
      ),
      "step of the skill hierarchy": pairsBy(await db.select().from(skillBroader), stepKey),
      "step of the occupation hierarchy": pairsBy(await db.select().from(occupationBroader), stepKey),
    },
  };
}

/** Courses whose search rows hold words of these skills: by their own outcomes or by those of a credential. */
export async function coursesWithSkills(tx: Transaction, skillIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: sql<string>`coalesce(${outcomes.courseId}, ${courseCredentials.courseId})` })
    .from(outcomeSkills)
    .innerJoin(outcomes, eq(outcomes.id, outcomeSkills.outcomeId))
    .leftJoin(courseCredentials, eq(courseCredentials.credentialId, outcomes.credentialId))
    .where(sql`${outcomeSkills.skillId} = any(${uuids(skillIds)})`);
  return rows.flatMap(({ id }) => id ?? []);
}

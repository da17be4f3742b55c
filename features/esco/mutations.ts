import "server-only";
import type { Database, Transaction } from "@/db/client";
import { deleteRows, insertRows, upsertRows } from "@/db/rows";
import { iscoGroups, occupationBroader, occupationSkills, occupations } from "@/db/schema/occupations";
import { skillBroader, skillGroups, skillRelations, skills } from "@/db/schema/skills";
import { importItems } from "@/db/schema/sources";
import { contentHash } from "@/features/differences/content-hash";
import { type ImportSource, type RunOutcome, recordRun } from "@/features/imports/mutations";
import { indexCourses } from "@/features/postgres-search/mutations";
import { nameConcepts } from "@/features/search-names/mutations";
import type { Progress } from "@/lib/progress";
import { uuidv7 } from "@/lib/uuid";
import type { ConceptChange, ConceptPlans } from "./concept-plan";
import type { EscoPlan } from "./plan";
import { coursesWithSkills } from "./queries";

/** All of it or, whatever happens, nothing; of files in quarantine only that they were read. */
export async function applyEsco(
  db: Database,
  plan: EscoPlan,
  source: ImportSource,
  outcome: RunOutcome,
  progress: Progress,
): Promise<void> {
  await db.transaction(async (tx) => {
    const runId = await recordRun(tx, source, outcome);
    if (plan.quarantine !== null) return;
    await insertRows(tx, importItems, itemRows(plan.concepts, runId, source.id, outcome.startedAt));
    const steps = [...conceptSteps(tx, plan), ...pairSteps(tx, plan)];
    const total = steps.reduce((sum, { rows }) => sum + rows, 0);
    let done = 0;
    for (const { rows, write } of steps) {
      await write();
      done += rows;
      progress("Writing", done, total);
    }
    for (const kind of ["skill", "occupation"] as const)
      await nameConcepts(
        tx,
        kind,
        plan.concepts[kind].changes.map(({ row }) => row),
      );
    const reworded = plan.concepts.skill.changes.filter(({ outcome: what }) => what === "changed");
    const courseIds = await coursesWithSkills(
      tx,
      reworded.map(({ row }) => row.id),
    );
    await indexCourses(tx, courseIds, { today: outcome.retrievedOn });
  });
}

interface Step {
  rows: number;
  write: () => Promise<void>;
}

function conceptSteps(tx: Transaction, { concepts }: EscoPlan): Step[] {
  const rowsOf = <R>(changes: readonly ConceptChange<R>[]) => changes.map(({ row }) => row);
  const isco = rowsOf(concepts["isco group"].changes);
  const jobs = rowsOf(concepts.occupation.changes);
  const groups = rowsOf(concepts["skill group"].changes);
  const abilities = rowsOf(concepts.skill.changes);
  return [
    { rows: isco.length, write: () => upsertRows(tx, iscoGroups, isco, "code") },
    { rows: jobs.length, write: () => upsertRows(tx, occupations, jobs) },
    { rows: groups.length, write: () => upsertRows(tx, skillGroups, groups, "uri") },
    { rows: abilities.length, write: () => upsertRows(tx, skills, abilities) },
  ];
}

function pairSteps(tx: Transaction, { pairs }: EscoPlan): Step[] {
  const needed = pairs["occupation-skill relation"];
  const related = pairs["skill-skill relation"];
  const skillSteps = pairs["step of the skill hierarchy"];
  const occupationSteps = pairs["step of the occupation hierarchy"];
  return [
    {
      rows: needed.remove.length,
      write: () => deleteRows(tx, occupationSkills, needed.remove, ["occupationId", "skillId"]),
    },
    { rows: needed.insert.length, write: () => insertRows(tx, occupationSkills, needed.insert) },
    {
      rows: related.remove.length,
      write: () => deleteRows(tx, skillRelations, related.remove, ["skillId", "relatedId"]),
    },
    { rows: related.insert.length, write: () => insertRows(tx, skillRelations, related.insert) },
    {
      rows: skillSteps.remove.length,
      write: () => deleteRows(tx, skillBroader, skillSteps.remove, ["uri", "broaderUri"]),
    },
    { rows: skillSteps.insert.length, write: () => insertRows(tx, skillBroader, skillSteps.insert) },
    {
      rows: occupationSteps.remove.length,
      write: () => deleteRows(tx, occupationBroader, occupationSteps.remove, ["uri", "broaderUri"]),
    },
    {
      rows: occupationSteps.insert.length,
      write: () => insertRows(tx, occupationBroader, occupationSteps.insert),
    },
  ];
}

/** Kept for each concept that changed in more than its version, and for each that is gone. */
function itemRows(
  concepts: ConceptPlans,
  runId: string,
  sourceId: string,
  now: Date,
): (typeof importItems.$inferSelect)[] {
  return Object.entries(concepts)
    .flatMap(([kind, { changes }]) => changes.map((change) => ({ kind, ...change })))
    .flatMap(({ kind, key, row, outcome, fields }, position) =>
      outcome === "added" || (outcome === "changed" && fields.length === 0)
        ? []
        : [
            {
              id: uuidv7(now.getTime()),
              runId,
              sourceId,
              kind,
              externalId: key,
              outcome,
              raw: null,
              contentHash: contentHash(row),
              notes: [],
              position,
            },
          ],
    );
}

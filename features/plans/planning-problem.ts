import type { Database } from "@/db/client";
import type { Hold } from "@/features/pathways/hold";
import { CERTAINTIES } from "@/features/pathways/programme";
import { findVersionInForce, loadVersions, type StoredVersion } from "@/features/pathways/queries";
import type { Achievement, Unit } from "@/features/pathways/unit";
import type { Limits } from "@/features/planning/limits";
import { unitsOf } from "@/features/planning/problem";
import { readHeldRecords } from "@/features/record-names/queries";
import { listCandidateIds, namedCourseIds } from "@/features/stacking/queries";
import { toTaughtUnit } from "@/features/units/planning-unit";
import { readUnitRuns, readUnits, type UnitIds } from "@/features/units/queries";
import type { Day } from "@/lib/dates";
import { type HeldUnit, toAchievements } from "./held";
import { withPrerequisites } from "./prerequisites";
import { findUnitAddresses } from "./queries";

/** A version in force, and what of the catalogue can matter to it; in all of it records are named by their ids. */
export interface PlanningProblem {
  version: StoredVersion;
  units: Unit[];
}

/**
 * The version of a qualification that is in force, with every unit that may count in it, however surely (the planner keeps
 * to the limits, and can say what there would be without them), and what those ask for first. Only units that somebody
 * teaches: an open run of enough courses. Prices are in euro cents. Null where no version is in force.
 */
export async function loadPlanningProblem(
  db: Database,
  qualificationId: string,
  { limits, today }: { limits: Limits; today: Day },
): Promise<PlanningProblem | null> {
  const versionId = await findVersionInForce(db, qualificationId, today);
  const [version] = versionId === null ? [] : await loadVersions(db, [versionId]);
  if (!version) return null;
  const counting = await listCandidateIds(db, version.id, CERTAINTIES, today);
  const prerequisites = version.programme.prerequisites ?? [];
  const asked = await kindsOf(
    db,
    prerequisites.flatMap(({ requires }) => [...unitsOf(requires)]),
  );
  const ids = {
    credentialIds: [...new Set([...counting.credentialIds, ...asked.credentialIds])],
    courseIds: [...new Set([...counting.courseIds, ...asked.courseIds])],
  };
  const records = await readUnits(db, ids, () => true);
  const courseIds = records.flatMap(({ leading }) => leading.map(({ course }) => course.id));
  const runs = await readUnitRuns(db, [...new Set(courseIds)]);
  const context = { runsOf: (id: string) => runs.get(id) ?? [], limits, today };
  return {
    version,
    units: withPrerequisites(
      records.flatMap((record) => toTaughtUnit(record, context) ?? []),
      version.programme,
    ),
  };
}

/** What units ask for may count in no part: it is not among those that count. */
async function kindsOf(db: Database, records: readonly string[]): Promise<UnitIds> {
  const held = [...(await readHeldRecords(db, records)).values()];
  const ofKind = (kind: string) => held.flatMap((record) => (record.kind === kind ? [record.id] : []));
  return { credentialIds: ofKind("credential"), courseIds: ofKind("course") };
}

/**
 * What someone holds, as achievements: by any address that a credential or a course ever had, withdrawn ones too. A
 * course that alone leads to one credential stands for that credential, unless a programme asks for the course by name.
 */
export async function resolveHolds(
  db: Database,
  holds: readonly Hold[],
): Promise<{ achievements: { hold: Hold; achievement: Achievement }[]; unknown: string[] }> {
  const slugs = holds.flatMap((hold) => (hold.kind === "catalogue" ? [hold.slug] : []));
  const found = await findUnitAddresses(db, [...new Set(slugs)]);
  const named = await namedCourseIds(db);
  const stands = (record: { kind: string; id: string; soleCredentialId: string | null }) =>
    record.kind === "course" && record.soleCredentialId !== null && !named.has(record.id)
      ? { kind: "credential", id: record.soleCredentialId }
      : record;
  const bySlug = new Map([...found].map(([slug, record]) => [slug, stands(record)]));
  const idsOf = (kind: string) =>
    [...bySlug.values()].flatMap((record) => (record.kind === kind ? [record.id] : []));
  const units = await readUnits(
    db,
    { credentialIds: idsOf("credential"), courseIds: idsOf("course") },
    () => true,
    ["published", "withdrawn"],
  );
  const byId = new Map(units.map((unit) => [unit.facts.unit, unit]));
  return toAchievements(holds, (slug): HeldUnit | null => {
    const record = bySlug.get(slug);
    return record ? { id: record.id, unit: byId.get(record.id) ?? null } : null;
  });
}

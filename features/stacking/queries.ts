import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { courseCredentials, credentials } from "@/db/schema/credentials";
import { countedTowards, programmeReferences, programmeVersions } from "@/db/schema/pathways";
import type { UnitIds } from "@/features/units/queries";
import type { Day } from "@/lib/dates";

/** Every record that may be a unit. */
export async function listUnitIds(db: Database): Promise<UnitIds> {
  const [credentialRows, courseRows] = await Promise.all([
    db
      .select({ id: credentials.id })
      .from(credentials)
      .where(eq(credentials.status, "published"))
      .orderBy(asc(credentials.id)),
    db
      .select({ id: courses.id })
      .from(courses)
      .where(eq(courses.status, "published"))
      .orderBy(asc(courses.id)),
  ]);
  return { credentialIds: credentialRows.map(({ id }) => id), courseIds: courseRows.map(({ id }) => id) };
}

/** Courses that some programme names: they are units even where they lead to a credential. */
export async function namedCourseIds(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ id: programmeReferences.courseId })
    .from(programmeReferences)
    .where(sql`${programmeReferences.courseId} is not null`);
  return new Set(rows.flatMap(({ id }) => id ?? []));
}

export async function coursesLeadingTo(db: Database, credentialIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: courseCredentials.courseId })
    .from(courseCredentials)
    .where(sql`${courseCredentials.credentialId} = any(${uuids(credentialIds)})`);
  return rows.map(({ id }) => id);
}

export async function credentialsLedTo(db: Database, courseIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: courseCredentials.credentialId })
    .from(courseCredentials)
    .where(sql`${courseCredentials.courseId} = any(${uuids(courseIds)})`);
  return rows.map(({ id }) => id);
}

/** Whether any qualification has a programme: else nothing counts towards anything. */
export async function hasProgrammes(db: Database): Promise<boolean> {
  const rows = await db.select({ id: programmeVersions.id }).from(programmeVersions).limit(1);
  return rows.length > 0;
}

/** Courses that count, themselves or by a credential, towards one of these qualifications. */
export async function coursesCountingTowards(
  db: Database,
  qualificationIds: readonly string[],
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select coalesce(counted.course_id, link.course_id) as id
    from counted_towards counted
    join programme_versions version on version.id = counted.version_id
    left join course_credentials link on link.credential_id = counted.credential_id
    where version.credential_id = any(${uuids(qualificationIds)})
      and coalesce(counted.course_id, link.course_id) is not null
    group by 1`);
  return rows.map(({ id }) => id);
}

type Row = typeof countedTowards.$inferSelect;

/** A row of "counts towards"; the unit is a credential or a course. */
export type GroundRow = Omit<Row, "versionId" | "credentialId" | "courseId"> & { unitId: string };

/** With how many there are in its part, counted or possible like it. */
export type CountingRow = GroundRow & { eqf: number | null; total: number };

/** Units that are listed in one part, counted ones and possible ones each. */
export const COUNTING_SHOWN = 50;

/** Version -> units that count today, "possible" left out. */
export async function countCountedUnits(
  db: Database,
  versionIds: readonly string[],
  today: Day,
): Promise<Map<string, number>> {
  const rows = await db.execute<{ version_id: string; units: number }>(sql`
    select version_id, count(distinct coalesce(credential_id, course_id))::int as units
    from counted_towards
    where version_id = any(${uuids(versionIds)}) and certainty <> 'possible' and refusal is null
      and (valid_from is null or valid_from <= ${today}::date) and (valid_to is null or valid_to >= ${today}::date)
    group by version_id`);
  return new Map(rows.map(({ version_id, units }) => [version_id, units]));
}

/** The best ground of each unit in each part today; of each part the first counted and the first possible ones. */
export async function readCountingRows(db: Database, versionId: string, today: Day): Promise<CountingRow[]> {
  const rows = await db.execute<Record<string, unknown> & CountingRow>(sql`
    with best as (
      select distinct on (node_id, unit_id) *,
        array_position(array['designed', 'agreement', 'precedent', 'possible'], certainty) as tier
      from (
        select counted_towards.*, coalesce(counted_towards.credential_id, counted_towards.course_id) as unit_id
        from counted_towards
        where version_id = ${versionId} and refusal is null
          and (valid_from is null or valid_from <= ${today}::date)
          and (valid_to is null or valid_to >= ${today}::date)
      ) as held
      order by node_id, unit_id,
        array_position(array['designed', 'agreement', 'precedent', 'possible'], certainty), valid_to desc nulls first
    ),
    ranked as (
      select best.*, coalesce(credentials.eqf, courses.eqf) as eqf,
        count(*) over (partition by node_id, tier = 4)::int as total,
        row_number() over (partition by node_id, tier = 4 order by tier, coalesce(credentials.slug, courses.slug)) as place
      from best
      left join credentials on credentials.id = best.credential_id
      left join courses on courses.id = best.course_id
    )
    select node_id as "nodeId", unit_id as "unitId", basis, ground_id as "groundId", certainty, credits,
      decision_body as "decisionBody", valid_from::text as "validFrom", valid_to::text as "validTo", refusal, eqf, total
    from ranked where place <= ${COUNTING_SHOWN} order by node_id, place`);
  return [...rows];
}

/**
 * Units that may count in some part of a version, now or later, as surely as is asked.
 * @param certainties those that may be relied on
 */
export async function listCandidateIds(
  db: Database,
  versionId: string,
  certainties: readonly string[],
  today: Day,
): Promise<UnitIds> {
  const rows = await db
    .selectDistinct({ credentialId: countedTowards.credentialId, courseId: countedTowards.courseId })
    .from(countedTowards)
    .where(
      sql`${countedTowards.versionId} = ${versionId} and ${countedTowards.refusal} is null
        and ${countedTowards.certainty} = any(${texts(certainties)})
        and (${countedTowards.validTo} is null or ${countedTowards.validTo} >= ${today}::date)`,
    );
  return {
    credentialIds: rows.flatMap(({ credentialId }) => credentialId ?? []),
    courseIds: rows.flatMap(({ courseId }) => courseId ?? []),
  };
}

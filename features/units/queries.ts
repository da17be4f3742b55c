import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { awardingBodies, courseCredentials, credentials } from "@/db/schema/credentials";
import { outcomeSkills, outcomes } from "@/db/schema/outcomes";
import { providers } from "@/db/schema/providers";
import { runs } from "@/db/schema/runs";
import { skills } from "@/db/schema/skills";
import { groupBy } from "@/lib/group";
import {
  courseUnit,
  credentialUnit,
  type UnitCourse,
  type UnitCredential,
  type UnitLink,
  type UnitRecord,
  type UnitRun,
} from "./unit-records";

export interface UnitIds {
  credentialIds: readonly string[];
  courseIds: readonly string[];
}

/**
 * Those of the records that are units: published credentials but certificates of attendance, and published assessed
 * courses that lead to no credential, or that some programme asks for by name.
 * @param isNamed whether a programme asks for this course by name
 * @param statuses with "withdrawn", what is no longer offered too: someone may hold it
 */
export async function readUnits(
  db: Database,
  { credentialIds, courseIds }: UnitIds,
  isNamed: (courseId: string) => boolean,
  statuses: readonly string[] = ["published"],
): Promise<UnitRecord[]> {
  if (credentialIds.length + courseIds.length === 0) return [];
  const links = await readLinks(db, credentialIds, courseIds);
  const [courseRows, credentialRows] = await Promise.all([
    readCourses(db, [...new Set([...courseIds, ...links.map((link) => link.courseId)])], statuses),
    readCredentials(
      db,
      [...new Set([...credentialIds, ...links.map((link) => link.credentialId)])],
      statuses,
    ),
  ]);
  const leading = groupBy(
    links.flatMap((link) => {
      const course = courseRows.get(link.courseId);
      return course ? [{ ...link, course }] : [];
    }),
    ({ credentialId }) => credentialId,
  );
  const ledTo = groupBy(
    links.flatMap((link) => {
      const credential = credentialRows.get(link.credentialId);
      return credential ? [{ ...link, credential }] : [];
    }),
    ({ courseId }) => courseId,
  );
  return [
    ...credentialIds.flatMap((id) => {
      const credential = credentialRows.get(id);
      return (credential && credentialUnit(credential, leading.get(id) ?? [])) ?? [];
    }),
    ...courseIds.flatMap((id) => {
      const course = courseRows.get(id);
      return (course && courseUnit(course, ledTo.get(id) ?? [], isNamed(id))) ?? [];
    }),
  ];
}

async function readLinks(
  db: Database,
  credentialIds: readonly string[],
  courseIds: readonly string[],
): Promise<UnitLink[]> {
  return await db
    .select({
      courseId: courseCredentials.courseId,
      credentialId: courseCredentials.credentialId,
      needs: courseCredentials.needs,
      neededCount: courseCredentials.neededCount,
    })
    .from(courseCredentials)
    .where(
      sql`${courseCredentials.credentialId} = any(${uuids(credentialIds)})
        or ${courseCredentials.courseId} = any(${uuids(courseIds)})`,
    )
    .orderBy(asc(courseCredentials.courseId), asc(courseCredentials.credentialId));
}

async function readCourses(
  db: Database,
  ids: readonly string[],
  statuses: readonly string[],
): Promise<Map<string, UnitCourse>> {
  const [rows, taught] = await Promise.all([
    db
      .select({
        id: courses.id,
        providerId: courses.providerId,
        fields: courses.fields,
        ectsHundredths: courses.ectsHundredths,
        eqf: courses.eqf,
        nqf: courses.nqf,
        cycle: courses.cycle,
        assessment: courses.assessment,
        assessmentTypes: courses.assessmentTypes,
        hoursMax: courses.hoursMax,
        supervision: courses.supervision,
        durationDays: courses.durationDays,
        country: providers.country,
      })
      .from(courses)
      .innerJoin(providers, eq(providers.id, courses.providerId))
      .where(sql`${courses.id} = any(${uuids(ids)}) and ${courses.status} = any(${texts(statuses)})`),
    readSkills(db, outcomes.courseId, ids),
  ]);
  return new Map(rows.map((row) => [row.id, { ...row, teaches: taught.get(row.id) ?? [] }]));
}

/** A certificate of attendance is no credential here. */
async function readCredentials(
  db: Database,
  ids: readonly string[],
  statuses: readonly string[],
): Promise<Map<string, UnitCredential>> {
  const [rows, taught, bodies] = await Promise.all([
    db
      .select({
        id: credentials.id,
        fields: credentials.fields,
        ectsHundredths: credentials.ectsHundredths,
        eqf: credentials.eqf,
        nqf: credentials.nqf,
        cycle: credentials.cycle,
        isOutsideFramework: credentials.isOutsideFramework,
        assessment: credentials.assessment,
        assessmentTypes: credentials.assessmentTypes,
        hoursMax: credentials.hoursMax,
        supervision: credentials.supervision,
      })
      .from(credentials)
      .where(
        sql`${credentials.id} = any(${uuids(ids)}) and ${credentials.status} = any(${texts(statuses)}) and ${credentials.kind} <> 'certificate-of-attendance'`,
      ),
    readSkills(db, outcomes.credentialId, ids),
    db
      .select({ credentialId: awardingBodies.credentialId, providerId: awardingBodies.providerId })
      .from(awardingBodies)
      .where(sql`${awardingBodies.credentialId} = any(${uuids(ids)})`)
      .orderBy(asc(awardingBodies.providerId)),
  ]);
  const byCredential = groupBy(bodies, ({ credentialId }) => credentialId);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        teaches: taught.get(row.id) ?? [],
        awardingBodies: (byCredential.get(row.id) ?? []).map(({ providerId }) => providerId),
      },
    ]),
  );
}

async function readSkills(
  db: Database,
  owner: typeof outcomes.courseId | typeof outcomes.credentialId,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectDistinct({ owner: sql<string>`${owner}`.as("owner"), uri: skills.uri })
    .from(outcomes)
    .innerJoin(outcomeSkills, sql`${outcomeSkills.outcomeId} = ${outcomes.id}`)
    .innerJoin(skills, sql`${skills.id} = ${outcomeSkills.skillId}`)
    .where(sql`${owner} = any(${uuids(ids)}) and ${outcomeSkills.method} in ('stated', 'accepted')`)
    .orderBy(asc(skills.uri));
  return new Map(
    [...groupBy(rows, (row) => row.owner)].map(([id, list]) => [id, list.map(({ uri }) => uri)]),
  );
}

/** Runs by course; only what a plan asks of them. */
export async function readUnitRuns(
  db: Database,
  courseIds: readonly string[],
): Promise<Map<string, UnitRun[]>> {
  const rows = await db
    .select({
      courseId: runs.courseId,
      startKind: runs.startKind,
      startOn: runs.startOn,
      startPrecision: runs.startPrecision,
      endOn: runs.endOn,
      applyBy: runs.applyBy,
      modes: runs.modes,
      languages: runs.languages,
      country: runs.country,
      region: runs.region,
      priceKind: runs.priceKind,
      priceCents: runs.priceCents,
      currency: runs.currency,
    })
    .from(runs)
    .where(sql`${runs.courseId} = any(${uuids(courseIds)})`)
    .orderBy(asc(runs.courseId), asc(runs.position));
  return groupBy(rows, ({ courseId }) => courseId);
}

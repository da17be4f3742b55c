import "server-only";
import { and, asc, desc, eq, getTableColumns, inArray, or, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { readByIds } from "@/db/read-by-ids";
import { uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { courseCredentials, credentials } from "@/db/schema/credentials";
import { occupationSkills, occupations } from "@/db/schema/occupations";
import { providers } from "@/db/schema/providers";
import { runs } from "@/db/schema/runs";
import { skills } from "@/db/schema/skills";
import { type SLUG_KINDS, slugs } from "@/db/schema/slugs";
import { sources } from "@/db/schema/sources";
import { awardingBodiesOfCourses, judgeCourses } from "@/features/judgements/queries";
import { outcomesOfCourses } from "@/features/outcomes/queries";
import { readStacks } from "@/features/stack-windows/queries";
import { type Day, dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { groupBy } from "@/lib/group";
import { isSlug } from "@/lib/slug";
import { isUuid } from "@/lib/uuid";
import { courseQuestion } from "./course-question";
import { toCourseDetail } from "./detail";
import type { CourseRow } from "./record-rows";
import { type CourseParts, toCourseSummary } from "./summary";
import type { CourseDetail, CourseSummary } from "./view";

/** A record by its address: there, moved to another address, or not here at all. */
export type Found<T> = { kind: "found"; record: T } | { kind: "moved"; slug: string };

const rowsOfCourses = readByIds((db, ids) =>
  db
    .select({
      course: getTableColumns(courses),
      provider: getTableColumns(providers),
      source: getTableColumns(sources),
    })
    .from(courses)
    .innerJoin(providers, eq(providers.id, courses.providerId))
    .innerJoin(sources, eq(sources.id, courses.sourceId))
    .where(sql`${courses.id} = any(${ids})`),
);

const runsOfCourses = readByIds((db, ids) =>
  db
    .select()
    .from(runs)
    .where(sql`${runs.courseId} = any(${ids})`)
    .orderBy(asc(runs.courseId), asc(runs.position)),
);

const linksOfCourses = readByIds((db, ids) =>
  db
    .select({
      link: getTableColumns(courseCredentials),
      credential: getTableColumns(credentials),
      sourceName: sources.name,
    })
    .from(courseCredentials)
    .innerJoin(credentials, eq(credentials.id, courseCredentials.credentialId))
    .innerJoin(sources, eq(sources.id, credentials.sourceId))
    .where(sql`${courseCredentials.courseId} = any(${ids})`)
    .orderBy(asc(courseCredentials.courseId), asc(courseCredentials.position)),
);

export async function readCourseParts(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, CourseParts>> {
  const [rows, runRows, linkRows, stacks, outcomes, bodies] = await Promise.all([
    rowsOfCourses(db, ids),
    runsOfCourses(db, ids),
    linksOfCourses(db, ids),
    readStacks(db, ids),
    outcomesOfCourses(db, ids),
    awardingBodiesOfCourses(db, ids),
  ]);
  const runsByCourse = groupBy(runRows, (run) => run.courseId);
  const linksByCourse = groupBy(linkRows, (row) => row.link.courseId);
  return new Map(
    rows.map(({ course, provider, source }) => [
      course.id,
      {
        course,
        provider,
        source,
        runs: runsByCourse.get(course.id) ?? [],
        links: (linksByCourse.get(course.id) ?? []).map((row) => ({
          ...row,
          outcomes: outcomes.get(row.credential.id) ?? [],
          awardingBodies: bodies.get(row.credential.id) ?? [],
        })),
        outcomes: outcomes.get(course.id) ?? [],
        stacks: stacks.get(course.id) ?? [],
      },
    ]),
  );
}

/** Summaries in the order of the ids; ids that are not there are left out. */
export async function listCourseSummaries(
  ids: readonly string[],
  { today, db = database() }: { today: Day; db?: Database },
): Promise<CourseSummary[]> {
  const parts = await readCourseParts(db, ids);
  return summariesOf(
    ids.flatMap((id) => parts.get(id) ?? []),
    { today, db },
  );
}

/** Courses that have been read already, as lists show them. */
export async function summariesOf(
  parts: readonly CourseParts[],
  { today, db }: { today: Day; db: Database },
): Promise<CourseSummary[]> {
  const judgements = await judgeCourses(db, parts.map(courseQuestion), { at: today });
  return parts.flatMap((course) => {
    const judgement = judgements.get(course.course.id);
    return judgement ? [toCourseSummary(course, judgement, today)] : [];
  });
}

/** A published or withdrawn course by its slug, an earlier slug, or its id; others are not public. */
export async function findCourse(
  address: string,
  { now, db = database() }: { now: Date; db?: Database },
): Promise<Found<CourseDetail> | null> {
  const today = dayIn(env().CAIRN_TIME_ZONE, now);
  const id = await resolveAddress(db, "course", address);
  const parts = id && (await readCourseParts(db, [id])).get(id);
  if (!parts || (parts.course.status !== "published" && parts.course.status !== "withdrawn")) return null;
  if (parts.course.slug !== address && parts.course.id !== address)
    return { kind: "moved", slug: parts.course.slug };
  const judgement = (await judgeCourses(db, [courseQuestion(parts)], { at: today })).get(id);
  if (!judgement) throw new Error(`No judgement of course ${id}`);
  const summary = toCourseSummary(parts, judgement, today);
  const [occupations, nearest] = await Promise.all([
    listOccupationsTaught(
      db,
      summary.skills.map((skill) => skill.id),
    ),
    parts.course.status === "withdrawn" ? listNearest(db, parts.course, today) : [],
  ]);
  return { kind: "found", record: toCourseDetail(parts, judgement, today, { occupations, nearest }) };
}

/** The id of a record by its id or any slug it ever had; null where there is none. */
export async function resolveAddress(
  db: Database,
  kind: (typeof SLUG_KINDS)[number],
  address: string,
): Promise<string | null> {
  if (isUuid(address)) return address;
  if (!isSlug(address)) return null;
  const [row] = await db
    .select({ recordId: slugs.recordId })
    .from(slugs)
    .where(and(eq(slugs.kind, kind), eq(slugs.slug, address)));
  return row?.recordId ?? null;
}

/**
 * Occupations for which skills among these are essential, those of which most are taught first. Transversal skills are
 * left out: they belong to nearly every occupation and would point everywhere.
 */
async function listOccupationsTaught(
  db: Database,
  skillIds: readonly string[],
): Promise<CourseDetail["occupations"]> {
  if (skillIds.length === 0) return [];
  const isTaught = sql`${occupationSkills.skillId} = any(${uuids(skillIds)})`;
  const taught = sql<number>`count(*) filter (where ${isTaught})::int`;
  const essential = sql<number>`count(*)::int`;
  return await db
    .select({ id: occupations.id, label: occupations.label, taught, essential })
    .from(occupationSkills)
    .innerJoin(occupations, eq(occupations.id, occupationSkills.occupationId))
    .innerJoin(skills, eq(skills.id, occupationSkills.skillId))
    .where(
      and(
        eq(occupationSkills.relation, "essential"),
        sql`${skills.reuseLevel} is distinct from 'transversal'`,
        inArray(
          occupationSkills.occupationId,
          db.select({ id: occupationSkills.occupationId }).from(occupationSkills).where(isTaught),
        ),
      ),
    )
    .groupBy(occupations.id)
    .having(sql`${taught} > 0`)
    .orderBy(desc(taught), asc(essential), asc(occupations.id))
    .limit(8);
}

/** Up to three published courses nearest to a withdrawn one: sharing a field, of the same provider first. */
async function listNearest(db: Database, course: CourseRow, today: Day): Promise<CourseSummary[]> {
  const sharesField = sql`${courses.fields} && ${sql.param(course.fields)}::text[]`;
  const sameProvider = eq(courses.providerId, course.providerId);
  const rows = await db
    .select({ id: courses.id })
    .from(courses)
    .where(and(eq(courses.status, "published"), or(sharesField, sameProvider)))
    .orderBy(desc(sharesField), desc(sameProvider), desc(courses.publishedAt), asc(courses.id))
    .limit(3);
  return listCourseSummaries(
    rows.map((row) => row.id),
    { today, db },
  );
}

/** How much there is, for the home page; `hasSample`: invented records are among it. */
export async function countCatalogue(
  db: Database = database(),
): Promise<{ courses: number; credentials: number; providers: number; hasSample: boolean }> {
  const [row] = await db
    .select({
      courses: sql<number>`(select count(*)::int from ${courses} where ${courses.status} = 'published')`,
      credentials: sql<number>`(select count(*)::int from ${credentials} where ${credentials.status} = 'published')`,
      providers: sql<number>`(select count(*)::int from ${providers})`,
      hasSample: sql<boolean>`exists (select from ${sources} where ${sources.isSample})`,
    })
    .from(sql`(select 1) one`);
  return row ?? { courses: 0, credentials: 0, providers: 0, hasSample: false };
}

/** Public addresses with the day of their last change, by id: what a sitemap lists. At most `limit` from `offset`. */
export async function listPublicAddresses(
  { offset, limit }: { offset: number; limit: number },
  db: Database = database(),
): Promise<{ kind: (typeof SLUG_KINDS)[number]; slug: string; updatedAt: Date }[]> {
  const address = { slug: courses.slug, updatedAt: courses.updatedAt };
  return await db
    .select({ kind: sql<"course">`'course'`.as("kind"), ...address, id: courses.id })
    .from(courses)
    .where(inArray(courses.status, ["published", "withdrawn"]))
    .unionAll(
      db
        .select({
          kind: sql<"course">`'credential'`.as("kind"),
          slug: credentials.slug,
          updatedAt: credentials.updatedAt,
          id: credentials.id,
        })
        .from(credentials),
    )
    .unionAll(
      db
        .select({
          kind: sql<"course">`'provider'`.as("kind"),
          slug: providers.slug,
          updatedAt: providers.updatedAt,
          id: providers.id,
        })
        .from(providers),
    )
    .orderBy(sql`id`)
    .limit(limit)
    .offset(offset);
}

import "server-only";
import { and, asc, count, eq, getTableColumns, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { courseCredentials, credentials } from "@/db/schema/credentials";
import { programmeVersions } from "@/db/schema/pathways";
import { sources } from "@/db/schema/sources";
import { type Found, resolveAddress } from "@/features/courses/queries";
import { toSourceRef } from "@/features/courses/summary";
import { recordsNamedBy } from "@/features/pathways/named-records";
import type { ProgrammeVersion } from "@/features/pathways/programme";
import {
  findVersionInForce,
  isInForce,
  listVersions,
  loadProgrammeDocument,
  loadVersions,
} from "@/features/pathways/queries";
import { type NameOf, namesAmong } from "@/features/record-names/names";
import { readHeldRecords, readSkillLabels } from "@/features/record-names/queries";
import { countCountedUnits, readCountingRows } from "@/features/stacking/queries";
import { type Day, dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { type StackRow, toCountsTowards, toPartCountings } from "./grounds-view";
import {
  type Names,
  skillsNamedBy,
  toEquivalenceViews,
  toPartView,
  toPolicyView,
  toPrerequisiteView,
  toRuleViews,
  toVersionRef,
} from "./part-view";
import type { CountsTowards, QualificationDetail, QualificationRef, QualificationSummary } from "./view";

interface At {
  now: Date;
  db?: Database;
}

const todayAt = (now: Date): Day => dayIn(env().CAIRN_TIME_ZONE, now);

/** One page of the qualifications with a programme in force, by address, with the exact total. */
export async function listQualifications(
  { page, pageSize }: { page: number; pageSize: number },
  { now, db = database() }: At,
): Promise<{ total: number; qualifications: QualificationSummary[] }> {
  const today = todayAt(now);
  const isListed = and(eq(credentials.status, "published"), isInForce(today));
  const [rows, [counted]] = await Promise.all([
    db
      .select({ credential: getTableColumns(credentials), versionId: programmeVersions.id })
      .from(programmeVersions)
      .innerJoin(credentials, eq(credentials.id, programmeVersions.credentialId))
      .where(isListed)
      .orderBy(asc(credentials.slug))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db
      .select({ total: count() })
      .from(programmeVersions)
      .innerJoin(credentials, eq(credentials.id, programmeVersions.credentialId))
      .where(isListed),
  ]);
  const versions = await loadVersions(
    db,
    rows.map(({ versionId }) => versionId),
  );
  const byId = new Map(versions.map((version) => [version.id, version.programme]));
  const nameOf = namesAmong(
    await readHeldRecords(
      db,
      versions.flatMap((v) => [...v.programme.awardingBodies]),
    ),
  );
  const countedUnits = await countCountedUnits(
    db,
    versions.map(({ id }) => id),
    today,
  );
  return {
    total: counted?.total ?? 0,
    qualifications: rows.flatMap(({ credential, versionId }) => {
      const programme = byId.get(versionId);
      return programme ? toSummary(credential, programme, nameOf, countedUnits.get(versionId) ?? 0) : [];
    }),
  };
}

function toSummary(
  credential: typeof credentials.$inferSelect,
  programme: ProgrammeVersion,
  nameOf: NameOf,
  countedUnits: number,
): QualificationSummary {
  const { id, slug, title, defaultLanguage, kind, isSample, updatedAt } = credential;
  const { eqf, totalCredits, awardingBodies, version } = programme;
  return {
    id,
    slug,
    title,
    defaultLanguage,
    kind,
    eqf,
    totalCredits,
    awardingBodies: awardingBodies.map(nameOf),
    version,
    countedUnits,
    isSample,
    updatedAt,
  };
}

/**
 * A qualification by its slug, an earlier slug, or its id, in the version in force (none: the one to come, else the last),
 * or in the one that is asked for by name. Null where the credential has no programme, or no such version.
 */
export async function findQualification(
  address: string,
  { now, version, db = database() }: At & { version?: string | undefined },
): Promise<Found<QualificationDetail> | null> {
  const today = todayAt(now);
  const id = await resolveAddress(db, "credential", address);
  if (!id) return null;
  const [row] = await db
    .select({ credential: getTableColumns(credentials), source: getTableColumns(sources) })
    .from(credentials)
    .innerJoin(sources, eq(sources.id, credentials.sourceId))
    .where(eq(credentials.id, id));
  const versions = await listVersions(db, id);
  if (!row || versions.length === 0) return null;
  const { credential, source } = row;
  if (credential.slug !== address && credential.id !== address)
    return { kind: "moved", slug: credential.slug };
  const currentId = await findVersionInForce(db, id, today);
  const shown =
    version === undefined
      ? (versions.find((each) => each.id === currentId) ?? versions[0])
      : versions.find((each) => each.version === version);
  const [stored] = shown ? await loadVersions(db, [shown.id]) : [];
  if (!shown || !stored) return null;
  const { programme } = stored;
  const rows = await readCountingRows(db, shown.id, today);
  const names = await readNames(db, programme, [
    ...rows.map(({ unitId }) => unitId),
    ...rows.map(({ decisionBody }) => decisionBody),
  ]);
  const countedUnits = await countCountedUnits(db, [shown.id], today);
  const countingIn = toPartCountings(rows, programme, names.nameOf);
  return {
    kind: "found",
    record: {
      ...toSummary(credential, programme, names.nameOf, countedUnits.get(shown.id) ?? 0),
      status: credential.status,
      description: credential.description,
      shown: toVersionRef(shown, currentId, today),
      versions: versions.map((each) => toVersionRef(each, currentId, today)),
      root: toPartView(programme.root, names, countingIn),
      policy: toPolicyView(programme.policy, names),
      rules: toRuleViews(programme, names, today),
      equivalences: toEquivalenceViews(programme, names),
      prerequisites: (programme.prerequisites ?? []).map(({ unit, requires }) => ({
        unit: names.nameOf(unit),
        requires: toPrerequisiteView(requires, names),
      })),
      programmeSource: programme.source,
      source: toSourceRef(source, credential),
    },
  };
}

/** Names for all that a programme speaks of, and for further records. */
export async function readNames(
  db: Database,
  programme: ProgrammeVersion,
  records: readonly string[],
): Promise<Names> {
  const [held, labels] = await Promise.all([
    readHeldRecords(db, [...recordsNamedBy(programme).map(({ record }) => record), ...records]),
    readSkillLabels(db, skillsNamedBy(programme)),
  ]);
  return { nameOf: namesAmong(held), skillOf: (uri) => ({ uri, label: labels.get(uri) ?? null }) };
}

/** The file of a qualification's programme as it was imported, by its address; of the version in force unless one is named. */
export async function findProgrammeFile(
  address: string,
  { now, version, db = database() }: At & { version?: string | undefined },
): Promise<Found<unknown> | null> {
  const found = await findQualification(address, { now, version, db });
  if (found?.kind !== "found") return found;
  const versions = await listVersions(db, found.record.id);
  const shown = versions.find((each) => each.version === found.record.shown.version);
  return shown ? { kind: "found", record: await loadProgrammeDocument(db, shown.id) } : null;
}

type CountedRow = Record<string, unknown> &
  Omit<StackRow, "qualification" | "version" | "programme"> &
  Pick<QualificationRef, "slug" | "title" | "defaultLanguage"> & {
    versionId: string;
    qualificationId: string;
    /** Of all grounds, shown or not. */
    total: number;
  };

/** What a course or credential counts towards today, itself or by a credential, and does not: the best `limit` grounds. */
export async function readCountsTowards(
  unit: { kind: "course" | "credential"; id: string },
  { now, db = database(), limit = 100 }: At & { limit?: number },
): Promise<CountsTowards> {
  const today = todayAt(now);
  const isUnit =
    unit.kind === "credential"
      ? sql`counted.credential_id = ${unit.id}`
      : sql`(counted.course_id = ${unit.id} or counted.credential_id in (
          select ${courseCredentials.credentialId} from ${courseCredentials} where ${courseCredentials.courseId} = ${unit.id}))`;
  const rows = await db.execute<CountedRow>(sql`
    select count(*) over ()::int as total, counted.version_id as "versionId", counted.node_id as "nodeId", basis, ground_id as "groundId", certainty,
      credits, decision_body as "decisionBody", valid_from::text as "validFrom", valid_to::text as "validTo", refusal,
      coalesce(counted.credential_id, counted.course_id) as "unitId", qualification.id as "qualificationId",
      qualification.slug, qualification.title, qualification.default_language as "defaultLanguage"
    from counted_towards counted
    join version_windows shown on shown.id = counted.version_id
      and first_on <= ${today}::date and (last_on is null or last_on >= ${today}::date)
    join credentials qualification on qualification.id = shown.credential_id and qualification.status = 'published'
    where ${isUnit}
    order by array_position(array['designed', 'agreement', 'precedent', 'possible'], certainty), qualification.slug,
      counted.node_id, counted.ground_id
    limit ${limit}`);
  const versions = await loadVersions(db, [...new Set(rows.map(({ versionId }) => versionId))]);
  const programmes = new Map(versions.map(({ id, programme }) => [id, programme]));
  const held = await readHeldRecords(
    db,
    rows.flatMap(({ unitId, decisionBody }) => [unitId, decisionBody]),
  );
  const shown = toCountsTowards(
    rows.flatMap(({ versionId, qualificationId, slug, title, defaultLanguage, total: _total, ...row }) => {
      const programme = programmes.get(versionId);
      if (!programme) return [];
      const { eqf, totalCredits, version } = programme;
      const qualification = { id: qualificationId, slug, title, defaultLanguage, eqf, totalCredits };
      return { ...row, qualification, version, programme };
    }),
    { self: unit.id, nameOf: namesAmong(held), today },
  );
  return { ...shown, more: (rows[0]?.total ?? 0) - rows.length };
}

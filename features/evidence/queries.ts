import "server-only";
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { readByIds } from "@/db/read-by-ids";
import { uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { awardingBodies, courseCredentials } from "@/db/schema/credentials";
import { evidence, evidenceParties, evidenceReadings } from "@/db/schema/evidence";
import { evidenceSubjectRecords, evidenceSubjects } from "@/db/schema/evidence-subjects";
import { providers } from "@/db/schema/providers";
import { sources } from "@/db/schema/sources";
import { groupBy } from "@/lib/group";
import type { LanguageMap } from "@/lib/language-map";
import { lendersOf } from "./lenders";
import { type RowParty, toEvidence } from "./record-rows";
import { domainsOf, isSameBody } from "./same-body";
import type { Evidence } from "./schema";

/** Every row there ever was about each of these records, by the id of the record, the oldest first. */
export async function evidenceFor(
  db: Database,
  recordIds: readonly string[],
): Promise<Map<string, Evidence[]>> {
  const rows = await readRows(db, [...new Set(recordIds)]);
  const parties = await partiesOf(db, [...new Set(rows.map(({ row }) => row.id))]);
  return new Map(
    [...groupBy(rows, ({ recordId }) => recordId)].map(([id, list]) => [
      id,
      list.map(({ row, kind, recordId, answer, retrievedOn, sourceName, supersededBy, supersededOn }) =>
        toEvidence({
          row,
          subject: { kind, id: recordId },
          answer,
          parties: parties.get(row.id) ?? [],
          retrievedOn,
          sourceName,
          supersededBy,
          supersededOn,
        }),
      ),
    ]),
  );
}

const successors = alias(evidence, "successors");

const rowsAbout = readByIds((db, recordIds) =>
  db
    .select({
      row: getTableColumns(evidence),
      kind: evidenceSubjectRecords.kind,
      recordId: evidenceSubjectRecords.recordId,
      way: evidenceSubjectRecords.way,
      names: evidenceSubjects.names,
      domains: evidenceSubjects.domains,
      legalName: providers.legalName,
      homepage: providers.homepage,
      retrievedOn: evidenceReadings.retrievedOn,
      sourceName: sources.name,
      supersededBy: successors.id,
      supersededOn: successors.enteredOn,
    })
    .from(evidenceSubjectRecords)
    .innerJoin(evidence, eq(evidence.subjectId, evidenceSubjectRecords.subjectId))
    .innerJoin(evidenceSubjects, eq(evidenceSubjects.id, evidenceSubjectRecords.subjectId))
    .innerJoin(evidenceReadings, eq(evidenceReadings.evidenceId, evidence.id))
    .innerJoin(sources, eq(sources.id, evidence.sourceId))
    .leftJoin(successors, eq(successors.supersedes, evidence.id))
    .leftJoin(
      providers,
      and(eq(evidenceSubjectRecords.kind, "provider"), eq(providers.id, evidenceSubjectRecords.recordId)),
    )
    .where(sql`${evidenceSubjectRecords.recordId} = any(${recordIds})`)
    .orderBy(asc(evidence.enteredOn), asc(evidence.record), asc(evidence.part), asc(evidence.id)),
);

async function readRows(db: Database, recordIds: readonly string[]) {
  const found = await rowsAbout(db, recordIds);
  const judged = found.map((each) => ({ ...each, answer: answerOf(each) }));
  // One row about one record, however many ways lead from the one to the other: the way that says most counts.
  return [...groupBy(judged, ({ row, recordId }) => `${row.id} ${recordId}`).values()].flatMap(
    (ways) => firstWay(ways) ?? [],
  );
}

/** From what says most to what says least: an identifier is a claim. */
const WAYS = ["accepted", "feed", "identifier"] as const;

/** Of equals the one that comes first. */
function firstWay<T extends { way: (typeof WAYS)[number] | null }>(ways: readonly T[]): T | undefined {
  const first = WAYS.map((way) => ways.find((each) => each.way === way)).find((found) => found !== undefined);
  return first ?? ways[0];
}

interface Named {
  row: { answer: Evidence["answer"] };
  way: (typeof WAYS)[number];
  names: readonly string[];
  domains: readonly string[];
  legalName: LanguageMap | null;
  homepage: string | null;
}

/** An identifier is a claim: the register must have it under a name or a website of the same body. */
function answerOf({ row, way, names, domains, legalName, homepage }: Named): Evidence["answer"] {
  if (row.answer !== "found" || way !== "identifier" || legalName === null) return row.answer;
  const ours = { names: Object.values(legalName), domains: domainsOf([homepage]) };
  return isSameBody(ours, { names, domains }) ? "found" : "other-name";
}

const partiesNamed = readByIds((db, evidenceIds) =>
  db
    .select({
      evidenceId: evidenceParties.evidenceId,
      role: evidenceParties.role,
      position: evidenceParties.position,
      name: evidenceParties.name,
      key: evidenceSubjects.key,
      id: evidenceSubjectRecords.recordId,
      way: evidenceSubjectRecords.way,
    })
    .from(evidenceParties)
    .leftJoin(evidenceSubjects, eq(evidenceSubjects.id, evidenceParties.subjectId))
    .leftJoin(
      evidenceSubjectRecords,
      and(
        eq(evidenceSubjectRecords.subjectId, evidenceParties.subjectId),
        eq(evidenceSubjectRecords.kind, "provider"),
      ),
    )
    .where(sql`${evidenceParties.evidenceId} = any(${evidenceIds})`)
    .orderBy(
      asc(evidenceParties.evidenceId),
      asc(evidenceParties.role),
      asc(evidenceParties.position),
      asc(evidenceSubjectRecords.recordId),
    ),
);

async function partiesOf(db: Database, evidenceIds: readonly string[]): Promise<Map<string, RowParty[]>> {
  const rows = await partiesNamed(db, evidenceIds);
  const places = groupBy(rows, ({ evidenceId, role, position }) => `${evidenceId} ${role} ${position}`);
  return groupBy(
    [...places.values()].flatMap((ways) => firstWay(ways) ?? []),
    ({ evidenceId }) => evidenceId,
  );
}

/**
 * All evidence that can matter for each of these providers: about itself, and about the bodies that endorse or assure
 * something of it.
 */
export const evidenceOfProviders = (db: Database, ids: readonly string[]): Promise<Map<string, Evidence[]>> =>
  evidenceAround(db, new Map(ids.map((id) => [id, [id]])));

/** The same for credentials: about itself and its awarding bodies. */
export async function evidenceOfCredentials(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Evidence[]>> {
  const bodies = await db
    .select({ credentialId: awardingBodies.credentialId, providerId: awardingBodies.providerId })
    .from(awardingBodies)
    .where(sql`${awardingBodies.credentialId} = any(${uuids(ids)})`);
  const byCredential = groupBy(bodies, ({ credentialId }) => credentialId);
  return evidenceAround(
    db,
    new Map(ids.map((id) => [id, [id, ...(byCredential.get(id) ?? []).map(({ providerId }) => providerId)]])),
  );
}

/** The same for courses: about itself, its provider, its credentials and their awarding bodies. */
export async function evidenceOfCourses(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Evidence[]>> {
  const rows = await db
    .select({
      courseId: courses.id,
      providerId: courses.providerId,
      credentialId: courseCredentials.credentialId,
      bodyId: awardingBodies.providerId,
    })
    .from(courses)
    .leftJoin(courseCredentials, eq(courseCredentials.courseId, courses.id))
    .leftJoin(awardingBodies, eq(awardingBodies.credentialId, courseCredentials.credentialId))
    .where(sql`${courses.id} = any(${uuids(ids)})`);
  return evidenceAround(
    db,
    new Map(
      [...groupBy(rows, ({ courseId }) => courseId)].map(([id, list]) => [
        id,
        [id, ...list.flatMap(({ providerId, credentialId, bodyId }) => [providerId, credentialId, bodyId])]
          .filter((each) => each !== null)
          .filter((each, at, all) => all.indexOf(each) === at),
      ]),
    ),
  );
}

/** Evidence of the records of each owner, with that of the bodies on whose standing some of it rests. */
async function evidenceAround(
  db: Database,
  recordsOf: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, Evidence[]>> {
  const direct = await evidenceFor(db, [...recordsOf.values()].flat());
  const leaned = new Map([...direct].map(([id, rows]) => [id, lendersOf(rows)]));
  const unread = [...leaned.values()].flat().filter((id) => !direct.has(id));
  const known = new Map([...direct, ...(await evidenceFor(db, unread))]);
  return new Map(
    [...recordsOf].map(([owner, records]) => {
      const bodies = records.flatMap((id) => leaned.get(id) ?? []);
      const ids = [...new Set([...records, ...bodies])];
      return [owner, ids.flatMap((id) => known.get(id) ?? [])];
    }),
  );
}

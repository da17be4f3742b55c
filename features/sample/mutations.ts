import "server-only";
import { and, eq, inArray, ne, not, notInArray, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { insertRows, texts } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { awardingBodies, credentials } from "@/db/schema/credentials";
import { iscoGroups, occupationBroader, occupationSkills, occupations } from "@/db/schema/occupations";
import { outcomeSkills } from "@/db/schema/outcomes";
import { curatedPathways } from "@/db/schema/pathways";
import { providers } from "@/db/schema/providers";
import { skillBroader, skillGroups, skillRelations, skills } from "@/db/schema/skills";
import { sources } from "@/db/schema/sources";
import { applyChanges } from "@/features/changes/mutations";
import { loadRecords } from "@/features/changes/queries";
import type { Actor, Change, Moment } from "@/features/changes/schema";
import { removeEvidence } from "@/features/evidence/mutations";
import { forgetGoneConcepts, nameConcepts } from "@/features/search-names/mutations";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { conflict } from "@/lib/errors";
import { type EscoRows, escoRows } from "./esco-rows";
import { addSampleEvidence } from "./evidence";
import { pairs } from "./pairs";
import { addPathways, samplePathwaysOn } from "./pathways";
import { publishSampleProgrammes, sampleProgrammesOn, takeOutOutdated } from "./programmes";
import { sampleRecords } from "./records";
import { sampleId } from "./sample-id";

export interface SampleCounts {
  courses: number;
  credentials: number;
  providers: number;
}

const SAMPLE = {
  name: "Sample catalogue",
  format: "sample",
  address: "db/sample",
  licence: "MIT",
  class: "third-party",
  isSample: true,
} as const;

/** The source of ESCO concepts that stay when the sample goes. */
const EXCERPT = {
  id: sampleId("source", "ESCO excerpt"),
  name: "ESCO (excerpt)",
  format: "esco",
  address: "http://data.europa.eu/esco",
  licence: "This service uses the ESCO classification of the European Commission.",
  class: "authoritative",
} as const;

const ACTOR: Actor = { kind: "system", name: "sample catalogue" };

/**
 * Puts the sample catalogue in, or brings the one that is there to this version of Cairn and its dates to `now`; what
 * already fits stays as it is. All of it or nothing.
 * @returns how many records the sample has
 */
export function addSample(db: Database, { now }: { now: Date }): Promise<SampleCounts> {
  return db.transaction(async (tx) => {
    await tx
      .insert(sources)
      .values({ id: sampleId("source", SAMPLE.name), ...SAMPLE, createdAt: now })
      .onConflictDoNothing();
    const sourceId = await sampleSource(tx);
    if (sourceId === null)
      throw conflict(`Another source is called "${SAMPLE.name}": give that one another name.`);
    await addEsco(tx, sourceId, now);
    const moment = momentOf(now);
    const wanted = sampleRecords(sourceId, moment.today);
    const programmes = sampleProgrammesOn(moment.today);
    await takeOutOutdated(tx, ACTOR, sourceId, programmes, moment);
    const held = await loadRecords(tx, sourceId);
    const changes: Change[] = [
      ...pairs(held.providers, wanted.providers).map((pair) => ({ kind: "provider" as const, ...pair })),
      ...pairs(held.credentials, wanted.credentials).map((pair) => ({
        kind: "credential" as const,
        ...pair,
      })),
      ...pairs(held.courses, wanted.courses).map((pair) => ({ kind: "course" as const, ...pair })),
    ];
    const source = { id: sourceId, ...SAMPLE, isHeld: true, latestRunId: null };
    // First, so that the courses are made searchable once, with what follows from it.
    await addSampleEvidence(tx, source, moment);
    await applyChanges(tx, ACTOR, changes, moment);
    await publishSampleProgrammes(tx, programmes, source, moment);
    const pathways = samplePathwaysOn(moment.today);
    const ids = pathways.map(({ id }) => id);
    await tx
      .delete(curatedPathways)
      .where(and(eq(curatedPathways.sourceId, sourceId), notInArray(curatedPathways.slug, ids)));
    await addPathways(tx, pathways, source, moment);
    return countsOf(wanted);
  });
}

/**
 * Takes the sample catalogue out, all of it and nothing else: ESCO concepts that other records use stay.
 * @returns how many records went
 * @throws conflict where records of other sources belong to a provider of the sample
 */
export function removeSample(db: Database, { now }: { now: Date }): Promise<SampleCounts> {
  return db.transaction(async (tx) => {
    const sourceId = await sampleSource(tx);
    if (sourceId === null) return { courses: 0, credentials: 0, providers: 0 };
    await requireNoOthers(tx, sourceId);
    const held = await loadRecords(tx, sourceId);
    const changes: Change[] = [
      ...held.providers.map((before) => ({ kind: before.kind, before, after: null })),
      ...held.credentials.map((before) => ({ kind: before.kind, before, after: null })),
      ...held.courses.map((before) => ({ kind: before.kind, before, after: null })),
    ];
    await applyChanges(tx, ACTOR, changes, momentOf(now));
    await tx.delete(curatedPathways).where(eq(curatedPathways.sourceId, sourceId));
    await removeEsco(tx, sourceId, now);
    await removeEvidence(tx, sourceId);
    await tx.delete(sources).where(eq(sources.id, sourceId));
    return countsOf(held);
  });
}

/** No record of any kind is there, from whatever source. */
export async function isCatalogueEmpty(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ empty: boolean }>(
    sql`select not exists (select from ${providers}) and not exists (select from ${credentials})
      and not exists (select from ${courses}) as empty`,
  );
  return row?.empty ?? true;
}

const momentOf = (now: Date): Moment => ({ now, today: dayIn(env().CAIRN_TIME_ZONE, now) });

const countsOf = (records: Record<keyof SampleCounts, readonly unknown[]>): SampleCounts => ({
  courses: records.courses.length,
  credentials: records.credentials.length,
  providers: records.providers.length,
});

async function sampleSource(tx: Transaction): Promise<string | null> {
  const [row] = await tx
    .select({ id: sources.id })
    .from(sources)
    .where(and(eq(sources.name, SAMPLE.name), sources.isSample));
  return row?.id ?? null;
}

async function requireNoOthers(tx: Transaction, sourceId: string): Promise<void> {
  const ours = tx.select({ id: providers.id }).from(providers).where(eq(providers.sourceId, sourceId));
  const taught = await tx
    .select({ name: courses.externalId })
    .from(courses)
    .where(and(ne(courses.sourceId, sourceId), inArray(courses.providerId, ours)))
    .limit(3);
  const awarded = await tx
    .select({ name: credentials.externalId })
    .from(credentials)
    .innerJoin(awardingBodies, eq(awardingBodies.credentialId, credentials.id))
    .where(and(ne(credentials.sourceId, sourceId), inArray(awardingBodies.providerId, ours)))
    .limit(3);
  const names = [...taught, ...awarded].map(({ name }) => name);
  if (names.length === 0) return;
  throw conflict(
    `Records of other sources belong to providers of the sample (${names.join(", ")}): give them another provider first.`,
  );
}

/** Concepts that are there already, from a real import or an earlier version, stay as they are, relations included. */
async function addEsco(tx: Transaction, sourceId: string, now: Date): Promise<void> {
  const rows = escoRows(sourceId, now);
  const there = await urisThere(tx, rows);
  const isNew = ({ uri }: { uri: string }) => !there.has(uri);
  const isNewSkill = (id: string) => isNew({ uri: `http://data.europa.eu/esco/skill/${id}` });
  const isNewOccupation = (id: string) => isNew({ uri: `http://data.europa.eu/esco/occupation/${id}` });
  const newOccupations = rows.occupations.filter(isNew);
  const newSkills = rows.skills.filter(isNew);
  await insertRows(tx, iscoGroups, rows.iscoGroups.filter(isNew));
  await insertRows(tx, occupations, newOccupations);
  await insertRows(tx, skillGroups, rows.skillGroups.filter(isNew));
  await insertRows(tx, skills, newSkills);
  await nameConcepts(tx, "occupation", newOccupations);
  await nameConcepts(tx, "skill", newSkills);
  await insertRows(tx, skillBroader, rows.skillBroader.filter(isNew));
  await insertRows(tx, occupationBroader, rows.occupationBroader.filter(isNew));
  const related = rows.skillRelations.filter((row) => isNewSkill(row.skillId) || isNewSkill(row.relatedId));
  await insertRows(tx, skillRelations, related);
  const needed = rows.occupationSkills.filter(({ occupationId }) => isNewOccupation(occupationId));
  await insertRows(tx, occupationSkills, needed);
}

async function urisThere(tx: Transaction, rows: EscoRows): Promise<Set<string>> {
  const { skills: abilities, skillGroups: groups, occupations: jobs, iscoGroups: jobGroups } = rows;
  const uris = texts([...abilities, ...groups, ...jobs, ...jobGroups].map(({ uri }) => uri));
  const found = await tx.execute<{ uri: string }>(sql`
    select uri from ${skills} where uri = any(${uris}) union all
    select uri from ${skillGroups} where uri = any(${uris}) union all
    select uri from ${occupations} where uri = any(${uris}) union all
    select uri from ${iscoGroups} where uri = any(${uris})`);
  return new Set(found.map(({ uri }) => uri));
}

/** Skills that other records teach stay, with what lies above them, under a source of their own. */
async function removeEsco(tx: Transaction, sourceId: string, now: Date): Promise<void> {
  const uri = { uri: sql<string>`uri` };
  const isKept = sql`uri in (
    with recursive kept (uri) as (
      select uri from ${skills} where source_id <> ${sourceId} or id in (select skill_id from ${outcomeSkills})
      union
      select step.broader_uri from ${skillBroader} step join kept on kept.uri = step.uri)
    select uri from kept)`;
  const hasOccupations = sql`exists (
    select from ${occupations} where ${occupations.iscoCode} like ${iscoGroups.code} || '%')`;
  const gone = [
    ...(await tx.delete(occupations).where(eq(occupations.sourceId, sourceId)).returning(uri)),
    ...(await tx
      .delete(iscoGroups)
      .where(and(eq(iscoGroups.sourceId, sourceId), not(hasOccupations)))
      .returning(uri)),
    ...(await tx
      .delete(skillGroups)
      .where(and(eq(skillGroups.sourceId, sourceId), not(isKept)))
      .returning(uri)),
    ...(await tx
      .delete(skills)
      .where(and(eq(skills.sourceId, sourceId), not(isKept)))
      .returning(uri)),
  ];
  await forgetGoneConcepts(tx);
  const uris = texts(gone.map((row) => row.uri));
  for (const steps of [skillBroader, occupationBroader])
    await tx.delete(steps).where(sql`uri = any(${uris}) or broader_uri = any(${uris})`);
  const kept = await Promise.all(
    [skills, skillGroups, iscoGroups].map((table) => tx.$count(table, sql`source_id = ${sourceId}`)),
  );
  if (kept.every((count) => count === 0)) return;
  await tx
    .insert(sources)
    .values({ ...EXCERPT, createdAt: now })
    .onConflictDoNothing();
  for (const table of [skills, skillGroups, iscoGroups])
    await tx.update(table).set({ sourceId: EXCERPT.id }).where(sql`source_id = ${sourceId}`);
}

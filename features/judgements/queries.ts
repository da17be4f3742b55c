import "server-only";
import { asc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { readByIds } from "@/db/read-by-ids";
import { uuids } from "@/db/rows";
import { awardingBodies, credentials, credentialsOfCourses } from "@/db/schema/credentials";
import { evidence } from "@/db/schema/evidence";
import { providers } from "@/db/schema/providers";
import { sources } from "@/db/schema/sources";
import { lendersOf } from "@/features/evidence/lenders";
import { evidenceFor } from "@/features/evidence/queries";
import type { Evidence } from "@/features/evidence/schema";
import type { Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import { isUuid } from "@/lib/uuid";
import { type AwardingBody, countryOfBodies, kindOfBodies } from "./awarding-bodies";
import { judgeOffer, judgeProvider, providersNamed, recordsOf } from "./judged";
import { statementOf } from "./statement";
import type {
  BodyRef,
  CourseQuestion,
  CredentialQuestion,
  OfferJudgement,
  OfferQuestion,
  ProviderJudgement,
} from "./view";

/**
 * Courses as their evidence leaves them on a day, with what was known on it. A course is asked for by its question
 * (features/courses/course-question.ts); an answer for each.
 */
export const judgeCourses = (
  db: Database,
  questions: readonly CourseQuestion[],
  { at }: { at: Day },
): Promise<Map<string, OfferJudgement>> => judgeOffers(db, questions, at);

/** The same for credentials; ids that are not there are left out. */
export async function judgeCredentials(
  db: Database,
  ids: readonly string[],
  { at }: { at: Day },
): Promise<Map<string, OfferJudgement>> {
  return judgeOffers(db, await readCredentialQuestions(db, ids), at);
}

/** The same for providers; ids that are not there are left out. */
export async function judgeProviders(
  db: Database,
  ids: readonly string[],
  { at }: { at: Day },
): Promise<Map<string, ProviderJudgement>> {
  const rows = await db
    .select({ id: providers.id, providerKind: providers.kind })
    .from(providers)
    .where(sql`${providers.id} = any(${uuids(ids)})`);
  const evidenceOf = evidenceReader(db);
  const records = await evidenceOf(rows.map(({ id }) => [id]));
  const judged = rows.map(({ id, providerKind }, i) => ({
    id,
    ...judgeProvider({ kind: "provider", id, providerKind }, records[i] ?? [], at),
  }));
  return withBodies(db, judged);
}

async function judgeOffers(
  db: Database,
  questions: readonly OfferQuestion[],
  at: Day,
): Promise<Map<string, OfferJudgement>> {
  const records = await evidenceReader(db)(questions.map(({ subject }) => recordsOf(subject)));
  const judged = questions.map((question, i) => ({
    id: question.subject.id,
    ...judgeOffer(question, records[i] ?? [], at),
  }));
  return withBodies(db, judged);
}

/**
 * Reads the evidence of lists of records, with that of the bodies that endorse or assure something of them; each record
 * once, however often it is asked for.
 */
export function evidenceReader(db: Database) {
  const known = new Map<string, readonly Evidence[]>();
  let isAny: boolean | null = null;

  async function learn(ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id));
    if (unknown.length === 0) return;
    isAny ??= await hasEvidence(db);
    const found = isAny ? await evidenceFor(db, unknown) : new Map<string, Evidence[]>();
    for (const id of unknown) known.set(id, found.get(id) ?? []);
  }

  return async (lists: readonly (readonly string[])[]): Promise<Evidence[][]> => {
    await learn(lists.flat());
    const own = lists.map((ids) => ids.flatMap((id) => known.get(id) ?? []));
    const lenders = own.map((records) => lendersOf(records));
    await learn(lenders.flat());
    return own.map((records, i) => [
      ...records,
      ...(lenders[i] ?? []).filter((id) => !lists[i]?.includes(id)).flatMap((id) => known.get(id) ?? []),
    ]);
  };
}

const evidenced = new WeakSet<Database>();

/** Evidence is only added: where there was some, there is. */
async function hasEvidence(db: Database): Promise<boolean> {
  if (evidenced.has(db)) return true;
  const rows = await db.select({ one: sql`1` }).from(evidence).limit(1);
  if (rows.length > 0) evidenced.add(db);
  return rows.length > 0;
}

/** Credentials with what they state; ids that are not there are left out. */
async function readCredentialQuestions(db: Database, ids: readonly string[]): Promise<CredentialQuestion[]> {
  const [rows, bodies] = await Promise.all([
    db
      .select({ credential: getTableColumns(credentials), sourceName: sources.name })
      .from(credentials)
      .innerJoin(sources, eq(sources.id, credentials.sourceId))
      .where(sql`${credentials.id} = any(${uuids(ids)})`),
    awardingBodiesOf(db, ids),
  ]);
  return rows.map(({ credential, sourceName }) => {
    const { id, eqf, nqf, cycle, isOutsideFramework, ectsHundredths, hoursMin, hoursMax } = credential;
    const awarding = bodies.get(id) ?? [];
    const level = { eqf, nqf, cycle, isOutsideFramework };
    return {
      subject: {
        kind: "credential",
        id,
        awardingBodies: awarding.map((body) => body.id),
        providerKind: kindOfBodies(awarding),
        level,
      },
      level,
      workload: { ectsHundredths, hoursMin, hoursMax, country: countryOfBodies(awarding) },
      statement: statementOf(credential, sourceName),
    };
  });
}

/** Awarding bodies by the id of the credential, in the order of their ids. */
const awardingBodiesOf = async (
  db: Database,
  credentialIds: readonly string[],
): Promise<Map<string, AwardingBody[]>> => byCredential(await bodiesOfCredentials(db, credentialIds));

/** The same for all credentials to which these courses lead. */
export const awardingBodiesOfCourses = async (
  db: Database,
  courseIds: readonly string[],
): Promise<Map<string, AwardingBody[]>> => byCredential(await bodiesOfCourses(db, courseIds));

const bodiesOfCredentials = readByIds(bodiesOf);
const bodiesOfCourses = readByIds((db, ids) => bodiesOf(db, credentialsOfCourses(ids)));

function bodiesOf(db: Database, credentialIds: SQL) {
  return db
    .select({
      credentialId: awardingBodies.credentialId,
      body: { id: providers.id, kind: providers.kind, country: providers.country },
    })
    .from(awardingBodies)
    .innerJoin(providers, eq(providers.id, awardingBodies.providerId))
    .where(sql`${awardingBodies.credentialId} = any(${credentialIds})`)
    .orderBy(asc(awardingBodies.credentialId), asc(providers.id));
}

const byCredential = (rows: Awaited<ReturnType<typeof bodiesOfCourses>>): Map<string, AwardingBody[]> =>
  new Map(
    [...groupBy(rows, ({ credentialId }) => credentialId)].map(([id, list]) => [
      id,
      list.map(({ body }) => body),
    ]),
  );

/** Gives each judgement the providers that it names. */
async function withBodies<J extends Parameters<typeof providersNamed>[0] & { id: string }>(
  db: Database,
  judged: readonly J[],
): Promise<Map<string, Omit<J, "id"> & { bodies: BodyRef[] }>> {
  const named = judged.map((judgement) => providersNamed(judgement));
  const refs = await readBodies(db, [...new Set(named.flat())]);
  return new Map(
    judged.map(({ id, ...judgement }, i) => [
      id,
      { ...judgement, bodies: (named[i] ?? []).flatMap((provider) => refs.get(provider) ?? []) },
    ]),
  );
}

const bodyRefs = readByIds((db, ids) =>
  db
    .select({
      id: providers.id,
      slug: providers.slug,
      name: providers.legalName,
      defaultLanguage: providers.defaultLanguage,
      country: providers.country,
    })
    .from(providers)
    .where(sql`${providers.id} = any(${ids})`),
);

async function readBodies(db: Database, ids: readonly string[]): Promise<Map<string, BodyRef>> {
  const rows = await bodyRefs(db, ids.filter(isUuid));
  return new Map(rows.map((row) => [row.id, row]));
}

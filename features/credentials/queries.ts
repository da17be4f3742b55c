import "server-only";
import { and, asc, count, desc, eq, getTableColumns } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { courses } from "@/db/schema/courses";
import { awardingBodies, courseCredentials, credentials } from "@/db/schema/credentials";
import { providers } from "@/db/schema/providers";
import { sources } from "@/db/schema/sources";
import { type Found, listCourseSummaries, resolveAddress } from "@/features/courses/queries";
import {
  toCreditsView,
  toLevelView,
  toProviderRef,
  toSourceRef,
  toTrustView,
} from "@/features/courses/summary";
import { judgeCredentials } from "@/features/judgements/queries";
import { outcomesOfCredentials } from "@/features/outcomes/queries";
import { type Day, dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { fromCredentialRow } from "./record-rows";
import type { CredentialDetail, CredentialSummary } from "./view";

/**
 * A credential by its slug, an earlier slug, or its id.
 * @param at the day on which it is judged; today if not given
 */
export async function findCredential(
  address: string,
  { now, at, db = database() }: { now: Date; at?: Day; db?: Database },
): Promise<Found<CredentialDetail> | null> {
  const id = await resolveAddress(db, "credential", address);
  if (!id) return null;
  const [row] = await db
    .select({ credential: getTableColumns(credentials), source: getTableColumns(sources) })
    .from(credentials)
    .innerJoin(sources, eq(sources.id, credentials.sourceId))
    .where(eq(credentials.id, id));
  if (!row) return null;
  const { credential, source } = row;
  const today = dayIn(env().CAIRN_TIME_ZONE, now);
  if (credential.slug !== address && credential.id !== address)
    return { kind: "moved", slug: credential.slug };
  const [bodies, courseRows, outcomes, judgements] = await Promise.all([
    db
      .select(getTableColumns(providers))
      .from(awardingBodies)
      .innerJoin(providers, eq(providers.id, awardingBodies.providerId))
      .where(eq(awardingBodies.credentialId, id))
      .orderBy(asc(providers.slug)),
    db
      .select({ id: courses.id })
      .from(courseCredentials)
      .innerJoin(courses, eq(courses.id, courseCredentials.courseId))
      .where(and(eq(courseCredentials.credentialId, id), eq(courses.status, "published")))
      .orderBy(asc(courses.slug))
      .limit(100),
    outcomesOfCredentials(db, [id]),
    judgeCredentials(db, [id], { at: at ?? today }),
  ]);
  const judgement = judgements.get(id);
  if (!judgement) throw new Error(`No judgement of credential ${id}`);
  const { level, credits } = judgement;
  const record = fromCredentialRow(credential, {
    outcomes: [],
    awardingBodies: bodies.map((body) => body.id),
  });
  return {
    kind: "found",
    record: {
      id,
      slug: credential.slug,
      status: credential.status,
      content: record.content,
      outcomes: outcomes.get(id) ?? [],
      awardingBodies: bodies.map(toProviderRef),
      level: toLevelView(level, { inherited: false, source: source.name, asOf: credential.retrievedOn }),
      credits: toCreditsView(credits, false),
      trust: toTrustView(judgement),
      judgement,
      courses: await listCourseSummaries(
        courseRows.map((course) => course.id),
        { today, db },
      ),
      isSample: credential.isSample,
      source: toSourceRef(source, credential),
      updatedAt: credential.updatedAt,
    },
  };
}

/** One page of the published credentials, newest first, ties by id, with the exact total. */
export async function listCredentials(
  { page, pageSize }: { page: number; pageSize: number },
  db: Database = database(),
): Promise<{ total: number; credentials: CredentialSummary[] }> {
  const isPublished = eq(credentials.status, "published");
  const [rows, [counted]] = await Promise.all([
    db
      .select({
        id: credentials.id,
        slug: credentials.slug,
        kind: credentials.kind,
        title: credentials.title,
        defaultLanguage: credentials.defaultLanguage,
        ectsHundredths: credentials.ectsHundredths,
        eqf: credentials.eqf,
        isSample: credentials.isSample,
        updatedAt: credentials.updatedAt,
      })
      .from(credentials)
      .where(isPublished)
      .orderBy(desc(credentials.createdAt), asc(credentials.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db.select({ total: count() }).from(credentials).where(isPublished),
  ]);
  return { total: counted?.total ?? 0, credentials: rows };
}

import "server-only";
import { asc, eq } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { credentials } from "@/db/schema/credentials";
import { evidenceSubjectRecords } from "@/db/schema/evidence-subjects";
import { providers } from "@/db/schema/providers";
import { listCourseSummaries } from "@/features/courses/queries";
import { judgeCredentials, judgeProviders } from "@/features/judgements/queries";
import type { ProviderJudgement } from "@/features/judgements/view";
import { readHeldRecords } from "@/features/record-names/queries";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { type ExampleCandidate, pickExamples } from "./examples";
import type { TrustExamples } from "./view";

interface At {
  now: Date;
  db?: Database;
}

const todayAt = (now: Date) => dayIn(env().CAIRN_TIME_ZONE, now);

/** Providers by id, as things stand today; ids that are not there are left out. */
export const readJudgedProviders = (
  ids: readonly string[],
  { now, db = database() }: At,
): Promise<Map<string, ProviderJudgement>> => judgeProviders(db, ids, { at: todayAt(now) });

/** Of records with evidence, and of records in all, so many are looked at for examples. */
const LOOKED_AT = 100;

/** What the catalogue has today to show each word by. */
export async function readTrustExamples({ now, db = database() }: At): Promise<TrustExamples> {
  const [providerIds, credentialIds, courseIds] = await Promise.all([
    exampleIds(db, "provider"),
    exampleIds(db, "credential"),
    withEvidence(db, "course"),
  ]);
  const [judgedProviders, judgedCredentials, courses, names] = await Promise.all([
    readJudgedProviders(providerIds, { now, db }),
    judgeCredentials(db, credentialIds, { at: todayAt(now) }),
    listCourseSummaries(courseIds, { today: todayAt(now), db }),
    readHeldRecords(db, [...providerIds, ...credentialIds, ...courseIds]),
  ]);
  const judgedCourses = new Map(courses.map(({ id, judgement }) => [id, judgement]));
  const candidates = [...credentialIds, ...providerIds, ...courseIds].flatMap((id): ExampleCandidate[] => {
    const record = names.get(id);
    const judgement = judgedCredentials.get(id) ?? judgedProviders.get(id) ?? judgedCourses.get(id);
    return record && judgement && record.isOffered ? [{ record, judgement }] : [];
  });
  return pickExamples(candidates);
}

async function exampleIds(db: Database, kind: "provider" | "credential"): Promise<string[]> {
  const [known, any] = await Promise.all([
    withEvidence(db, kind),
    kind === "provider"
      ? db.select({ id: providers.id }).from(providers).orderBy(asc(providers.slug)).limit(LOOKED_AT)
      : db
          .select({ id: credentials.id })
          .from(credentials)
          .where(eq(credentials.status, "published"))
          .orderBy(asc(credentials.slug))
          .limit(LOOKED_AT),
  ]);
  return [...new Set([...known, ...any.map(({ id }) => id)])];
}

async function withEvidence(db: Database, kind: "provider" | "credential" | "course"): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: evidenceSubjectRecords.recordId })
    .from(evidenceSubjectRecords)
    .where(eq(evidenceSubjectRecords.kind, kind))
    .orderBy(asc(evidenceSubjectRecords.recordId))
    .limit(LOOKED_AT);
  return rows.map(({ id }) => id);
}

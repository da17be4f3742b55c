import type { courses } from "@/db/schema/courses";
import type { courseCredentials } from "@/db/schema/credentials";
import type { runs } from "@/db/schema/runs";
import type { CourseContent, CourseRecord, CredentialLink, Run } from "./schema";

export type CourseRow = typeof courses.$inferSelect;
export type RunRow = typeof runs.$inferSelect;
export type CourseCredentialRow = typeof courseCredentials.$inferSelect;

export function toCourseRow({ kind: _kind, content, ...provenance }: CourseRecord): CourseRow {
  const { provider, outcomes: _outcomes, runs: _runs, credentials: _credentials, ...facts } = content;
  return { ...provenance, providerId: provider, ...facts };
}

export function toCourseCredentialRows({ id, content }: CourseRecord): CourseCredentialRow[] {
  return content.credentials.map(({ credential, needs, neededCount }, position) => ({
    courseId: id,
    credentialId: credential,
    position,
    needs,
    neededCount,
  }));
}

export function fromCourseCredentialRow(row: CourseCredentialRow): CredentialLink {
  return { credential: row.credentialId, needs: row.needs, neededCount: row.neededCount };
}

export function fromRunRow({ id: _id, courseId: _courseId, position: _position, ...run }: RunRow): Run {
  return run;
}

export function fromCourseRow(
  row: CourseRow,
  children: Pick<CourseContent, "outcomes" | "runs" | "credentials">,
): CourseRecord {
  const {
    id,
    slug,
    sourceId,
    providerId,
    status,
    publishedAt,
    externalId,
    sourceUrl,
    retrievedOn,
    isSample,
    version,
    createdAt,
    updatedAt,
    ...facts
  } = row;
  return {
    kind: "course",
    id,
    slug,
    sourceId,
    status,
    publishedAt,
    externalId,
    sourceUrl,
    retrievedOn,
    isSample,
    version,
    createdAt,
    updatedAt,
    content: { provider: providerId, ...facts, ...children },
  };
}

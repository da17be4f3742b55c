import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { texts } from "@/db/rows";
import { credentials } from "@/db/schema/credentials";
import { programmeVersions } from "@/db/schema/pathways";
import { isInForce } from "@/features/pathways/queries";
import type { QualificationRef } from "@/features/qualifications/view";
import type { Day } from "@/lib/dates";

/** A qualification by id, with what its version in force says; null where none is. */
export async function findQualificationRef(
  db: Database,
  id: string,
  today: Day,
): Promise<QualificationRef | null> {
  const [row] = await db
    .select({
      id: credentials.id,
      slug: credentials.slug,
      title: credentials.title,
      defaultLanguage: credentials.defaultLanguage,
      eqf: programmeVersions.eqf,
      totalCredits: programmeVersions.totalCredits,
    })
    .from(programmeVersions)
    .innerJoin(credentials, eq(credentials.id, programmeVersions.credentialId))
    .where(and(eq(credentials.id, id), isInForce(today)));
  return row ?? null;
}

/**
 * Address (any that it ever had) -> the credential, else the course, that it means; of a course also the credential that it
 * alone leads to, where there is exactly one.
 */
export async function findUnitAddresses(
  db: Database,
  addresses: readonly string[],
): Promise<Map<string, { kind: "credential" | "course"; id: string; soleCredentialId: string | null }>> {
  const rows = await db.execute<{
    slug: string;
    kind: "credential" | "course";
    id: string;
    soleCredentialId: string | null;
  }>(sql`
    select address.slug, address.kind, address.record_id as id, (
      select case when count(*) = 1 and min(link.needs) = 'this-course' then min(credential.id::text) end
      from course_credentials link join credentials credential on credential.id = link.credential_id
      where link.course_id = address.record_id and credential.kind <> 'certificate-of-attendance'
    ) as "soleCredentialId"
    from slugs address
    left join courses course on address.kind = 'course' and course.id = address.record_id
    where address.slug = any(${texts(addresses)})
      and (address.kind = 'credential' or course.status in ('published', 'withdrawn'))
    order by address.kind`);
  return new Map(rows.map(({ slug, ...record }) => [slug, record] as const));
}

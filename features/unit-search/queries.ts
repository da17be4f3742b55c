import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { texts } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { courseCredentials, credentials } from "@/db/schema/credentials";
import type { UnitMatch } from "./view";

/**
 * What a person may hold whose name has all these words in one language, shortest names first: published credentials but
 * those of attendance, and assessed courses that lead to no credential.
 */
export async function findUnitsByName(
  text: string,
  { limit, db = database() }: { limit: number; db?: Database },
): Promise<UnitMatch[]> {
  const wanted = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (wanted.length === 0) return [];
  const patterns = texts(wanted.map((word) => `%${word}%`));
  const isNamed = (title: SQL) => sql`exists (
    select from jsonb_each_text(${title}) as named where lower(named.value) like all (${patterns}))`;
  const rows = await db.execute<Record<string, unknown> & UnitMatch>(sql`
    select kind, slug, title, default_language as "defaultLanguage", credits from (
      select 'credential' as kind, slug, title, default_language, ects_hundredths as credits
      from ${credentials}
      where status = 'published' and kind <> 'certificate-of-attendance' and ${isNamed(sql`title`)}
      union all
      select 'course', slug, title, default_language, ects_hundredths
      from ${courses}
      where status = 'published' and assessment = 'assessed' and ${isNamed(sql`title`)}
        and not exists (select from ${courseCredentials} where course_id = ${courses.id})
    ) as found
    order by length(title ->> default_language), kind desc, slug
    limit ${limit}`);
  return [...rows];
}

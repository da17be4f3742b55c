import "server-only";
import { sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { courses } from "@/db/schema/courses";
import { courseCredentials, credentials } from "@/db/schema/credentials";
import { searchNames } from "@/db/schema/search-names";
import { wordsOf } from "@/features/search/analyser";
import type { UnitMatch } from "./view";

/** Names looked at, shortest first: behind so many there is nothing that one means by so few letters. */
const NAMES_SEEN = 500;
const WORDS_ASKED = 10;

/**
 * What a person may hold whose name has words that begin with all of these, in one language and without regard to accents;
 * shortest names first: published credentials but those of attendance, and assessed courses that lead to no credential.
 */
export async function findUnitsByName(
  text: string,
  { limit, db = database() }: { limit: number; db?: Database },
): Promise<UnitMatch[]> {
  const wanted = [...new Set(wordsOf(text))].slice(0, WORDS_ASKED);
  if (wanted.length === 0) return [];
  // Words are letters and digits alone.
  const asked = wanted.map((word) => `'${word}':*`).join(" & ");
  const rows = await db.execute<Record<string, unknown> & UnitMatch>(sql`
    with named as (
      select kind, record_id, min(length(name)) as length from ${searchNames}
      where kind in ('credential', 'course') and words @@ ${asked}::tsquery
      group by kind, record_id order by length, kind desc, record_id limit ${NAMES_SEEN}
    )
    select kind, slug, title, default_language as "defaultLanguage", credits from (
      select named.kind, slug, title, default_language, ects_hundredths as credits
      from named join ${credentials} credential on named.kind = 'credential' and credential.id = named.record_id
      where status = 'published' and credential.kind <> 'certificate-of-attendance'
      union all
      select named.kind, slug, title, default_language, ects_hundredths
      from named join ${courses} course on named.kind = 'course' and course.id = named.record_id
      where status = 'published' and assessment = 'assessed'
        and not exists (select from ${courseCredentials} where course_id = course.id)
    ) as found
    order by length(title ->> default_language), kind desc, slug
    limit ${limit}`);
  return [...rows];
}

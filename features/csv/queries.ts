import "server-only";
import { sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { loadCourses } from "@/features/changes/queries";
import type { HeldRecords } from "@/features/changes/schema";
import { type CsvCourse, type CsvProvider, csvWriter } from "./write";

/** Courses whose rows are in memory at a time. */
const BATCH = 250;

/**
 * The courses of these ids as lines of our template, in their order and batch by batch; a course that has gone meanwhile is
 * left out. Records name each other by our ids, which no two sources share.
 */
export async function* exportCourses(
  courseIds: readonly string[],
  db: Database = database(),
): AsyncGenerator<string> {
  const writer = csvWriter(await listTextLanguages(db));
  yield writer.header;
  for (let start = 0; start < courseIds.length; start += BATCH) {
    const ids = courseIds.slice(start, start + BATCH);
    const courses = toCsvCourses(await loadCourses(db, ids));
    yield ids
      .map((id) => courses.get(id))
      .reduce((text, course) => text + (course ? writer.rows(course) : ""), "");
  }
}

function toCsvCourses({ providers, credentials, courses }: HeldRecords): Map<string, CsvCourse> {
  const byId = new Map(providers.map(({ id, content }): [string, CsvProvider] => [id, { id, content }]));
  const providerOf = (id: string): CsvProvider => {
    const provider = byId.get(id);
    if (!provider) throw new Error(`Provider ${id} was not loaded with its course`);
    return provider;
  };
  const credentialsById = new Map(credentials.map((credential) => [credential.id, credential]));
  return new Map(
    courses.map(({ id, status, isSample, content }) => [
      id,
      {
        id,
        status: status === "withdrawn" ? "withdrawn" : "published",
        isSample,
        content,
        provider: providerOf(content.provider),
        credentials: content.credentials.flatMap((link) => {
          const credential = credentialsById.get(link.credential);
          if (!credential) return [];
          return [
            {
              id: credential.id,
              content: credential.content,
              awardingBodies: credential.content.awardingBodies.map(providerOf),
            },
          ];
        }),
      },
    ]),
  );
}

/** Every language that a text of the catalogue is in, sorted: the columns of an export. */
async function listTextLanguages(db: Database): Promise<string[]> {
  const rows = await db.execute<{ language: string }>(sql`
    select distinct language from (
      select jsonb_object_keys(title || coalesce(summary, '{}') || coalesce(description, '{}') || coalesce(prerequisites, '{}'))
        from courses
      union select jsonb_object_keys(title || coalesce(description, '{}') || coalesce(prerequisites, '{}')
        || coalesce(quality_assurance, '{}') || coalesce(validity, '{}')) from credentials
      union select jsonb_object_keys(legal_name) from providers
      union select jsonb_object_keys(text) from outcomes
      union select jsonb_object_keys(coalesce(start_text, '{}') || coalesce(price_note, '{}')) from runs
    ) as texts(language) order by language`);
  return rows.map(({ language }) => language);
}

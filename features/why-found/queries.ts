import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { uuids } from "@/db/rows";
import { searchNames } from "@/db/schema/search-names";
import { skills } from "@/db/schema/skills";
import { countedValues } from "@/features/courses/counted-values";
import type { CourseParts } from "@/features/courses/summary";
import { wordsOf } from "@/features/search/analyser";
import { type Searched, soughtWords } from "./sought";
import type { Why } from "./view";
import { explain, type Findable, type SkillName } from "./why";

/**
 * Why each course was found, by its id; empty where no words were looked for. Reads nothing but further names of skills,
 * and these only where words are found nowhere else.
 * @param reader language of the page; null: each course in its own
 */
export async function explainCourses(
  db: Database,
  courses: readonly CourseParts[],
  { searched, reader }: { searched: Searched; reader: string | null },
): Promise<Record<string, Why>> {
  const sought = soughtWords(searched);
  if (sought.length === 0) return {};
  const first = courses.map((parts) => {
    const findable = toFindable(parts);
    const { why, rest } = explain(findable, sought, reader);
    // Of words in the provider's name nobody needs to be told where they were found.
    const named = Object.values(parts.provider.legalName).flatMap(wordsOf);
    return { id: parts.course.id, findable, why, rest: rest.filter((one) => !named.some(one.isMetBy)) };
  });
  const unclear = first.filter(({ rest }) => rest.length > 0);
  const rest = sought.filter((one) => unclear.some((course) => course.rest.includes(one)));
  const names = await otherNames(
    db,
    unclear.flatMap(({ findable }) => findable.skills.map(({ id }) => id)),
    rest.map(({ tsquery }) => tsquery).join(" | "),
  );
  return Object.fromEntries(
    first.map(({ id, findable, why, rest }) => {
      const taught = new Set(findable.skills.map((skill) => skill.id));
      const others = rest.length > 0 ? names.filter((name) => taught.has(name.id)) : [];
      if (others.length === 0) return [id, why];
      return [id, explain({ ...findable, skills: [...findable.skills, ...others] }, sought, reader).why];
    }),
  );
}

function toFindable(parts: CourseParts): Findable {
  const { title, defaultLanguage, summary, description } = parts.course;
  const { outcomes } = countedValues(parts);
  const taught = new Map(
    outcomes
      .flatMap((outcome) => outcome.skills)
      .filter(({ method }) => method === "stated" || method === "accepted")
      .map(({ id, label }) => [id, label]),
  );
  return {
    title,
    defaultLanguage,
    texts: [...outcomes.map((outcome) => outcome.text), summary ?? {}, description ?? {}],
    skills: [...taught].flatMap(([id, label]) =>
      Object.entries(label).map(([language, name]) => ({ id, language, name })),
    ),
  };
}

/** Names of these skills, in the languages in which any of their names carries one of the words. */
async function otherNames(db: Database, skillIds: readonly string[], words: string): Promise<SkillName[]> {
  if (skillIds.length === 0 || words === "") return [];
  const rows = await db.execute<{ id: string; language: string; names: string[] | null }>(sql`
    select named.record_id as id, named.language, ${skills.altLabels} -> named.language::text as names
    from ${searchNames} as named join ${skills} on ${skills.id} = named.record_id
    where named.kind = 'skill' and named.record_id = any(${uuids([...new Set(skillIds)])})
      and named.words @@ ${words}::tsquery
    order by named.record_id, named.language`);
  return rows.flatMap(({ id, language, names }) => (names ?? []).map((name) => ({ id, language, name })));
}

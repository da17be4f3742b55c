import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { searchDocuments } from "@/db/schema/search";
import { skills } from "@/db/schema/skills";
import { courseQuestion } from "@/features/courses/course-question";
import { readCourseParts } from "@/features/courses/queries";
import { recordsOf } from "@/features/judgements/judged";
import { evidenceReader } from "@/features/judgements/queries";
import { searchJudge } from "@/features/judgements/search-facts";
import {
  type SearchDocument,
  type SkillNames,
  taughtSkills,
  toSearchDocument,
} from "@/features/search/document";
import type { Day } from "@/lib/dates";

/** Reads courses batch by batch as search documents of `today`; those that are not published are left out. */
export function documentReader(db: Database, today: Day) {
  const names = new Map<string, SkillNames>();
  const evidenceOf = evidenceReader(db);
  const judge = searchJudge(today);

  async function learnNames(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !names.has(id));
    const rows = await db
      .select({ id: skills.id, label: skills.label, altLabels: skills.altLabels })
      .from(skills)
      .where(sql`${skills.id} = any(${uuids(unknown)})`);
    for (const { id, ...name } of rows) names.set(id, name);
  }

  return async (courseIds: readonly string[]): Promise<SearchDocument[]> => {
    const published = await db
      .select({ id: courses.id })
      .from(courses)
      .where(sql`${courses.id} = any(${uuids(courseIds)}) and ${courses.status} = 'published'`);
    const all = await readCourseParts(
      db,
      published.map(({ id }) => id),
    );
    const parts = [...all.values()];
    await learnNames(
      parts.flatMap((course) => taughtSkills([course, ...course.links].flatMap(({ outcomes }) => outcomes))),
    );
    const questions = parts.map(courseQuestion);
    const evidence = await evidenceOf(questions.map(({ subject }) => recordsOf(subject)));
    const facts = questions.map((question, i) => judge(question, evidence[i] ?? []));
    return parts.flatMap((course, i) => {
      const known = facts[i];
      return known ? [toSearchDocument(course, names, today, known)] : [];
    });
  };
}

/** Courses whose search rows do not hold on `today`. */
export async function listDue(db: Database, today: Day): Promise<string[]> {
  const rows = await db
    .select({ id: searchDocuments.courseId })
    .from(searchDocuments)
    .where(sql`${searchDocuments.freshFrom} > ${today} or ${searchDocuments.changesOn} <= ${today}`);
  return rows.map(({ id }) => id);
}

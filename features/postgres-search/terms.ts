import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { uuids } from "@/db/rows";
import { searchDocuments, searchTerms } from "@/db/schema/search";

/**
 * Adds the words of these courses' documents, as they stand in the table, to the counts of terms, or takes them out. A
 * term that no course has any more stays, with a count of 0, until all is built anew.
 */
export async function countTerms(tx: Transaction, courseIds: readonly string[], sign: 1 | -1): Promise<void> {
  await tx.execute(sql`
    insert into ${searchTerms} as held (term, course_count)
    select term, ${sign}::int * count(*)::int
    from ${searchDocuments}, unnest(tsvector_to_array(words)) as term
    where ${searchDocuments.courseId} = any(${uuids(courseIds)})
    group by term order by term
    on conflict (term) do update set course_count = held.course_count + excluded.course_count`);
}

/** Counts the terms of all documents. */
export async function recountTerms(tx: Transaction): Promise<void> {
  await tx.delete(searchTerms);
  await tx.execute(sql`
    insert into ${searchTerms} (term, course_count)
    select word, ndoc from ts_stat('select words from search_documents')`);
}

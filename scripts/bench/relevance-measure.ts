import type { Database } from "@/db/client";
import { courses } from "@/db/schema/courses";
import { searchAsRead, wordsReader } from "@/features/finding/as-read";
import type { SearchEngine } from "@/features/search/engine";
import { emptyRequest } from "@/features/search/schema";
import type { Day } from "@/lib/dates";
import { type Figures, type GradedQuery, gradedQueries, isSuccess, type Kind, ndcg } from "./relevance-list";

export interface Measured {
  graded: GradedQuery;
  found: string[];
  ndcg: number;
  isSuccess: boolean;
}

/** Each graded query with the slugs that an engine finds first, taken as the search page takes it. */
export async function measureRelevance(db: Database, engine: SearchEngine, today: Day): Promise<Measured[]> {
  const rows = await db.select({ id: courses.id, slug: courses.slug }).from(courses);
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  const measured: Measured[] = [];
  for (const graded of gradedQueries()) {
    const request = { ...emptyRequest(today), query: graded.query, limit: 10 };
    const { answer } = await searchAsRead(engine, request, wordsReader(db));
    const found = answer.ids.flatMap((id) => slugs.get(id) ?? []);
    measured.push({ graded, found, ndcg: ndcg(graded, found), isSuccess: isSuccess(graded, found) });
  }
  return measured;
}

export function meanOf(measured: readonly Measured[], kind: Kind | null = null): Figures {
  const chosen = measured.filter(({ graded }) => kind === null || graded.kind === kind);
  const mean = (figure: (one: Measured) => number) =>
    chosen.reduce((sum, one) => sum + figure(one), 0) / Math.max(1, chosen.length);
  return { ndcg: mean((one) => one.ndcg), success: mean((one) => (one.isSuccess ? 1 : 0)) };
}

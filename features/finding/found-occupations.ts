import type { Database } from "@/db/client";
import type { NamedOccupation } from "@/features/occupations/named";
import { findOccupation, occupationsNamed } from "@/features/occupations/queries";
import type { SearchParams } from "@/features/search/schema";
import { topicOf } from "@/features/spelling/intents";
import type { FoundOccupation } from "./view";

/** Those that the words name as they were typed or, where these name none, without words of intent; of the first page only. */
export async function namedOccupations(
  db: Database,
  { query, page }: SearchParams,
): Promise<NamedOccupation[]> {
  if (query === "" || page > 1) return [];
  const named = await occupationsNamed(db, query);
  return named.length > 0 ? named : occupationsNamed(db, topicOf(query));
}

/**
 * The occupations that the words of a search name, each with the search for its courses: in place of the words, beside the
 * filters. Those that find nothing are left out.
 * @param named by the words as they were typed; where there are none, those of the words as they are `read` count
 * @param count what a search finds with courses narrowed to those that teach one of these skills
 */
export async function foundOccupations(
  db: Database,
  params: SearchParams,
  { named, read }: { named: readonly NamedOccupation[]; read: string },
  count: (params: SearchParams, skillIds: readonly string[]) => Promise<number>,
): Promise<FoundOccupation[]> {
  const isReadAnew = named.length === 0 && read !== params.query;
  const all = isReadAnew ? await namedOccupations(db, { ...params, query: read }) : named;
  const found = await Promise.all(
    all.map(async (one) => {
      const search = { ...params, query: "", asTyped: false, occupation: one.id, page: 1, engine: null };
      const occupation = await findOccupation(db, one.id);
      return { ...one, params: search, count: await count(search, occupation?.skillIds ?? []) };
    }),
  );
  return found.filter((occupation) => occupation.count > 0);
}

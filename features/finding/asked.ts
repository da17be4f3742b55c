import type { Database } from "@/db/client";
import { findOccupation } from "@/features/occupations/queries";
import { resolveChoices } from "@/features/postgres-search/choices";
import { FACETS, type SearchRequest } from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";
import { type Day, dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import type { LanguageMap } from "@/lib/language-map";

export const todayAt = (now: Date): Day => dayIn(env().CAIRN_TIME_ZONE, now);

/** A search with its choices as the catalogue knows them. */
export interface Asked {
  /** With providers and qualifications under their present slugs. */
  params: SearchParams;
  /** Choices that do not exist, as "name=value"; they find nothing. */
  ignored: string[];
  /** Name of the chosen occupation; null: none is chosen, or it does not exist. */
  occupation: LanguageMap | null;
  /** What an engine is asked for this search, or for one that differs in other choices than the occupation's. */
  toRequest(params: SearchParams): SearchRequest;
}

export async function readAsked(db: Database, asked: SearchParams, now: Date): Promise<Asked> {
  const [{ params, ignored }, occupation] = await Promise.all([
    resolveChoices(db, asked),
    asked.occupation === null ? null : findOccupation(db, asked.occupation),
  ]);
  const isMissing = asked.occupation !== null && occupation === null;
  return {
    params,
    ignored: [...ignored, ...(isMissing ? [`occupation=${asked.occupation}`] : [])],
    occupation: occupation?.label ?? null,
    toRequest: ({ query, selection, ectsMin, ectsMax, sort, facetLimit, occupation: chosen }) => ({
      query,
      spelling: null,
      teachesAnyOf: chosen === null ? null : (occupation?.skillIds ?? []),
      selection,
      ectsMin,
      ectsMax,
      sort,
      offset: 0,
      limit: 0,
      facets: FACETS,
      facetLimit,
      today: todayAt(now),
    }),
  };
}

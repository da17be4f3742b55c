import "server-only";
import { type Database, database } from "@/db/client";
import type { CourseSummary } from "@/features/courses/view";
import { stateOfData } from "@/features/data-state/queries";
import { type FacetNames, facetNames, nameOf } from "@/features/facet-names/queries";
import { chooseEngine } from "@/features/failover/engines";
import { findIntended } from "@/features/near-misses/intended";
import { findNearest } from "@/features/near-misses/nearest";
import type { NearMiss } from "@/features/near-misses/view";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import type { Facet, FacetCount, SearchAnswer, SearchRequest } from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";
import { nameMatcher, valueNames } from "@/features/search/value-names";
import type { Reading } from "@/features/spelling/view";
import { countUnanswered } from "@/features/unanswered/mutations";
import { unansweredOf } from "@/features/unanswered/unanswered";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { explainCourses } from "@/features/why-found/queries";
import type { Searched } from "@/features/why-found/sought";
import type { LanguageMap } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { readingAsWritten, searchAsRead, wordsReader } from "./as-read";
import { readAsked, todayAt } from "./asked";
import { foundOccupations, namedOccupations } from "./found-occupations";
import { shownCourses } from "./shown-courses";
import type { FoundOccupation, Why } from "./view";

interface At {
  now: Date;
  db?: Database;
}

export interface FoundCourses extends SearchAnswer {
  /**
   * As asked, with providers and qualifications under their present slugs, and with the engine by which further pages are
   * of the same order; null: the first.
   */
  params: SearchParams;
  /** Providers, skills and qualifications that do not exist, as "name=value"; they find nothing. */
  ignored: string[];
  /** True where another engine answered than the one this list began with, or would: its order may differ. */
  degraded: boolean;
  reading: Reading;
  /** Words that were left out as filters, and ways to find more where little or nothing is found. */
  nearest: NearMiss[];
  /** The occupations that the words name, in any language. */
  occupations: FoundOccupation[];
  /** Name of the chosen occupation; null: none is chosen. */
  occupation: LanguageMap | null;
  /** What the engine was asked for in the end. */
  searched: Searched;
}

export interface FacetLabels extends FacetNames {
  /** Of the chosen occupation; null: none is chosen. */
  occupation: LanguageMap | null;
}

export interface SearchPage extends FoundCourses {
  courses: CourseSummary[];
  labels: FacetLabels;
  /** By the id of the course; empty where no words were looked for, or nobody asked. */
  why: Record<string, Why>;
  /** Of the data, before anything of this was read. */
  state: string;
}

export interface NamedCount extends FacetCount {
  /** Null where the value is a code of a vocabulary, or names itself. */
  label: LanguageMap | null;
}

// More values than any facet has.
const ALL_VALUES = 100_000;
const ALL_COURSES = 2_147_483_647;

/** One page of results as ids, with all facets. Whether there can be such a page `isBeyondLastPage` says first. */
export async function searchCourses(
  asked: SearchParams,
  { now, db = database() }: At,
): Promise<FoundCourses> {
  const { params, ignored, occupation, toRequest } = await readAsked(db, asked, now);
  const { page, pageSize } = params;
  const { engine, first, wanted } = await chooseEngine(db, { pinned: asked.engine, today: todayAt(now) });
  const reader = wordsReader(db);
  const slice = { offset: (page - 1) * pageSize, limit: pageSize };
  // To read other words takes long: what these find as they are typed is what they find.
  const readerOf = ({ asTyped, query }: SearchParams) => (asTyped || query !== params.query ? null : reader);
  const search = (searched: SearchParams, part: Partial<SearchRequest>) =>
    searchAsRead(engine, { ...toRequest(searched), ...part }, readerOf(searched));
  const [{ answer, reading, searched }, named] = await Promise.all([
    search(params, slice),
    namedOccupations(db, params),
  ]);
  const count = async (near: SearchParams, part: Partial<SearchRequest> = {}) =>
    (await search(near, { facets: [], ...part })).answer.total;
  const found = { ...answer, params, reading };
  const [intended, nearest, occupations] = await Promise.all([
    findIntended(found, count),
    findNearest(found, count, todayAt(now)),
    foundOccupations(
      db,
      params,
      { named, read: searched.spelling?.corrected ?? searched.query },
      (near, teachesAnyOf) => count(near, { teachesAnyOf }),
    ),
  ]);
  return {
    ...answer,
    params: { ...params, engine: answer.engine === first ? null : answer.engine },
    ignored,
    degraded: answer.engine !== wanted,
    reading,
    nearest: [...intended, ...nearest],
    occupations,
    occupation,
    searched,
  };
}

/**
 * What a page of results shows: the courses themselves, and the names of facet values that are not codes. That nothing
 * was found is counted.
 * @param locale of the page; none for the API
 * @param isExplained false where nobody is shown names, and why each course was found
 */
export async function searchPage(
  params: SearchParams,
  {
    now,
    db = database(),
    locale = null,
    isExplained = true,
  }: At & { locale?: Locale | null; isExplained?: boolean },
): Promise<SearchPage> {
  const state = await stateOfData({ now, db });
  const found = await searchCourses(params, { now, db });
  if (found.total === 0 && found.ignored.length === 0) {
    const unanswered = unansweredOf(found.params, locale, todayAt(now));
    if (unanswered) countUnanswered(db, unanswered);
  }
  const [shown, names] = await Promise.all([
    shownCourses(found.ids, { db, today: todayAt(now), state }),
    facetNames(isExplained ? found.facets : {}, { db, state }),
  ]);
  const parts = shown.map((course) => course.parts);
  const why = isExplained
    ? await explainCourses(db, parts, { searched: found.searched, reader: locale })
    : {};
  return {
    ...found,
    reading: readingAsWritten(found.reading, parts),
    courses: shown.map(({ summary }) => summary),
    labels: { ...names, occupation: found.occupation },
    why,
    state,
  };
}

/** The ids of all courses found, in order and not in pages: for an export. */
export async function listFoundIds(asked: SearchParams, { now, db = database() }: At): Promise<string[]> {
  const { params, toRequest } = await readAsked(db, asked, now);
  const request = { ...toRequest(params), facets: [], limit: ALL_COURSES };
  const reader = params.asTyped ? null : wordsReader(db);
  return (await searchAsRead(postgresEngine(db), request, reader)).answer.ids;
}

/**
 * The values of one facet whose code or name, in any language, contains a text; most courses first, `facetLimit` of them.
 * Asked of Postgres, as the export is: no other engine lists all.
 */
export async function facetValues(
  facet: Facet,
  contains: string,
  asked: SearchParams,
  { now, db = database() }: At,
): Promise<NamedCount[]> {
  const state = await stateOfData({ now, db });
  const { params, toRequest } = await readAsked(db, asked, now);
  // A facet ignores its own choice: choosing every field lists the narrow ones too.
  const selection = facet === "field" ? { ...params.selection, field: iscedFields.codes } : params.selection;
  const { answer } = await searchAsRead(
    postgresEngine(db),
    { ...toRequest({ ...params, selection, facetLimit: ALL_VALUES }), facets: [facet] },
    params.asTyped ? null : wordsReader(db),
  );
  const names = await facetNames(answer.facets, { db, state });
  const isWanted = nameMatcher(contains);
  return (answer.facets[facet] ?? [])
    .map(({ value, count }) => ({ value, count, label: nameOf(names, facet, value) }))
    .filter(({ count }) => count > 0)
    .filter(({ value, label }) => isWanted([...valueNames(facet, value), ...Object.values(label ?? {})]))
    .slice(0, params.facetLimit);
}

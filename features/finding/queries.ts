import "server-only";
import { sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { credentials } from "@/db/schema/credentials";
import { providers } from "@/db/schema/providers";
import { skills } from "@/db/schema/skills";
import { listCourseSummaries } from "@/features/courses/queries";
import type { CourseSummary } from "@/features/courses/view";
import { resolveChoices } from "@/features/postgres-search/choices";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import {
  FACETS,
  type Facet,
  type FacetCount,
  type SearchAnswer,
  type SearchRequest,
} from "@/features/search/engine";
import type { SearchParams } from "@/features/search/schema";
import { nameMatcher, valueNames } from "@/features/search/value-names";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { type Day, dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import type { LanguageMap } from "@/lib/language-map";
import { isUuid } from "@/lib/uuid";
import type { FoundOccupation, NearMiss, Reading } from "./view";

interface At {
  now: Date;
  db?: Database;
}

export interface FoundCourses extends SearchAnswer {
  /** As asked, with providers and qualifications under their present slugs. */
  params: SearchParams;
  /** Providers, skills and qualifications that do not exist, as "name=value"; they find nothing. */
  ignored: string[];
  /** True where a second engine stood in for the first. */
  degraded: boolean;
  reading: Reading;
  /** Ways to find more, where little or nothing is found. */
  nearest: NearMiss[];
  /** The occupations that the words name, in any language. */
  occupations: FoundOccupation[];
}

type NamedFacet = "provider" | "skill" | "stacks-into";

/** Names of the providers and qualifications (by slug) and skills (by id) among facet values. */
export interface FacetLabels extends Record<NamedFacet, Record<string, LanguageMap>> {
  /** Of the chosen occupation; null: none is chosen. */
  occupation: LanguageMap | null;
}

export interface SearchPage extends FoundCourses {
  courses: CourseSummary[];
  labels: FacetLabels;
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
  const { params, ignored } = await resolveChoices(db, asked);
  const { page, pageSize } = params;
  const engine = postgresEngine(db);
  const answer = await engine.search({
    ...toRequest(params, now),
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  return {
    ...answer,
    params,
    ignored,
    degraded: false,
    reading: { kind: "all" },
    nearest: [],
    occupations: [],
  };
}

/** What a page of results shows: the courses themselves, and the names of facet values that are not codes. */
export async function searchPage(params: SearchParams, { now, db = database() }: At): Promise<SearchPage> {
  const found = await searchCourses(params, { now, db });
  const [courses, labels] = await Promise.all([
    listCourseSummaries(found.ids, { today: todayAt(now), db }),
    facetLabels(found.facets, db),
  ]);
  return { ...found, courses, labels };
}

/** The ids of all courses found, in order and not in pages: for an export. */
export async function listFoundIds(asked: SearchParams, { now, db = database() }: At): Promise<string[]> {
  const { params } = await resolveChoices(db, asked);
  const { ids } = await postgresEngine(db).search({
    ...toRequest(params, now),
    facets: [],
    limit: ALL_COURSES,
  });
  return ids;
}

/** The values of one facet whose code or name, in any language, contains a text; most courses first, `facetLimit` of them. */
export async function facetValues(
  facet: Facet,
  contains: string,
  asked: SearchParams,
  { now, db = database() }: At,
): Promise<NamedCount[]> {
  const { params } = await resolveChoices(db, asked);
  // A facet ignores its own choice: choosing every field lists the narrow ones too.
  const selection = facet === "field" ? { ...params.selection, field: iscedFields.codes } : params.selection;
  const answer = await postgresEngine(db).search({
    ...toRequest({ ...params, selection, facetLimit: ALL_VALUES }, now),
    facets: [facet],
  });
  const labels = await facetLabels(answer.facets, db);
  const isWanted = nameMatcher(contains);
  return (answer.facets[facet] ?? [])
    .map(({ value, count }) => ({ value, count, label: labelOf(labels, facet, value) }))
    .filter(({ count }) => count > 0)
    .filter(({ value, label }) => isWanted([...valueNames(facet, value), ...Object.values(label ?? {})]))
    .slice(0, params.facetLimit);
}

/** Names for what facets know by slug or id alone. */
export async function facetLabels(
  facets: SearchAnswer["facets"],
  db: Database = database(),
): Promise<FacetLabels> {
  const valuesOf = (facet: NamedFacet) => (facets[facet] ?? []).map(({ value }) => value);
  const skillsShown = valuesOf("skill").filter(isUuid);
  const [provider, skill, stacksInto] = await Promise.all([
    namesOf(valuesOf("provider"), (shown) =>
      db
        .select({ value: providers.slug, label: providers.legalName })
        .from(providers)
        .where(sql`${providers.slug} = any(${texts(shown)})`),
    ),
    namesOf(skillsShown, (shown) =>
      db
        .select({ value: skills.id, label: skills.label })
        .from(skills)
        .where(sql`${skills.id} = any(${uuids(shown)})`),
    ),
    namesOf(valuesOf("stacks-into"), (shown) =>
      db
        .select({ value: credentials.slug, label: credentials.title })
        .from(credentials)
        .where(sql`${credentials.slug} = any(${texts(shown)})`),
    ),
  ]);
  return { provider, skill, "stacks-into": stacksInto, occupation: null };
}

async function namesOf(
  shown: readonly string[],
  read: (shown: readonly string[]) => PromiseLike<{ value: string; label: LanguageMap }[]>,
): Promise<Record<string, LanguageMap>> {
  const rows = shown.length === 0 ? [] : await read(shown);
  return Object.fromEntries(rows.map(({ value, label }) => [value, label]));
}

function labelOf(labels: FacetLabels, facet: Facet, value: string): LanguageMap | null {
  return facet === "provider" || facet === "skill" || facet === "stacks-into"
    ? (labels[facet][value] ?? null)
    : null;
}

const todayAt = (now: Date): Day => dayIn(env().CAIRN_TIME_ZONE, now);

function toRequest(
  { query, selection, ectsMin, ectsMax, sort, facetLimit }: SearchParams,
  now: Date,
): SearchRequest {
  return {
    query,
    spelling: null,
    teachesAnyOf: null,
    selection,
    ectsMin,
    ectsMax,
    sort,
    offset: 0,
    limit: 0,
    facets: FACETS,
    facetLimit,
    today: todayAt(now),
  };
}

import "server-only";
import { sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { providers } from "@/db/schema/providers";
import { skills } from "@/db/schema/skills";
import { slugs } from "@/db/schema/slugs";
import { listCourseSummaries } from "@/features/courses/queries";
import type { CourseSummary } from "@/features/courses/view";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { type Day, dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import type { LanguageMap } from "@/lib/language-map";
import { isUuid } from "@/lib/uuid";
import { FACETS, type Facet, type FacetCount, type SearchAnswer, type SearchRequest } from "./engine";
import { isFacetValue } from "./facet-values";
import { postgresEngine } from "./postgres-engine";
import type { SearchParams } from "./schema";
import { nameMatcher, valueNames } from "./value-names";

interface At {
  now: Date;
  db?: Database;
}

export interface FoundCourses extends SearchAnswer {
  /** As asked, with providers under their present slugs. */
  params: SearchParams;
  /** Providers and skills that do not exist, as "name=value"; they find nothing. */
  ignored: string[];
  engine: string;
  /** True where a second engine stood in for the first. */
  degraded: boolean;
}

/** Names of the providers (by slug) and skills (by id) among facet values. */
export interface FacetLabels {
  provider: Record<string, LanguageMap>;
  skill: Record<string, LanguageMap>;
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
  return { ...answer, params, ignored, engine: engine.name, degraded: false };
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

/** Names for the providers and skills among facet values. */
export async function facetLabels(
  facets: SearchAnswer["facets"],
  db: Database = database(),
): Promise<FacetLabels> {
  const valuesOf = (facet: "provider" | "skill") => (facets[facet] ?? []).map(({ value }) => value);
  const [slugsShown, skillsShown] = [valuesOf("provider"), valuesOf("skill").filter(isUuid)];
  const [providerRows, skillRows] = await Promise.all([
    slugsShown.length === 0
      ? []
      : db
          .select({ value: providers.slug, label: providers.legalName })
          .from(providers)
          .where(sql`${providers.slug} = any(${texts(slugsShown)})`),
    skillsShown.length === 0
      ? []
      : db
          .select({ value: skills.id, label: skills.label })
          .from(skills)
          .where(sql`${skills.id} = any(${uuids(skillsShown)})`),
  ]);
  const byValue = (rows: readonly { value: string; label: LanguageMap }[]) =>
    Object.fromEntries(rows.map(({ value, label }) => [value, label]));
  return { provider: byValue(providerRows), skill: byValue(skillRows) };
}

function labelOf(labels: FacetLabels, facet: Facet, value: string): LanguageMap | null {
  return facet === "provider" || facet === "skill" ? (labels[facet][value] ?? null) : null;
}

const todayAt = (now: Date): Day => dayIn(env().CAIRN_TIME_ZONE, now);

function toRequest(
  { query, selection, ectsMin, ectsMax, sort, facetLimit }: SearchParams,
  now: Date,
): SearchRequest {
  return {
    query,
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

/** What is not even of the right form was named when the address was read. */
const wellFormed = (facet: Facet, values: readonly string[]) =>
  values.filter((value) => isFacetValue(facet, value));

/** Providers under any slug they ever had become those under their present one; what does not exist is named. */
async function resolveChoices(
  db: Database,
  params: SearchParams,
): Promise<{ params: SearchParams; ignored: string[] }> {
  const { provider = [], skill = [] } = params.selection;
  const [providerRows, skillRows] = await Promise.all([
    provider.length === 0
      ? []
      : db
          .select({ asked: slugs.slug, slug: providers.slug })
          .from(slugs)
          .innerJoin(providers, sql`${providers.id} = ${slugs.recordId}`)
          .where(sql`${slugs.kind} = 'provider' and ${slugs.slug} = any(${texts(provider)})`),
    skill.length === 0
      ? []
      : db
          .select({ id: skills.id })
          .from(skills)
          .where(sql`${skills.id} = any(${uuids(wellFormed("skill", skill))})`),
  ]);
  const present = new Map(providerRows.map(({ asked, slug }) => [asked, slug]));
  const known = new Set(skillRows.map(({ id }) => id));
  return {
    params: {
      ...params,
      selection:
        provider.length === 0
          ? params.selection
          : {
              ...params.selection,
              provider: [...new Set(provider.map((slug) => present.get(slug) ?? slug))].sort(),
            },
    },
    ignored: [
      ...wellFormed("provider", provider)
        .filter((slug) => !present.has(slug))
        .map((slug) => `provider=${slug}`),
      ...wellFormed("skill", skill)
        .filter((id) => !known.has(id))
        .map((id) => `skill=${id}`),
    ],
  };
}

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { credentials } from "@/db/schema/credentials";
import { occupationSkills, occupations } from "@/db/schema/occupations";
import { providers } from "@/db/schema/providers";
import { searchValues } from "@/db/schema/search";
import { searchNames } from "@/db/schema/search-names";
import { skills } from "@/db/schema/skills";
import type { NamedKind } from "@/features/search-names/name-rows";
import { lexiconOf } from "@/features/spelling/queries";
import { readQuery } from "@/features/spelling/read-query";
import type { Locale } from "@/lib/locales";
import { fieldsNamed } from "./fields";
import { nameIn, shownName } from "./shown-name";
import { NO_SUGGESTIONS, type Suggestions } from "./view";
import { toWanted, type Wanted } from "./wanted";

/** What is offered of each kind. */
const SHOWN: Readonly<Record<NamedKind | "field", number>> = {
  course: 5,
  credential: 4,
  provider: 4,
  skill: 4,
  occupation: 3,
  field: 3,
};
// Names of one kind that are weighed against each other: a beginning of two letters may have tens of thousands.
const BEGUN = 60;
const OTHERS = 200;
/** Sorts after every letter: what begins with a text lies between the text and the text with this. */
const LAST = "\u{10FFFF}";

/**
 * What has a name, in any language, with all these words in it; of the last word the beginning is enough. Where there is
 * nothing, with mistakes forgiven.
 */
export async function suggest(
  typed: string,
  { locale, db = database() }: { locale: Locale; db?: Database },
): Promise<Suggestions> {
  const wanted = toWanted(typed);
  if (wanted === null) return NO_SUGGESTIONS;
  const found = await find(wanted, locale, db);
  if (Object.values(found).some((section) => section.length > 0)) return found;
  const read = await readQuery(lexiconOf(db), typed);
  const meant = read.kind === "mistakes" ? toWanted(read.query, read.spelling) : null;
  return meant === null ? found : find(meant, locale, db);
}

async function find(wanted: Wanted, locale: Locale, db: Database): Promise<Suggestions> {
  const fields = fieldsNamed(locale, wanted);
  const [named, fieldsInUse] = await Promise.all([
    db.execute<{ kind: NamedKind; id: string }>(namedRecords(wanted, locale)),
    codesInUse(
      db,
      fields.map(({ code }) => code),
    ),
  ]);
  const idsOf = (wantedKind: NamedKind) =>
    named.filter(({ kind }) => kind === wantedKind).map(({ id }) => id);
  const [courseRows, credentialRows, providerRows, skillRows, occupationRows] = await Promise.all([
    readCourses(db, idsOf("course")),
    readCredentials(db, idsOf("credential")),
    readProviders(db, idsOf("provider")),
    readConcepts(db, skills, idsOf("skill")),
    readConcepts(db, occupations, idsOf("occupation")),
  ]);
  const show = (names: Parameters<typeof shownName>[1]) => shownName(locale, names, wanted);
  return {
    courses: courseRows.map(({ slug, provider, providerLanguage, ...names }) => ({
      slug,
      provider: nameIn(locale, provider, providerLanguage),
      ...show(names),
    })),
    credentials: credentialRows.map(({ slug, ...names }) => ({ slug, ...show(names) })),
    providers: providerRows.map(({ slug, hasCourses, ...names }) => ({ slug, hasCourses, ...show(names) })),
    skills: skillRows.map(({ id, ...names }) => ({ id, ...show({ ...names, defaultLanguage: "en" }) })),
    occupations: occupationRows.map(({ id, ...names }) => ({
      id,
      ...show({ ...names, defaultLanguage: "en" }),
    })),
    fields: fields.filter(({ code }) => fieldsInUse.has(code)).slice(0, SHOWN.field),
  };
}

/** Kinds and ids of what is named so; of each kind the likeliest, in order. */
function namedRecords(wanted: Wanted, locale: Locale): SQL {
  const kinds = (["course", "credential", "provider", "skill"] as const).map(
    (kind) => sql`select kind, id, place from (${ranked(kind, wanted, locale, SHOWN[kind])}) as likely`,
  );
  // One by one, and only until there are enough: many an occupation has hundreds of skills.
  const occupation = sql`
    select kind, id, place from (${ranked("occupation", wanted, locale, OTHERS)}) as likely
    cross join lateral (
      select from ${occupationSkills} as needed
      join ${skills} as skill on skill.id = needed.skill_id and skill.reuse_level is distinct from 'transversal'
      join ${searchValues} as taught
        on taught.facet = 'skill' and taught.value = skill.id::text and taught.course_count > 0
      where needed.occupation_id = likely.id and needed.relation = 'essential' limit 1) as taught
    order by place limit ${SHOWN.occupation}::int`;
  const all = [...kinds, occupation].map((part) => sql`(${part})`);
  return sql`select kind, id from (${sql.join(all, sql` union all `)}) as found order by kind, place`;
}

/**
 * Names that begin as typed come first, then those in the reader's language, those that have the last word as a whole one,
 * skills of many courses, short names.
 */
function ranked(kind: NamedKind, wanted: Wanted, locale: Locale, limit: number): SQL {
  const { tsquery, wholeWords, beginning } = wanted;
  // Written out, so that the index of this kind alone serves.
  const isOfKind = sql`named.kind = ${sql.raw(`'${kind}'`)}`;
  const from =
    kind === "skill"
      ? sql`${searchNames} as named join ${searchValues} as taught
          on taught.facet = 'skill' and taught.value = named.record_id::text and taught.course_count > 0`
      : sql`${searchNames} as named`;
  const columns = sql`named.record_id, named.language, named.name, named.words @@ ${wholeWords}::tsquery as is_whole, ${
    kind === "skill" ? sql`taught.course_count` : sql`0`
  } as courses`;
  const isBegun = sql`named.name >= ${beginning} and named.name < ${beginning + LAST}`;
  return sql`
    select ${sql.raw(`'${kind}'`)} as kind, record_id as id, row_number() over (
      order by bool_or(is_begun) desc, bool_or(language = ${locale}) desc, bool_or(is_whole) desc,
        max(courses) desc, min(length(name)), min(name), record_id
    ) as place
    from (
      (select ${columns}, true as is_begun from ${from} where ${isOfKind} and ${isBegun}
        order by named.name limit ${BEGUN}::int)
      union all
      (select ${columns}, ${isBegun} from ${from} where ${isOfKind} and named.words @@ ${tsquery}::tsquery
        limit ${OTHERS}::int)) as candidate
    group by record_id order by place limit ${limit}::int`;
}

async function codesInUse(db: Database, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const rows = await db
    .select({ code: searchValues.value })
    .from(searchValues)
    .where(
      sql`${searchValues.facet} = 'field' and ${searchValues.value} = any(${texts(codes)})
        and ${searchValues.courseCount} > 0`,
    );
  return new Set(rows.map(({ code }) => code));
}

async function readCourses(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: courses.id,
      slug: courses.slug,
      main: courses.title,
      defaultLanguage: courses.defaultLanguage,
      provider: providers.legalName,
      providerLanguage: providers.defaultLanguage,
    })
    .from(courses)
    .innerJoin(providers, sql`${providers.id} = ${courses.providerId}`)
    .where(sql`${courses.id} = any(${uuids(ids)})`);
  return inOrder(ids, rows);
}

async function readCredentials(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: credentials.id,
      slug: credentials.slug,
      main: credentials.title,
      defaultLanguage: credentials.defaultLanguage,
    })
    .from(credentials)
    .where(sql`${credentials.id} = any(${uuids(ids)})`);
  return inOrder(ids, rows);
}

async function readProviders(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: providers.id,
      slug: providers.slug,
      main: providers.legalName,
      defaultLanguage: providers.defaultLanguage,
      hasCourses: sql<boolean>`exists (
        select from ${searchValues} as taught
        where taught.facet = 'provider' and taught.value = ${providers.slug} and taught.course_count > 0)`,
    })
    .from(providers)
    .where(sql`${providers.id} = any(${uuids(ids)})`);
  return inOrder(ids, rows);
}

async function readConcepts(db: Database, table: typeof skills | typeof occupations, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: table.id, main: table.label, others: table.altLabels })
    .from(table)
    .where(sql`${table.id} = any(${uuids(ids)})`);
  return inOrder(ids, rows);
}

/** The rows in the order of their ids; one that has gone in between is left out. */
function inOrder<R extends { id: string }>(ids: readonly string[], rows: readonly R[]): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { occupationSkills, occupations } from "@/db/schema/occupations";
import { searchValues } from "@/db/schema/search";
import { searchNames } from "@/db/schema/search-names";
import { skills } from "@/db/schema/skills";
import { wordsOf } from "@/features/search/analyser";
import type { LanguageMap } from "@/lib/language-map";
import { byName, type NamedOccupation } from "./named";

/** Occupations that are weighed against each other by their names. */
const CANDIDATES = 60;
const SHOWN = 3;
/** Words; longer is no name of an occupation. */
const LONGEST = 10;
/** Letters; less is the beginning of too many. */
const SHORTEST = 3;

/** Essential for the occupation, and not of the kind that nearly every one needs. */
const IS_ITS_OWN = sql`${occupationSkills.relation} = 'essential' and ${skills.reuseLevel} is distinct from 'transversal'`;

/** An occupation and the skills that are essential to it, transversal ones left out; null where there is none. */
export async function findOccupation(
  db: Database,
  id: string,
): Promise<{ label: LanguageMap; skillIds: string[] } | null> {
  const [rows, needed] = await Promise.all([
    db.select({ label: occupations.label }).from(occupations).where(eq(occupations.id, id)),
    db
      .select({ id: skills.id })
      .from(occupationSkills)
      .innerJoin(skills, eq(skills.id, occupationSkills.skillId))
      .where(sql`${occupationSkills.occupationId} = ${id} and ${IS_ITS_OWN}`)
      .orderBy(asc(skills.id)),
  ]);
  const [row] = rows;
  return row ? { label: row.label, skillIds: needed.map((skill) => skill.id) } : null;
}

/**
 * The occupations of which a text is a name in some language, or the first words of one, or several of its words; the
 * nearest names first, at most three. Only those of which some course teaches an essential, non-transversal skill.
 */
export async function occupationsNamed(db: Database, text: string): Promise<NamedOccupation[]> {
  const asked = wordsOf(text);
  const name = asked.join(" ");
  if (asked.length === 0 || asked.length > LONGEST || name.length < SHORTEST) return [];
  const quoted = asked.map((word) => `'${word}'`);
  const rows = await db.execute<{
    id: string;
    uri: string;
    label: LanguageMap;
    main: string | null;
    others: string[] | null;
  }>(sql`
    select ${occupations.id} as id, ${occupations.uri} as uri, ${occupations.label} as label,
      ${occupations.label} ->> named.language::text as main, ${occupations.altLabels} -> named.language::text as others
    from (
      select record_id, language, name from ${searchNames} as named
      where kind = 'occupation' and words @@ ${quoted.join(" & ")}::tsquery
      order by name = ${name} desc, words @@ ${quoted.join(" <-> ")}::tsquery desc,
        starts_with(name, ${`${name} `}) desc, length(name), record_id, language
      limit ${CANDIDATES}::int
    ) as named
    join ${occupations} on ${occupations.id} = named.record_id
    where exists (
      select from ${occupationSkills} join ${skills} on ${skills.id} = ${occupationSkills.skillId}
      join ${searchValues} on ${searchValues.facet} = 'skill' and ${searchValues.value} = ${skills.id}::text
      where ${occupationSkills.occupationId} = ${occupations.id} and ${IS_ITS_OWN} and ${searchValues.courseCount} > 0)`);
  const named = rows.map(({ main, others, ...occupation }) => ({
    ...occupation,
    names: [main ?? [], others ?? []].flat(),
  }));
  return byName(named, name).slice(0, SHOWN);
}

import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { credentials } from "@/db/schema/credentials";
import { providers } from "@/db/schema/providers";
import { skills } from "@/db/schema/skills";
import type { Facet, SearchAnswer } from "@/features/search/engine";
import { KeptWhile } from "@/lib/kept-while";
import type { LanguageMap } from "@/lib/language-map";
import { isUuid } from "@/lib/uuid";

type NamedFacet = "provider" | "skill" | "stacks-into";

/** Names of the providers and qualifications (by slug) and skills (by id) among facet values. */
export type FacetNames = Record<NamedFacet, Record<string, LanguageMap>>;

const KEPT = 5_000;
const kept = new WeakMap<Database, KeptWhile<LanguageMap>>();

/**
 * Names for what facets know by slug or id alone.
 * @param state of the data, read before (features/data-state): while it is the same, names are not read again
 */
export async function facetNames(
  facets: SearchAnswer["facets"],
  { db, state }: { db: Database; state: string },
): Promise<FacetNames> {
  const known = kept.get(db) ?? new KeptWhile<LanguageMap>(KEPT);
  kept.set(db, known);
  const valuesOf = (facet: NamedFacet) => (facets[facet] ?? []).map(({ value }) => value);
  const shown = {
    provider: valuesOf("provider"),
    skill: valuesOf("skill").filter(isUuid),
    "stacks-into": valuesOf("stacks-into"),
  };
  const names = await known.get(state, Object.entries(shown).flatMap(keysOf), (missing) =>
    readNames(db, missing),
  );
  const of = (facet: NamedFacet) =>
    Object.fromEntries(
      shown[facet].flatMap((value) => {
        const name = names.get(`${facet} ${value}`);
        return name ? [[value, name]] : [];
      }),
    );
  return { provider: of("provider"), skill: of("skill"), "stacks-into": of("stacks-into") };
}

export function nameOf(names: FacetNames, facet: Facet, value: string): LanguageMap | null {
  return facet === "provider" || facet === "skill" || facet === "stacks-into"
    ? (names[facet][value] ?? null)
    : null;
}

const keysOf = ([facet, values]: [string, readonly string[]]): string[] =>
  values.map((value) => `${facet} ${value}`);

/** In one statement, since nearly every page asks for some of each. */
async function readNames(db: Database, keys: readonly string[]): Promise<Map<string, LanguageMap>> {
  const valuesOf = (facet: NamedFacet) =>
    keys.filter((key) => key.startsWith(`${facet} `)).map((key) => key.slice(facet.length + 1));
  const rows = await db.execute<{ key: string; name: LanguageMap }>(sql`
    select 'provider ' || ${providers.slug} as key, ${providers.legalName} as name from ${providers}
    where ${providers.slug} = any(${texts(valuesOf("provider"))})
    union all
    select 'skill ' || ${skills.id}, ${skills.label} from ${skills}
    where ${skills.id} = any(${uuids(valuesOf("skill"))})
    union all
    select 'stacks-into ' || ${credentials.slug}, ${credentials.title} from ${credentials}
    where ${credentials.slug} = any(${texts(valuesOf("stacks-into"))})`);
  return new Map(rows.map(({ key, name }) => [key, name]));
}

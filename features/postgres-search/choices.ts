import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { credentials } from "@/db/schema/credentials";
import { programmeVersions } from "@/db/schema/pathways";
import { providers } from "@/db/schema/providers";
import { skills } from "@/db/schema/skills";
import { slugs } from "@/db/schema/slugs";
import type { Facet, Selection } from "@/features/search/engine";
import { isFacetValue } from "@/features/search/facet-values";
import type { SearchParams } from "@/features/search/schema";

/** What is not even of the right form was named when the address was read. */
const wellFormed = (facet: Facet, values: readonly string[]) =>
  values.filter((value) => isFacetValue(facet, value));

/**
 * Providers and qualifications under any slug they ever had become those under their present one; what does not exist is
 * named.
 */
export async function resolveChoices(
  db: Database,
  params: SearchParams,
): Promise<{ params: SearchParams; ignored: string[] }> {
  const { skill = [] } = params.selection;
  const provider = await presentSlugs(db, "provider", params.selection);
  const stacksInto = await presentSlugs(db, "stacks-into", params.selection);
  const skillRows =
    skill.length === 0
      ? []
      : await db
          .select({ id: skills.id })
          .from(skills)
          .where(sql`${skills.id} = any(${uuids(wellFormed("skill", skill))})`);
  const known = new Set(skillRows.map(({ id }) => id));
  return {
    params: { ...params, selection: { ...params.selection, ...provider.chosen, ...stacksInto.chosen } },
    ignored: [
      ...provider.ignored,
      ...wellFormed("skill", skill)
        .filter((id) => !known.has(id))
        .map((id) => `skill=${id}`),
      ...stacksInto.ignored,
    ],
  };
}

async function presentSlugs(
  db: Database,
  facet: "provider" | "stacks-into",
  selection: Selection,
): Promise<{ chosen: Selection; ignored: string[] }> {
  const asked = selection[facet] ?? [];
  if (asked.length === 0) return { chosen: {}, ignored: [] };
  const isAsked = sql`${slugs.slug} = any(${texts(asked)})`;
  const rows =
    facet === "provider"
      ? await db
          .select({ asked: slugs.slug, slug: providers.slug })
          .from(slugs)
          .innerJoin(providers, sql`${providers.id} = ${slugs.recordId}`)
          .where(sql`${slugs.kind} = 'provider' and ${isAsked}`)
      : await db
          .select({ asked: slugs.slug, slug: credentials.slug })
          .from(slugs)
          .innerJoin(credentials, sql`${credentials.id} = ${slugs.recordId}`)
          .where(
            sql`${slugs.kind} = 'credential' and ${isAsked} and exists (
              select from ${programmeVersions} where ${programmeVersions.credentialId} = ${credentials.id})`,
          );
  const present = new Map(rows.map((row) => [row.asked, row.slug]));
  return {
    chosen: { [facet]: [...new Set(asked.map((slug) => present.get(slug) ?? slug))].sort() },
    ignored: wellFormed(facet, asked)
      .filter((slug) => !present.has(slug))
      .map((slug) => `${facet}=${slug}`),
  };
}

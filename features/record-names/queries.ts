import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { credentials } from "@/db/schema/credentials";
import { providers } from "@/db/schema/providers";
import { skills } from "@/db/schema/skills";
import type { LanguageMap } from "@/lib/language-map";
import { isUuid } from "@/lib/uuid";
import type { HeldRecord } from "./view";

/** Names and addresses by id; what is no id of a public record is absent. */
export async function readHeldRecords(
  db: Database,
  records: readonly string[],
): Promise<Map<string, HeldRecord>> {
  const ids = uuids([...new Set(records.filter(isUuid))]);
  const [courseRows, credentialRows, providerRows] = await Promise.all([
    db
      .select({
        id: courses.id,
        slug: courses.slug,
        title: courses.title,
        defaultLanguage: courses.defaultLanguage,
        status: courses.status,
      })
      .from(courses)
      .where(sql`${courses.id} = any(${ids}) and ${courses.status} in ('published', 'withdrawn')`),
    db
      .select({
        id: credentials.id,
        slug: credentials.slug,
        title: credentials.title,
        defaultLanguage: credentials.defaultLanguage,
        status: credentials.status,
      })
      .from(credentials)
      .where(sql`${credentials.id} = any(${ids})`),
    db
      .select({
        id: providers.id,
        slug: providers.slug,
        title: providers.legalName,
        defaultLanguage: providers.defaultLanguage,
      })
      .from(providers)
      .where(sql`${providers.id} = any(${ids})`),
  ]);
  const offered =
    (kind: "course" | "credential") =>
    ({ status, ...row }: (typeof credentialRows)[number] | (typeof courseRows)[number]): HeldRecord => ({
      kind,
      ...row,
      isOffered: status === "published",
    });
  const all: HeldRecord[] = [
    ...courseRows.map(offered("course")),
    ...credentialRows.map(offered("credential")),
    ...providerRows.map((row) => ({ kind: "provider" as const, ...row, isOffered: true })),
  ];
  return new Map(all.map((record) => [record.id, record]));
}

/** Labels of skills by URI; unknown ones are absent. */
export async function readSkillLabels(
  db: Database,
  uris: readonly string[],
): Promise<Map<string, LanguageMap>> {
  const ids = [...new Set(uris)].map((uri) => uri.slice(uri.lastIndexOf("/") + 1)).filter(isUuid);
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ uri: skills.uri, label: skills.label })
    .from(skills)
    .where(sql`${skills.id} = any(${uuids(ids)})`);
  return new Map(rows.map(({ uri, label }) => [uri, label]));
}

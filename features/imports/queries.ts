import "server-only";
import { and, asc, desc, eq, ne, or, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { providerIdentifiers, providers } from "@/db/schema/providers";
import { skills } from "@/db/schema/skills";
import { importItems, importRuns, sources } from "@/db/schema/sources";
import {
  findCredentialsNamed,
  findProvidersNamed,
  loadProviders,
  loadRecords,
} from "@/features/changes/queries";
import { type KeptItem, lastWords } from "@/features/differences/last-words";
import type { Surroundings } from "@/features/differences/schema";
import type { Draft, Transformed } from "@/features/exchange/draft";
import { groupBy } from "@/lib/group";
import { isUuid } from "@/lib/uuid";

type Reader = Database | Transaction;

const RECORD_KINDS = ["provider", "credential", "course"] as const;

export interface FoundSource {
  id: string;
  format: string;
  isSample: boolean;
  /** Null before its first import. */
  latestRunId: string | null;
}

export async function findSource(db: Reader, name: string): Promise<FoundSource | null> {
  const [source] = await db
    .select({ id: sources.id, format: sources.format, isSample: sources.isSample })
    .from(sources)
    .where(eq(sources.name, name));
  return source ? { ...source, latestRunId: await latestRunId(db, source.id) } : null;
}

export async function latestRunId(db: Reader, sourceId: string): Promise<string | null> {
  const [run] = await db
    .select({ id: importRuns.id })
    .from(importRuns)
    .where(eq(importRuns.sourceId, sourceId))
    .orderBy(desc(importRuns.id))
    .limit(1);
  return run?.id ?? null;
}

/** Only what is clear: words that mean several records mean none. */
const clearOnes = (meanings: ReadonlyMap<string, readonly string[]>): Map<string, string> =>
  new Map(
    [...meanings].flatMap(([words, [id, ...others]]) =>
      id !== undefined && others.length === 0 ? [[words, id] as const] : [],
    ),
  );

/** All that the catalogue holds and that a feed of this source has to do with. */
export async function loadSurroundings(
  db: Reader,
  feed: Transformed,
  source: Surroundings["source"],
): Promise<Surroundings> {
  const held = await loadRecords(db, source.id);
  const drafts = feed.drafts;
  const sharedProviders = await loadProviders(db, await idsOfShared(db, drafts, source.id));
  const named = namesIn(drafts);
  const namedElsewhere = {
    providers: clearOnes(await findProvidersNamed(db, named.providers)),
    credentials: clearOnes(await findCredentialsNamed(db, named.credentials)),
  };
  const providerIds = [
    ...[...held.providers, ...sharedProviders].map(({ id }) => id),
    ...namedElsewhere.providers.values(),
  ];
  return {
    source,
    held,
    namedElsewhere,
    sharedProviders,
    lastWords: lastWords(await loadKeptItems(db, source.id)),
    otherProviders: await db
      .select({ id: providers.id, legalName: providers.legalName, country: providers.country })
      .from(providers)
      .where(
        and(
          ne(providers.sourceId, source.id),
          sql`${providers.country} = any(${texts(countriesOf(drafts))})`,
        ),
      ),
    otherCourses: await db
      .select({
        externalId: courses.externalId,
        sourceName: sources.name,
        providerId: courses.providerId,
        title: courses.title,
      })
      .from(courses)
      .innerJoin(sources, eq(sources.id, courses.sourceId))
      .where(and(ne(courses.sourceId, source.id), sql`${courses.providerId} = any(${uuids(providerIds)})`)),
    knownSkills: await knownAmong(db, skillsOf(drafts)),
  };
}

/** The records that the drafts name and that are not drafts themselves. */
function namesIn(drafts: readonly Draft[]): { providers: string[]; credentials: string[] } {
  const names = { provider: new Set<string>(), credential: new Set<string>() };
  for (const draft of drafts) {
    if (draft.kind === "credential")
      for (const body of draft.content.awardingBodies) names.provider.add(body);
    if (draft.kind !== "course") continue;
    names.provider.add(draft.content.provider);
    for (const { credential } of draft.content.credentials) names.credential.add(credential);
  }
  for (const { kind, externalId } of drafts) if (kind !== "course") names[kind].delete(externalId);
  return { providers: [...names.provider], credentials: [...names.credential] };
}

async function idsOfShared(db: Reader, drafts: readonly Draft[], sourceId: string): Promise<string[]> {
  const identifiers = drafts.flatMap((draft) => (draft.kind === "provider" ? draft.content.identifiers : []));
  const byScheme = groupBy(identifiers, ({ scheme }) => scheme);
  if (byScheme.size === 0) return [];
  const rows = await db
    .selectDistinct({ id: providers.id })
    .from(providerIdentifiers)
    .innerJoin(providers, eq(providers.id, providerIdentifiers.providerId))
    .where(
      and(
        ne(providers.sourceId, sourceId),
        or(
          ...[...byScheme].map(([scheme, list]) =>
            and(
              eq(providerIdentifiers.scheme, scheme),
              sql`${providerIdentifiers.value} = any(${texts(list.map(({ value }) => value.trim()))})`,
            ),
          ),
        ),
      ),
    );
  return rows.map(({ id }) => id);
}

const countriesOf = (drafts: readonly Draft[]): string[] => [
  ...new Set(drafts.flatMap((draft) => (draft.kind === "provider" ? [draft.content.country] : []))),
];

const skillsOf = (drafts: readonly Draft[]): string[] => [
  ...new Set(
    drafts.flatMap((draft) =>
      draft.kind === "provider"
        ? []
        : draft.content.outcomes.flatMap((outcome) => outcome.skills.map(({ skillId }) => skillId)),
    ),
  ),
];

async function knownAmong(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: skills.id })
    .from(skills)
    .where(sql`${skills.id} = any(${uuids(ids.filter(isUuid))})`);
  return new Set(rows.map(({ id }) => id));
}

async function loadKeptItems(db: Reader, sourceId: string): Promise<KeptItem[]> {
  const rows = await db
    .select({
      kind: importItems.kind,
      externalId: importItems.externalId,
      outcome: importItems.outcome,
      contentHash: importItems.contentHash,
    })
    .from(importItems)
    .where(eq(importItems.sourceId, sourceId))
    .orderBy(asc(importItems.runId), asc(importItems.position));
  return rows.flatMap(({ kind, ...row }) => {
    const known = RECORD_KINDS.find((one) => one === kind);
    return known ? [{ kind: known, ...row }] : [];
  });
}

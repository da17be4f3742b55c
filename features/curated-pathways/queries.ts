import "server-only";
import { asc, count, eq, getTableColumns } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { curatedPathways } from "@/db/schema/pathways";
import { sources } from "@/db/schema/sources";
import { toSourceRef } from "@/features/courses/summary";
import { resolveKeys } from "@/features/pathways/queries";
import { refKey } from "@/features/pathways/ref";
import { namesAmong } from "@/features/record-names/names";
import { readHeldRecords } from "@/features/record-names/queries";
import type { NamedRecord } from "@/features/record-names/view";
import { type PathwayDocument, type PathwayRef, pathwaySchema } from "./pathway-schema";
import { keysNamedBy, type StoredPathway } from "./plan";
import type { PathwayChoice, PathwayDetail, PathwayStep, PathwaySummary } from "./view";

export async function loadStoredPathways(db: Database): Promise<StoredPathway[]> {
  const rows = await db
    .select({
      id: curatedPathways.id,
      slug: curatedPathways.slug,
      sourceId: curatedPathways.sourceId,
      document: curatedPathways.document,
    })
    .from(curatedPathways)
    .orderBy(asc(curatedPathways.slug));
  return rows.map((row) => ({ ...row, pathway: pathwaySchema.parse(row.document) }));
}

/** Reference keys among these that name a record of this catalogue. */
export async function knownKeys(db: Database, keys: readonly string[]): Promise<Set<string>> {
  return new Set((await resolveKeys(db, keys, "unit")).keys());
}

const COLUMNS = { pathway: getTableColumns(curatedPathways), source: getTableColumns(sources) };

interface Row {
  pathway: typeof curatedPathways.$inferSelect;
  source: typeof sources.$inferSelect;
}

/** One page of the curated pathways by address, with the exact total. */
export async function listPathways(
  { page, pageSize }: { page: number; pageSize: number },
  db: Database = database(),
): Promise<{ total: number; pathways: PathwaySummary[] }> {
  const [rows, [counted]] = await Promise.all([
    db
      .select(COLUMNS)
      .from(curatedPathways)
      .innerJoin(sources, eq(sources.id, curatedPathways.sourceId))
      .orderBy(asc(curatedPathways.slug))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db.select({ total: count() }).from(curatedPathways),
  ]);
  const read = rows.map((row) => ({ row, document: pathwaySchema.parse(row.pathway.document) }));
  const named = await readNamed(
    db,
    read.map(({ document }) => document),
  );
  return {
    total: counted?.total ?? 0,
    pathways: read.map(({ row, document }) => toSummary(row, document, named)),
  };
}

export async function findPathway(
  slug: string,
  { db = database() }: { db?: Database } = {},
): Promise<PathwayDetail | null> {
  const [row] = await db
    .select(COLUMNS)
    .from(curatedPathways)
    .innerJoin(sources, eq(sources.id, curatedPathways.sourceId))
    .where(eq(curatedPathways.slug, slug));
  if (!row) return null;
  const document = pathwaySchema.parse(row.pathway.document);
  const named = await readNamed(db, [document]);
  return {
    ...toSummary(row, document, named),
    version: document.version,
    maintainers: document.maintainers,
    steps: document.steps.map((step) => toStep(step, named)),
    source: toSourceRef(row.source, { sourceUrl: null, retrievedOn: row.pathway.retrievedOn }),
  };
}

type Named = (ref: PathwayRef) => NamedRecord;

async function readNamed(db: Database, documents: readonly PathwayDocument[]): Promise<Named> {
  const ids = await resolveKeys(db, documents.flatMap(keysNamedBy), "unit");
  const nameOf = namesAmong(
    await readHeldRecords(
      db,
      [...ids.values()].map(({ id }) => id),
    ),
  );
  return (ref) => {
    const key = refKey(ref);
    return nameOf(ids.get(key)?.id ?? key);
  };
}

function toSummary({ pathway, source }: Row, document: PathwayDocument, named: Named): PathwaySummary {
  const { id, slug, checkedOn, updatedAt } = pathway;
  const { title, summary, leadsTo } = document;
  return {
    id,
    slug,
    title,
    summary,
    leadsTo: leadsTo && named(leadsTo),
    checkedOn,
    isSample: source.isSample,
    updatedAt,
  };
}

function toStep(
  { id, target, text, alternatives, reason }: PathwayDocument["steps"][number],
  named: Named,
): PathwayStep {
  const choiceOf = (given: {
    target?: PathwayRef | undefined;
    text?: PathwayDocument["title"] | undefined;
  }) =>
    given.target
      ? ({ kind: "record", record: named(given.target) } as const)
      : ({ kind: "text", text: given.text ?? {} } as const);
  const choice = choiceOf({ target, text });
  const others = alternatives.map(choiceOf);
  return { id, choice, alternatives: others, reason, isDead: [choice, ...others].every(isGone) };
}

/** Of what is in words or elsewhere nothing is known. */
const isGone = (choice: PathwayChoice): boolean =>
  choice.kind === "record" && choice.record.kind !== "elsewhere" && !choice.record.isOffered;
